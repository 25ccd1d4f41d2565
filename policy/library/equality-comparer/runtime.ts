import type { Type } from "@/policy/expression/types/type";
import { DefaultEqualityComparer } from "@/policy/kits/collections/default-comparer";
import type { NetEqualityComparer } from "@/policy/kits/object/comparer";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.EqualityComparer", {
  Default: (type: Type) => new DefaultEqualityComparer(type),
  "Equals(T, T)": (comparer: NetEqualityComparer, a: unknown, b: unknown) => comparer.equalItems(a, b),
  "GetHashCode(T)": (comparer: NetEqualityComparer, value: unknown) => comparer.hashItem(value),
});
