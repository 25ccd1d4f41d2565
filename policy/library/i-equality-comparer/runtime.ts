import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IEqualityComparer", {
  "Equals(T, T)": (comparer: NetEqualityComparer, a: unknown, b: unknown) => comparer.equalItems(a, b),
  "GetHashCode(T)": (comparer: NetEqualityComparer, value: unknown) => comparer.hashItem(value),
});
