import type { Json, JsonObject } from "@/lib/json";

/** A copy with one member set, or removed when undefined; groups that lead to it are made, those left empty go. */
export function setAt(object: JsonObject, path: string, value: Json | undefined): JsonObject {
  return (put(object, path.split("."), value) ?? {}) as JsonObject;
}

function put(at: Json | undefined, [key, ...rest]: readonly string[], value: Json | undefined): Json | undefined {
  if (key === undefined) return value;
  if (Array.isArray(at)) {
    const items = [...at];
    const item = put(items[Number(key)], rest, value);
    if (item === undefined) items.splice(Number(key), 1);
    else items[Number(key)] = item;
    return items;
  }
  const members: JsonObject = typeof at === "object" && at !== null ? { ...at } : {};
  const member = put(members[key], rest, value);
  if (member === undefined) delete members[key];
  else members[key] = member;
  // A group whose last member goes, goes with it; one that was never there is not made for nothing.
  return Object.keys(members).length === 0 && value === undefined ? undefined : members;
}

export function getAt(value: Json | undefined, path: string): Json | undefined {
  if (path === "") return value;
  return path.split(".").reduce<Json | undefined>((at, key) => {
    if (Array.isArray(at)) return at[Number(key)];
    return typeof at === "object" && at !== null && Object.hasOwn(at, key) ? at[key] : undefined;
  }, value);
}
