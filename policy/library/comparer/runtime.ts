import type { Type } from "@/policy/expression/types/type";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { OrderComparer } from "@/policy/kits/collections/default-comparer";
import type { NetComparer } from "@/policy/kits/object/comparer";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.Comparer", {
  Default: (type: Type) => new OrderComparer(type),
  "Create(Comparison<T>)": (type: Type, comparison: ((a: unknown, b: unknown) => number) | null) => {
    if (comparison === null) throw argumentNull("comparison");
    return new OrderComparer(type, comparison);
  },
  "Compare(T, T)": (comparer: NetComparer, a: unknown, b: unknown) => comparer.compareItems(a, b),
});
