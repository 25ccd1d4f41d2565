import type { Type } from "@/policy/expression/types/type";
import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange, invalidOperation } from "@/policy/expression/values/net-exception";
import { collectionOf, copyTo } from "@/policy/kits/collections/collection-of";
import { NetStack } from "@/policy/kits/collections/net-stack";
import { defaultOf } from "@/policy/kits/object/default-of";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { takeAll } from "@/policy/kits/sequence/take-all";
import { implementType } from "@/policy/library/implement";

function some(item: unknown): unknown {
  if (item === undefined) throw invalidOperation("Stack empty.");
  return item;
}

const tryTake = (take: (stack: NetStack) => unknown) => (stack: NetStack, result: Ref<unknown>) => {
  const item = take(stack);
  result.value = item === undefined ? defaultOf(stack.element) : item;
  return item !== undefined;
};

export const runtime = implementType("System.Collections.Generic.Stack", {
  "new()": (type: Type) => new NetStack(type),
  "new(int)": (type: Type, capacity: number) => {
    if (capacity < 0) throw argumentOutOfRange("capacity", "Non-negative number required.");
    return new NetStack(type);
  },
  "new(IEnumerable<T>)": (type: Type, collection: unknown) => {
    if (collection === null) throw argumentNull("collection");
    return new NetStack(type, takeAll(collection));
  },
  Count: (stack: NetStack) => stack.count,
  "Clear()": (stack: NetStack) => {
    stack.clear();
    return null;
  },
  "Contains(T)": (stack: NetStack, item: unknown) => collectionOf(stack).indexOf(item) >= 0,
  "CopyTo(T[], int)": (stack: NetStack, array: NetArray | null, index: number) => {
    copyTo(stack, array, index);
    return null;
  },
  "EnsureCapacity(int)": (stack: NetStack, capacity: number) => Math.max(capacity, stack.count),
  "GetEnumerator()": (stack: NetStack) => new NetEnumerator(stack),
  "Peek()": (stack: NetStack) => some(stack.peek()),
  "Pop()": (stack: NetStack) => some(stack.pop()),
  "Push(T)": (stack: NetStack, item: unknown) => {
    stack.push(item);
    return null;
  },
  "ToArray()": (stack: NetStack) => arrayOf(stack.element, takeAll(stack)),
  "TrimExcess()": () => null,
  "TryPeek(out T)": tryTake((stack) => stack.peek()),
  "TryPop(out T)": tryTake((stack) => stack.pop()),
});
