import type { Type } from "@/policy/expression/types/type";
import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange, invalidOperation } from "@/policy/expression/values/net-exception";
import { collectionOf, copyTo } from "@/policy/kits/collections/collection-of";
import { NetQueue } from "@/policy/kits/collections/net-queue";
import { defaultOf } from "@/policy/kits/object/default-of";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import { NetEnumerator } from "@/policy/kits/sequence/net-enumerator";
import { takeAll } from "@/policy/kits/sequence/take-all";
import { implementType } from "@/policy/library/implement";

function some(item: unknown): unknown {
  if (item === undefined) throw invalidOperation("Queue empty.");
  return item;
}

const tryTake = (take: (queue: NetQueue) => unknown) => (queue: NetQueue, result: Ref<unknown>) => {
  const item = take(queue);
  result.value = item === undefined ? defaultOf(queue.element) : item;
  return item !== undefined;
};

export const runtime = implementType("System.Collections.Generic.Queue", {
  "new()": (type: Type) => new NetQueue(type),
  "new(int)": (type: Type, capacity: number) => {
    if (capacity < 0) throw argumentOutOfRange("capacity", "Non-negative number required.");
    return new NetQueue(type);
  },
  "new(IEnumerable<T>)": (type: Type, collection: unknown) => {
    if (collection === null) throw argumentNull("collection");
    return new NetQueue(type, takeAll(collection));
  },
  Count: (queue: NetQueue) => queue.count,
  "Clear()": (queue: NetQueue) => {
    queue.clear();
    return null;
  },
  "Contains(T)": (queue: NetQueue, item: unknown) => collectionOf(queue).indexOf(item) >= 0,
  "CopyTo(T[], int)": (queue: NetQueue, array: NetArray | null, index: number) => {
    copyTo(queue, array, index);
    return null;
  },
  "Dequeue()": (queue: NetQueue) => some(queue.dequeue()),
  "Enqueue(T)": (queue: NetQueue, item: unknown) => {
    queue.enqueue(item);
    return null;
  },
  "EnsureCapacity(int)": (queue: NetQueue, capacity: number) => Math.max(capacity, queue.count),
  "GetEnumerator()": (queue: NetQueue) => new NetEnumerator(queue),
  "Peek()": (queue: NetQueue) => some(queue.peek()),
  "ToArray()": (queue: NetQueue) => arrayOf(queue.element, takeAll(queue)),
  "TrimExcess()": () => null,
  "TryDequeue(out T)": tryTake((queue) => queue.dequeue()),
  "TryPeek(out T)": tryTake((queue) => queue.peek()),
});
