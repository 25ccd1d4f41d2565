import { tick } from "@/policy/expression/values/budget";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { NetList } from "@/policy/kits/collections/net-list";
import { defaultOf } from "@/policy/kits/object/default-of";
import {
  findIndex,
  findLastIndex,
  indexOfItem,
  lastIndexOfItem,
  type Match,
} from "@/policy/kits/sequence/search-items";

function given(match: Match | null): Match {
  if (match === null) throw argumentNull("match");
  return (item) => {
    tick();
    return match(item);
  };
}

const at = (list: NetList, index: number) => (index < 0 ? defaultOf(list.element) : list.items[index]);

/** Members of List<T> that look for items. */
export const searching = {
  "Contains(T)": (list: NetList, item: unknown) => list.indexOf(item) >= 0,
  "Exists(Predicate<T>)": (list: NetList, match: Match | null) => findIndex(list.items, given(match)) >= 0,
  "Find(Predicate<T>)": (list: NetList, match: Match | null) => at(list, findIndex(list.items, given(match))),
  "FindAll(Predicate<T>)": (list: NetList, match: Match | null) =>
    new NetList(list.element, list.items.filter(given(match))),
  "FindIndex(Predicate<T>)": (list: NetList, match: Match | null) => findIndex(list.items, given(match)),
  "FindIndex(int, Predicate<T>)": (list: NetList, start: number, match: Match | null) =>
    findIndex(list.items, given(match), start),
  "FindIndex(int, int, Predicate<T>)": (list: NetList, start: number, count: number, match: Match | null) =>
    findIndex(list.items, given(match), start, count),
  "FindLast(Predicate<T>)": (list: NetList, match: Match | null) => at(list, findLastIndex(list.items, given(match))),
  "FindLastIndex(Predicate<T>)": (list: NetList, match: Match | null) => findLastIndex(list.items, given(match)),
  "IndexOf(T)": (list: NetList, item: unknown) => list.indexOf(item),
  "IndexOf(T, int)": (list: NetList, item: unknown, start: number) => indexOfItem(list.items, item, start),
  "IndexOf(T, int, int)": (list: NetList, item: unknown, start: number, count: number) =>
    indexOfItem(list.items, item, start, count),
  "LastIndexOf(T)": (list: NetList, item: unknown) => lastIndexOfItem(list.items, item),
  "RemoveAll(Predicate<T>)": (list: NetList, match: Match | null) => list.removeAll(given(match)),
  "TrueForAll(Predicate<T>)": (list: NetList, match: Match | null) => list.items.every(given(match)),
};
