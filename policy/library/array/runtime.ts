import type { Type } from "@/policy/expression/types/type";
import { isValueType } from "@/policy/expression/types/type-relations";
import { boxByte, type Ref } from "@/policy/expression/values/boxed";
import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import {
  argumentException,
  argumentNull,
  argumentOutOfRange,
  indexOutOfRange,
  NetException,
} from "@/policy/expression/values/net-exception";
import { collectionOf } from "@/policy/kits/collections/collection-of";
import {
  type AnyArray,
  initialItem,
  itemsOf,
  lengthOf,
  notNull,
  writeItems,
} from "@/policy/kits/sequence/array-content";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { implementType } from "@/policy/library/implement";
import { ordering } from "./ordering";
import { searching } from "./searching";

const elementName = (array: AnyArray) => (array instanceof NetArray ? array.element.fullName : "System.Byte");
const isOfValues = (array: AnyArray) => !(array instanceof NetArray) || isValueType(array.element);

function copy(from: AnyArray | null, at: number, to: AnyArray | null, toAt: number, length: number): null {
  const source = notNull(from, "sourceArray");
  const target = notNull(to, "destinationArray");
  if (elementName(source) !== elementName(target) && (isOfValues(source) || isOfValues(target)))
    throw new NetException(
      "System.ArrayTypeMismatchException",
      "Source array type cannot be assigned to destination array type.",
    );
  if (length < 0) throw argumentOutOfRange("length", "Non-negative number required.");
  if (at < 0)
    throw argumentOutOfRange("sourceIndex", "Number was less than the array's lower bound in the first dimension.");
  if (toAt < 0)
    throw argumentOutOfRange(
      "destinationIndex",
      "Number was less than the array's lower bound in the first dimension.",
    );
  if (at + length > lengthOf(source))
    throw argumentException(
      "Source array was not long enough. Check the source index, length, and the array's lower bounds.",
      "sourceArray",
    );
  if (toAt + length > lengthOf(target))
    throw argumentException(
      "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
      "destinationArray",
    );
  tickMany(length >> 3);
  if (source instanceof Uint8Array && target instanceof Uint8Array) target.set(source.subarray(at, at + length), toAt);
  else writeItems(target, toAt, itemsOf(source).slice(at, at + length));
  return null;
}

function fill(array: AnyArray, item: unknown, start: number, count: number): null {
  if (start < 0 || start > lengthOf(array)) throw argumentOutOfRange("startIndex");
  if (count < 0 || start > lengthOf(array) - count) throw argumentOutOfRange("count");
  tickMany(count >> 3);
  const target = collectionOf(array);
  for (let at = start; at < start + count; at++) target.setItem(at, item);
  return null;
}

function clear(given: AnyArray | null, index: number, length: number): null {
  const array = notNull(given);
  if (index < 0 || length < 0 || index > lengthOf(array) - length) throw indexOutOfRange();
  return fill(array, initialItem(array), index, length);
}

function dimension(of: number): void {
  if (of !== 0) throw indexOutOfRange();
}

function resize(type: Type, array: Ref<AnyArray | null>, size: number): null {
  if (size < 0) throw argumentOutOfRange("newSize", "Non-negative number required.");
  const old = array.value;
  if (old !== null && lengthOf(old) === size) return null;
  charge(16 * size);
  tickMany(size >> 3);
  const kept = old === null ? [] : itemsOf(old).slice(0, size);
  const fresh = arrayOf(type, []);
  const initial = fresh instanceof NetArray ? initialItem(fresh) : boxByte(0);
  array.value = arrayOf(
    type,
    Array.from({ length: size }, (_, at) => (at < kept.length ? kept[at] : initial)),
  );
  return null;
}

export const runtime = implementType("System.Array", {
  Length: lengthOf,
  LongLength: (array: AnyArray) => BigInt(lengthOf(array)),
  Rank: () => 1,
  "Clear(Array)": (array: AnyArray | null) => clear(array, 0, lengthOf(notNull(array))),
  "Clear(Array, int, int)": clear,
  "Clone()": (array: AnyArray) => {
    charge(16 * lengthOf(array));
    return array instanceof NetArray ? new NetArray(array.element, array.items.slice()) : array.slice();
  },
  "ConvertAll<TInput, TOutput>(TInput[], Converter<TInput, TOutput>)": (
    _from: Type,
    to: Type,
    array: AnyArray | null,
    converter: ((item: unknown) => unknown) | null,
  ) => {
    if (array === null) throw argumentNull("array");
    if (converter === null) throw argumentNull("converter");
    return arrayOf(
      to,
      itemsOf(array).map((item) => converter(item)),
    );
  },
  "Copy(Array, Array, int)": (from: AnyArray | null, to: AnyArray | null, length: number) =>
    copy(from, 0, to, 0, length),
  "Copy(Array, int, Array, int, int)": copy,
  "CopyTo(Array, int)": (array: AnyArray, to: AnyArray | null, index: number) =>
    copy(array, 0, to, index, lengthOf(array)),
  "Empty<T>()": (type: Type) => arrayOf(type, []),
  "Fill<T>(T[], T)": (_type: Type, array: AnyArray | null, item: unknown) =>
    fill(notNull(array), item, 0, lengthOf(notNull(array))),
  "Fill<T>(T[], T, int, int)": (_type: Type, array: AnyArray | null, item: unknown, start: number, count: number) =>
    fill(notNull(array), item, start, count),
  "ForEach<T>(T[], Action<T>)": (_type: Type, array: AnyArray | null, action: ((item: unknown) => void) | null) => {
    const items = itemsOf(notNull(array));
    if (action === null) throw argumentNull("action");
    for (const item of items) {
      tick();
      action(item);
    }
    return null;
  },
  "GetEnumerator()": (array: AnyArray) => new NetEnumerator(array),
  "GetLength(int)": (array: AnyArray, of: number) => {
    dimension(of);
    return lengthOf(array);
  },
  "GetLowerBound(int)": (_array: AnyArray, of: number) => {
    dimension(of);
    return 0;
  },
  "GetUpperBound(int)": (array: AnyArray, of: number) => {
    dimension(of);
    return lengthOf(array) - 1;
  },
  "GetValue(int)": (array: AnyArray, index: number) => {
    if (index < 0 || index >= lengthOf(array)) throw indexOutOfRange();
    return collectionOf(array).item(index);
  },
  "SetValue(object, int)": (array: AnyArray, value: unknown, index: number) => {
    if (index < 0 || index >= lengthOf(array)) throw indexOutOfRange();
    collectionOf(array).setItem(index, value);
    return null;
  },
  "Resize<T>(ref T[], int)": resize,
  ...searching,
  ...ordering,
});
