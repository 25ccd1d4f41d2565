import type { Json, JsonObject } from "@/lib/json";
import { isObject } from "./is-object";

export interface PropertyChange {
  /** "circuitBreaker.rules.0.name" */
  path: string;
  /** undefined: was not there. */
  before: Json | undefined;
  /** undefined: is there no more. */
  after: Json | undefined;
}

/** A stored secret's stand-in is one value, not an object to look into. */
const isPointer = (value: JsonObject): boolean => typeof value.$secret === "string";

export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => sameJson(item, b[at]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** What differs, leaf by leaf. A list of another length differs as a whole; `wholeLists` treats every list so. */
export function propertyDiff(
  before: Json | undefined,
  after: Json | undefined,
  { wholeLists = false }: { wholeLists?: boolean } = {},
  path = "",
): PropertyChange[] {
  if (sameJson(before, after)) return [];
  const below = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  const into = (key: string | number, one: Json | undefined, other: Json | undefined) =>
    propertyDiff(one, other, { wholeLists }, below(key));
  if (isObject(before) && isObject(after) && !isPointer(before) && !isPointer(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => into(key, before[key], after[key]));
  }
  if (!wholeLists && Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, at) => into(at, item, after[at]));
  }
  // A group that comes or goes is shown member by member: "proxy.url", not a lump of JSON.
  if (isObject(after) && before === undefined && !isPointer(after) && Object.keys(after).length > 0) {
    return Object.keys(after).flatMap((key) => into(key, undefined, after[key]));
  }
  if (isObject(before) && after === undefined && !isPointer(before) && Object.keys(before).length > 0) {
    return Object.keys(before).flatMap((key) => into(key, before[key], undefined));
  }
  return [{ path, before, after }];
}
