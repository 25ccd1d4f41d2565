import type { Type } from "@/policy/expression/types/type";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { defaultOf } from "@/policy/kits/object/default-of";
import { type AnyArray, itemsOf, notNull } from "@/policy/kits/sequence/array-content";
import { arrayOf } from "@/policy/kits/sequence/array-of";
import {
  findIndex,
  findLastIndex,
  indexOfItem,
  lastIndexOfItem,
  type Match,
} from "@/policy/kits/sequence/search-items";

const read = (array: AnyArray | null) => itemsOf(notNull(array));

function given(match: Match | null): Match {
  if (match === null) throw argumentNull("match");
  return match;
}

const pick = (type: Type, items: readonly unknown[], index: number) => (index < 0 ? defaultOf(type) : items[index]);

type Given = AnyArray | null;
type GivenMatch = Match | null;

/** Members of Array that look for items. */
export const searching = {
  "Exists<T>(T[], Predicate<T>)": (_type: Type, array: Given, match: GivenMatch) =>
    findIndex(read(array), given(match)) >= 0,
  "Find<T>(T[], Predicate<T>)": (type: Type, array: Given, match: GivenMatch) =>
    pick(type, read(array), findIndex(read(array), given(match))),
  "FindAll<T>(T[], Predicate<T>)": (type: Type, array: Given, match: GivenMatch) => {
    const test = given(match);
    return arrayOf(
      type,
      read(array).filter((item) => test(item)),
    );
  },
  "FindIndex<T>(T[], Predicate<T>)": (_type: Type, array: Given, match: GivenMatch) =>
    findIndex(read(array), given(match)),
  "FindIndex<T>(T[], int, Predicate<T>)": (_type: Type, array: Given, start: number, match: GivenMatch) =>
    findIndex(read(array), given(match), start),
  "FindIndex<T>(T[], int, int, Predicate<T>)": (
    _type: Type,
    array: Given,
    start: number,
    count: number,
    match: GivenMatch,
  ) => findIndex(read(array), given(match), start, count),
  "FindLast<T>(T[], Predicate<T>)": (type: Type, array: Given, match: GivenMatch) =>
    pick(type, read(array), findLastIndex(read(array), given(match))),
  "FindLastIndex<T>(T[], Predicate<T>)": (_type: Type, array: Given, match: GivenMatch) =>
    findLastIndex(read(array), given(match)),
  "IndexOf(Array, object)": (array: Given, value: unknown) => indexOfItem(read(array), value),
  "IndexOf<T>(T[], T)": (_type: Type, array: Given, value: unknown) => indexOfItem(read(array), value),
  "IndexOf<T>(T[], T, int)": (_type: Type, array: Given, value: unknown, start: number) =>
    indexOfItem(read(array), value, start),
  "IndexOf<T>(T[], T, int, int)": (_type: Type, array: Given, value: unknown, start: number, count: number) =>
    indexOfItem(read(array), value, start, count),
  "LastIndexOf(Array, object)": (array: Given, value: unknown) => lastIndexOfItem(read(array), value),
  "LastIndexOf<T>(T[], T)": (_type: Type, array: Given, value: unknown) => lastIndexOfItem(read(array), value),
  "TrueForAll<T>(T[], Predicate<T>)": (_type: Type, array: Given, match: GivenMatch) => {
    const test = given(match);
    return read(array).every((item) => test(item));
  },
};
