import type { Json, JsonObject } from "@/lib/json";
import { type PropertyChange, propertyDiff, sameJson } from "./property-diff";
import { getAt, setAt } from "./set-at";

export type Side = "mine" | "theirs";

export interface MergeField {
  path: string;
  base: Json | undefined;
  mine: Json | undefined;
  theirs: Json | undefined;
  /** Both changed it, to different values. */
  contested: boolean;
  /** The side that stands unless the person chooses otherwise. */
  suggested: Side;
}

/** Every member in which two versions of one document differ, with what each made of their common ancestor. */
export function mergeFields(base: JsonObject, mine: JsonObject, theirs: JsonObject): MergeField[] {
  return propertyDiff(theirs, mine, { wholeLists: true }).map(({ path, before, after }: PropertyChange) => {
    const from = getAt(base, path);
    const mineChanged = !sameJson(from, after);
    return {
      path,
      base: from,
      mine: after,
      theirs: before,
      contested: mineChanged && !sameJson(from, before),
      suggested: mineChanged ? "mine" : "theirs",
    };
  });
}

/** Theirs, with what was chosen of mine put in. */
export function merged(
  theirs: JsonObject,
  fields: readonly MergeField[],
  chosen: ReadonlyMap<string, Side>,
): JsonObject {
  return fields.reduce<JsonObject>(
    (result, field) =>
      (chosen.get(field.path) ?? field.suggested) === "mine" ? setAt(result, field.path, field.mine) : result,
    theirs,
  );
}
