import { invalidOperation } from "@/policy/expression/values/net-exception";

export const modifiedDuringEnumeration = () =>
  invalidOperation("Collection was modified; enumeration operation may not execute.");
