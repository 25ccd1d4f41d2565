import { collectionOf } from "@/policy/kits/collections/collection-of";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IReadOnlyList", {
  "this[int]": (list: unknown, index: number) => collectionOf(list).item(index),
});
