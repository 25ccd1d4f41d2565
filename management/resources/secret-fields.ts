import type { Json, JsonObject } from "@/lib/json";
import { mask, type ResourceDefinition, type SecretField, type SecretPointer } from "./define";

export function isPointer(value: unknown): value is SecretPointer {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  return keys.length === 1 && keys[0] === "$secret" && typeof (value as { $secret: unknown }).$secret === "string";
}

/** Called with every leaf (pointers count as leaves) and its path; what it returns takes the leaf's place. */
type Visit = (value: Json, path: readonly string[]) => Json | undefined;

/** A copy, leaf by leaf; undefined leaves a member out. */
export function mapLeaves(value: Json, visit: Visit, path: readonly string[] = []): Json | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const mapped = mapLeaves(item, visit, [...path, String(index)]);
      return mapped === undefined ? [] : [mapped];
    });
  }
  if (typeof value !== "object" || value === null || isPointer(value)) return visit(value, path);
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const mapped = mapLeaves(member, visit, [...path, key]);
    if (mapped !== undefined) copy[key] = mapped;
  }
  return copy;
}

function matches(pattern: string, path: readonly string[]): boolean {
  const parts = pattern.split(".");
  return parts.length === path.length && parts.every((part, index) => part === "*" || part === path[index]);
}

/** The field of the definition that makes the value at this path secret, if any does. */
export function secretFieldAt(
  definition: ResourceDefinition,
  path: readonly string[],
  properties: JsonObject,
): SecretField | undefined {
  return definition.secrets.find((field) => matches(field.path, path) && (field.when?.(properties, path) ?? true));
}

/** What a reader is shown: secrets left out or masked. A pointer that no field explains is masked. */
export function hideSecrets(definition: ResourceDefinition, properties: JsonObject): JsonObject {
  return mapLeaves(properties, (value, path) => {
    if (!isPointer(value)) return value;
    const shown = definition.secrets.find((field) => matches(field.path, path))?.shown ?? "masked";
    return shown === "omitted" ? undefined : mask;
  }) as JsonObject;
}

/** Every secret masked: what a PATCH is merged into, so that the result reads like a PUT. */
export function maskSecrets(properties: JsonObject): JsonObject {
  return mapLeaves(properties, (value) => (isPointer(value) ? mask : value)) as JsonObject;
}

/** The ids of all secrets that stand in these properties. */
export function secretIds(properties: Json): string[] {
  const ids: string[] = [];
  mapLeaves(properties, (value) => {
    if (isPointer(value)) ids.push(value.$secret);
    return value;
  });
  return ids;
}

/** The properties with every secret in clear. */
export async function openProperties(
  properties: JsonObject,
  openSecrets: (ids: readonly string[]) => Promise<Map<string, string>>,
): Promise<JsonObject> {
  const ids = secretIds(properties);
  if (ids.length === 0) return properties;
  const opened = await openSecrets(ids);
  return mapLeaves(properties, (value, path) => {
    if (!isPointer(value)) return value;
    const clear = opened.get(value.$secret);
    if (clear === undefined) throw new Error(`The secret at ${path.join(".")} is not in the store.`);
    return clear;
  }) as JsonObject;
}

/** The value at a path, where there is one. */
export function valueAt(properties: Json | undefined, path: readonly string[]): Json | undefined {
  let value: Json | undefined = properties;
  for (const key of path) {
    if (typeof value !== "object" || value === null || isPointer(value)) return undefined;
    value = Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;
  }
  return value;
}
