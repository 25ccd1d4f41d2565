import type { Json, JsonObject } from "@/lib/json";
import { valueAt } from "./secret-fields";

/** Readers of stored properties, for those who cannot know which members are there. */

/** The texts at a path: those of a list, a single one, or none. */
export function textsOf(properties: JsonObject, ...path: string[]): string[] {
  const value = valueAt(properties, path);
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

export const textAt = (properties: JsonObject, ...path: string[]): string | null =>
  textsOf(properties, ...path)[0] ?? null;

export const objectsAt = (properties: JsonObject, ...path: string[]): JsonObject[] => {
  const value = valueAt(properties, path);
  return Array.isArray(value) ? value.filter((item): item is JsonObject => isObject(item)) : [];
};

const isObject = (value: Json): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

export const numberAt = (properties: JsonObject, ...path: string[]): number | null => {
  const value = valueAt(properties, path);
  return typeof value === "number" ? value : null;
};

export const flagAt = (properties: JsonObject, ...path: string[]): boolean | null => {
  const value = valueAt(properties, path);
  return typeof value === "boolean" ? value : null;
};
