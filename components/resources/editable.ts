import type { JsonObject } from "@/lib/json";
import { setAt } from "../diff/set-at";

/** The properties without what only the server writes. */
export function editable(properties: JsonObject, readOnly: readonly string[]): JsonObject {
  return readOnly
    .filter((path) => !path.includes("*"))
    .reduce((rest, path) => setAt(rest, path, undefined), properties);
}
