import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { implementType } from "@/policy/library/implement";

const members = { "GetEnumerator()": (source: unknown) => new NetEnumerator(source) };

export const runtimes = [
  implementType("System.Collections.IEnumerable", members),
  implementType("System.Collections.Generic.IEnumerable", members),
];
