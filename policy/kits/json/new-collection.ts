import type { Type } from "@/policy/expression/types/type";
import { tick } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import { NetHashSet } from "@/policy/kits/collections/net-hash-set";
import { NetList } from "@/policy/kits/collections/net-list";
import { NetQueue } from "@/policy/kits/collections/net-queue";
import { NetStack } from "@/policy/kits/collections/net-stack";

const lists = new Set(["List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection"]);

/** A collection of this kind ("array" or a full name) with boxed items; null where there is no such kind. */
export function newSequence(kind: string, element: Type, items: unknown[]): unknown {
  const name = kind.slice(kind.lastIndexOf(".") + 1);
  if (kind === "array") return new NetArray(element, items);
  if (lists.has(name)) return new NetList(element, items);
  if (name === "HashSet" || name === "ISet") return new NetHashSet(element, items);
  if (name === "Queue") return new NetQueue(element, items);
  return name === "Stack" ? new NetStack(element, items) : null;
}

export function newDictionary(key: Type, value: Type, entries: () => Iterable<[unknown, unknown]>): NetDictionary {
  const dictionary = new NetDictionary(key, value);
  for (const [name, content] of entries()) {
    tick();
    dictionary.set(name, content);
  }
  return dictionary;
}
