import type { Json, JsonObject } from "@/lib/json";
import type { Pair } from "../ui/key-value-editor";

/** A map to a text, or to several texts, as pairs; a name with several values stands several times. */
export const toPairs = (map: JsonObject): Pair[] =>
  Object.entries(map).flatMap(([key, value]) =>
    Array.isArray(value) ? value.map((each) => ({ key, value: String(each) })) : [{ key, value: String(value ?? "") }],
  );

/** The map that pairs stand for; those without a name are still being written. */
export function fromPairs(pairs: readonly Pair[], several: boolean): JsonObject | undefined {
  const map = new Map<string, Json>();
  for (const { key, value } of pairs) {
    if (key === "") continue;
    const before = map.get(key);
    map.set(key, several ? [...(Array.isArray(before) ? before : []), value] : value);
  }
  return map.size === 0 ? undefined : Object.fromEntries(map);
}
