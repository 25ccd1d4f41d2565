import type { z } from "zod";
import type { Json, JsonObject } from "@/lib/json";
import type { FieldProblem } from "../refusals";
import { isPointer } from "../resources/secret-fields";
import { targetOf } from "./problems";

export const maxDepth = 64;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What no schema may let through: a prototype in disguise, a forged pointer to a secret, depth without end. */
export function hostileShape(value: Json, path: readonly PropertyKey[] = []): FieldProblem | null {
  if (typeof value !== "object" || value === null) return null;
  const target = targetOf(path.slice(0, 8)) || "body";
  if (path.length > maxDepth) return { target, message: `Is nested deeper than ${maxDepth} levels.` };
  if (isPointer(value)) return { target, message: "A property named '$secret' cannot stand alone in an object." };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = hostileShape(item, [...path, index]);
      if (found !== null) return found;
    }
    return null;
  }
  for (const [key, member] of Object.entries(value)) {
    if (key === "__proto__")
      return { target: targetOf([...path, key]), message: "The name '__proto__' cannot be used." };
    const found = hostileShape(member, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** RFC 7396: objects are merged, null removes, anything else replaces. */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const merged: JsonObject = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(Object.hasOwn(merged, key) ? merged[key] : undefined, value);
  }
  return merged;
}

/** Without the members at these paths ("keyVault.lastStatus", "list.*.state"). */
export function withoutPaths(value: Json, paths: readonly string[]): Json {
  const here = new Set(paths.filter((path) => !path.includes(".")));
  const below = paths.filter((path) => path.includes("."));
  const rest = (key: string) =>
    below
      .filter((path) => path.startsWith(`${key}.`) || path.startsWith("*."))
      .map((path) => path.slice(path.indexOf(".") + 1));
  if (Array.isArray(value)) return value.map((item, index) => withoutPaths(item, rest(String(index))));
  if (!isObject(value) || paths.length === 0) return value;
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (!here.has(key)) copy[key] = withoutPaths(member, rest(key));
  }
  return copy;
}

interface SchemaView {
  def: { type: string; innerType?: SchemaView; element?: SchemaView; valueType?: SchemaView };
  shape?: Record<string, SchemaView>;
}

/** Clients write null for "absent". Where the schema knows the member and has no use for null, it goes. */
export function withoutNulls(value: Json, schema: z.ZodType): Json {
  return dropNulls(value, schema as unknown as SchemaView);
}

function dropNulls(value: Json, schema: SchemaView): Json {
  const bare = unwrap(schema);
  if (Array.isArray(value)) {
    const element = bare.def.element;
    return element === undefined ? value : value.map((item) => dropNulls(item, element));
  }
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const inner =
      bare.shape === undefined ? bare.def.valueType : Object.hasOwn(bare.shape, key) ? bare.shape[key] : undefined;
    if (inner === undefined) copy[key] = member;
    else if (member !== null) copy[key] = dropNulls(member, inner);
    else if (takesNull(inner)) copy[key] = null;
  }
  return copy;
}

const wrappers = new Set(["optional", "nullable", "default", "prefault", "readonly", "nonoptional"]);

function unwrap(schema: SchemaView): SchemaView {
  let bare = schema;
  while (wrappers.has(bare.def.type) && bare.def.innerType !== undefined) bare = bare.def.innerType;
  return bare;
}

function takesNull(schema: SchemaView): boolean {
  let bare: SchemaView | undefined = schema;
  while (bare !== undefined) {
    if (
      bare.def.type === "nullable" ||
      bare.def.type === "unknown" ||
      bare.def.type === "any" ||
      bare.def.type === "null"
    )
      return true;
    bare = wrappers.has(bare.def.type) ? bare.def.innerType : undefined;
  }
  return false;
}
