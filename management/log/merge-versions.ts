import type { Json, JsonObject } from "@/lib/json";
import { isPointer } from "../resources/secret-fields";
import { equalJson } from "../store/equal-json";

export type Side = "draft" | "live";

export interface Versions {
  /** What both were made from; null: there was none. */
  base: Json;
  draft: JsonObject;
  live: JsonObject;
}

/**
 * What a draft and others made of one document, put together member by member: what only others changed is taken from
 * them, all else from the draft, unless `chosen` says otherwise for a path ("credentials.header.x-key"). Lists are
 * taken whole, and secrets as the pointers they are stored as.
 */
export function mergeVersions({ base, draft, live }: Versions, chosen: ReadonlyMap<string, Side>): JsonObject {
  const within = (one: Values, path: string): Json | undefined => {
    const { base: from, draft: mine, live: theirs } = one;
    if (equalJson(mine, theirs)) return mine;
    if (isGroup(mine ?? theirs) && isGroup(theirs ?? mine)) {
      const members: JsonObject = {};
      for (const name of new Set([...Object.keys(theirs ?? {}), ...Object.keys(mine ?? {})])) {
        const below = { base: member(from, name), draft: member(mine, name), live: member(theirs, name) };
        const value = within(below, path === "" ? name : `${path}.${name}`);
        if (value !== undefined) members[name] = value;
      }
      // A group that one of them lacks is not made for nothing.
      if (Object.keys(members).length > 0 || (mine !== undefined && theirs !== undefined)) return members;
    }
    const side = chosen.get(path) ?? (equalJson(mine, from) ? "live" : "draft");
    return side === "live" ? theirs : mine;
  };
  return (within({ base: base ?? undefined, draft, live }, "") ?? {}) as JsonObject;
}

interface Values {
  base: Json | undefined;
  draft: Json | undefined;
  live: Json | undefined;
}

const isGroup = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isPointer(value);

const member = (value: Json | undefined, name: string): Json | undefined =>
  isGroup(value) && Object.hasOwn(value, name) ? value[name] : undefined;
