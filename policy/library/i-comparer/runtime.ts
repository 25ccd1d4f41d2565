import type { NetComparer } from "@/policy/kits/object/comparer";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IComparer", {
  "Compare(T, T)": (comparer: NetComparer, a: unknown, b: unknown) => comparer.compareItems(a, b),
});
