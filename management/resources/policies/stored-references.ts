import type { JsonObject } from "@/lib/json";
import type { Reference } from "../define";

/**
 * What a policy refers to is found when it is saved, since a named value is named by its display name; the ids are kept
 * beside the text, where they stay true when the named value is renamed.
 */
export function storedReferences(properties: JsonObject): Reference[] {
  const { references } = properties;
  return Array.isArray(references) ? references.map((to) => ({ to: String(to), target: "value" })) : [];
}
