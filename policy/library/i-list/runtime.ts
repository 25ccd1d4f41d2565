import { collectionOf } from "@/policy/kits/collections/collection-of";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Collections.Generic.IList", {
  "this[int]": (list: unknown, index: number) => collectionOf(list).item(index),
  "set this[int]": (list: unknown, index: number, item: unknown) => {
    collectionOf(list).setItem(index, item);
    return null;
  },
  "IndexOf(T)": (list: unknown, item: unknown) => collectionOf(list).indexOf(item),
  "Insert(int, T)": (list: unknown, index: number, item: unknown) => {
    collectionOf(list).insert(index, item);
    return null;
  },
  "RemoveAt(int)": (list: unknown, index: number) => {
    collectionOf(list).removeAt(index);
    return null;
  },
});
