import { arrayOf } from "@/policy/kits/sequence/array-of";
import type { NetLookup } from "@/policy/kits/sequence/net-lookup";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Linq.ILookup", {
  Count: (lookup: NetLookup) => lookup.count,
  "this[TKey]": (lookup: NetLookup, key: unknown) => lookup.group(key) ?? arrayOf(lookup.element, []),
  "Contains(TKey)": (lookup: NetLookup, key: unknown) => lookup.group(key) !== null,
});
