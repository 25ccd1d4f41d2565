import { tick, tickMany } from "@/policy/expression/values/budget";
import { argumentException } from "@/policy/expression/values/net-exception";
import { foldCase } from "./casing";
import { compareCulture } from "./compare-culture";
import { searchText, searchTextBackwards } from "./search-text";

/** System.StringComparison: two by two, the odd ones ignore case. */
export const ordinal = 4;
export const ordinalIgnoreCase = 5;
/** The culture is always the invariant one. */
export const culture = 0;

export const ignoresCase = (comparison: number): boolean => (check(comparison) & 1) === 1;

function check(comparison: number): number {
  if (comparison < 0 || comparison > 5)
    throw argumentException("The string comparison type passed in is currently not supported.", "comparisonType");
  return comparison;
}

/** string.Compare */
export function compareText(a: string | null, b: string | null, comparison: number): number {
  check(comparison);
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (comparison === ordinal) return compareOrdinal(a, b);
  if (comparison === ordinalIgnoreCase) return compareOrdinal(foldCase(a), foldCase(b));
  return compareCulture(a, b, ignoresCase(comparison));
}

/** The difference of the first characters that differ, or of the lengths. */
export function compareOrdinal(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    tick();
    const difference = a.charCodeAt(at) - b.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function equalText(a: string | null, b: string | null, comparison: number): boolean {
  if (a === b) return check(comparison) >= 0;
  if (a === null || b === null) return false;
  if (comparison === ordinal) return false;
  if (comparison === ordinalIgnoreCase) return a.length === b.length && foldCase(a) === foldCase(b);
  return compareText(a, b, comparison) === 0;
}

/** What to search in and for, so that plain searches ignore case where they should. Culture-sensitive ones are ordinal here. */
function folded(text: string, value: string, comparison: number): readonly [string, string] {
  tickMany(text.length >> 2);
  return ignoresCase(comparison) ? [foldCase(text), foldCase(value)] : [text, value];
}

export function indexOfText(text: string, value: string, start: number, end: number, comparison: number): number {
  const [where, what] = folded(end === text.length ? text : text.slice(0, end), value, comparison);
  return searchText(where, what, start);
}

/** The last place at which the value stands within [start, end). */
export function lastIndexOfText(text: string, value: string, start: number, end: number, comparison: number): number {
  const [where, what] = folded(text.slice(start, end), value, comparison);
  const found = searchTextBackwards(where, what);
  return found < 0 ? -1 : found + start;
}

export function startsWithText(text: string, value: string, comparison: number): boolean {
  const [where, what] = folded(text.slice(0, value.length), value, comparison);
  return where.startsWith(what);
}

export function endsWithText(text: string, value: string, comparison: number): boolean {
  const [where, what] = folded(text.slice(Math.max(text.length - value.length, 0)), value, comparison);
  return where.endsWith(what);
}
