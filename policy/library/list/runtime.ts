import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { copyTo } from "@/policy/kits/collections/collection-of";
import { NetList } from "@/policy/kits/collections/net-list";
import type { NetComparer } from "@/policy/kits/object/comparer";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { binarySearch, type Compare, compareWith, sortedByComparer } from "@/policy/kits/sequence/sort-items";
import { takeAll } from "@/policy/kits/sequence/take-all";
import { implementType } from "@/policy/library/implement";
import { searching } from "./searching";

function itemsOf(collection: unknown): unknown[] {
  if (collection === null) throw argumentNull("collection");
  return takeAll(collection);
}

function sort(list: NetList, compare: Compare, index = 0, count = list.count): null {
  list.replace(index, count, sortedByComparer(list.slice(index, count), compare));
  return null;
}

function reverse(list: NetList, index = 0, count = list.count): null {
  list.replace(index, count, list.slice(index, count).reverse());
  return null;
}

export const runtime = implementType("System.Collections.Generic.List", {
  "new()": (type: Type) => new NetList(type),
  "new(int)": (type: Type, capacity: number) => {
    if (capacity < 0) throw argumentOutOfRange("capacity", "Non-negative number required.");
    const list = new NetList(type);
    list.capacity = capacity;
    return list;
  },
  "new(IEnumerable<T>)": (type: Type, collection: unknown) => new NetList(type, itemsOf(collection)),
  Capacity: (list: NetList) => list.capacity,
  "set Capacity": (list: NetList, value: number) => {
    list.capacity = value;
    return null;
  },
  Count: (list: NetList) => list.items.length,
  "this[int]": (list: NetList, index: number) => list.item(index),
  "set this[int]": (list: NetList, index: number, item: unknown) => {
    list.setItem(index, item);
    return null;
  },
  "Add(T)": (list: NetList, item: unknown) => {
    list.add(item);
    return null;
  },
  "AddRange(IEnumerable<T>)": (list: NetList, collection: unknown) => {
    for (const item of itemsOf(collection)) list.add(item);
    return null;
  },
  "AsReadOnly()": (list: NetList) => list,
  "BinarySearch(T)": (list: NetList, item: unknown) => binarySearch(list.items, 0, list.count, item, compareWith(null)),
  "BinarySearch(T, IComparer<T>)": (list: NetList, item: unknown, comparer: NetComparer | null) =>
    binarySearch(list.items, 0, list.count, item, compareWith(comparer)),
  "BinarySearch(int, int, T, IComparer<T>)": (
    list: NetList,
    index: number,
    count: number,
    item: unknown,
    comparer: NetComparer | null,
  ) => {
    list.slice(index, count);
    return binarySearch(list.items, index, count, item, compareWith(comparer));
  },
  "Clear()": (list: NetList) => {
    list.clear();
    return null;
  },
  "ConvertAll<TOutput>(Converter<T, TOutput>)": (list: NetList, type: Type, converter: (item: unknown) => unknown) => {
    if (converter === null) throw argumentNull("converter");
    return new NetList(type, list.items.map(converter));
  },
  "CopyTo(T[])": (list: NetList, array: NetArray | null) => {
    copyTo(list, array, 0);
    return null;
  },
  "CopyTo(T[], int)": (list: NetList, array: NetArray | null, index: number) => {
    copyTo(list, array, index);
    return null;
  },
  "CopyTo(int, T[], int, int)": (
    list: NetList,
    index: number,
    array: NetArray | null,
    arrayIndex: number,
    count: number,
  ) => {
    copyTo(new NetList(list.element, list.slice(index, count)), array, arrayIndex);
    return null;
  },
  "EnsureCapacity(int)": (list: NetList, capacity: number) => {
    if (capacity < 0) throw argumentOutOfRange("capacity", "Non-negative number required.");
    if (list.capacity < capacity) list.capacity = Math.max(capacity, list.capacity * 2, 4);
    return list.capacity;
  },
  "ForEach(Action<T>)": (list: NetList, action: (item: unknown) => void) => {
    if (action === null) throw argumentNull("action");
    for (const item of list) {
      tick();
      action(item);
    }
    return null;
  },
  "GetEnumerator()": (list: NetList) => new NetEnumerator(list),
  "GetRange(int, int)": (list: NetList, index: number, count: number) =>
    new NetList(list.element, list.slice(index, count)),
  "Insert(int, T)": (list: NetList, index: number, item: unknown) => {
    list.insert(index, item);
    return null;
  },
  "InsertRange(int, IEnumerable<T>)": (list: NetList, index: number, collection: unknown) => {
    list.insertAll(index, itemsOf(collection));
    return null;
  },
  "Remove(T)": (list: NetList, item: unknown) => list.remove(item),
  "RemoveAt(int)": (list: NetList, index: number) => {
    list.removeAt(index);
    return null;
  },
  "RemoveRange(int, int)": (list: NetList, index: number, count: number) => {
    list.removeRange(index, count);
    return null;
  },
  "Reverse()": (list: NetList) => reverse(list),
  "Reverse(int, int)": reverse,
  "Sort()": (list: NetList) => sort(list, compareWith(null)),
  "Sort(Comparison<T>)": (list: NetList, comparison: Compare | null) => {
    if (comparison === null) throw argumentNull("comparison");
    return sort(list, comparison);
  },
  "Sort(IComparer<T>)": (list: NetList, comparer: NetComparer | null) => sort(list, compareWith(comparer)),
  "Sort(int, int, IComparer<T>)": (list: NetList, index: number, count: number, comparer: NetComparer | null) => {
    if (index + count > list.count)
      throw argumentException(
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
      );
    return sort(list, compareWith(comparer), index, count);
  },
  "ToArray()": (list: NetList) => arrayOf(list.element, list.slice(0, list.count)),
  "TrimExcess()": (list: NetList) => {
    list.capacity = list.count;
    return null;
  },
  ...searching,
});
