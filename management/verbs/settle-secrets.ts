import type { Json, JsonObject } from "@/lib/json";
import type { FieldProblem } from "../refusals";
import { mask, type ResourceDefinition } from "../resources/define";
import { isPointer, mapLeaves, secretFieldAt, secretIds, valueAt } from "../resources/secret-fields";
import type { StoreTransaction } from "../store/store";
import { isObject } from "./json-shape";
import { targetOf } from "./problems";

interface Settling {
  definition: ResourceDefinition;
  properties: JsonObject;
  before: JsonObject | null;
}

/** Puts the stored pointers back where a client sent masks, or left out what is kept when absent. */
export function restoreSecrets(settling: Settling & { keepAbsent: boolean }): {
  properties: JsonObject;
  problems: FieldProblem[];
} {
  const { definition, before } = settling;
  const problems: FieldProblem[] = [];
  const kept = settling.keepAbsent ? withAbsent(settling) : settling.properties;
  const properties = mapLeaves(kept, (value, path) => {
    if (value !== mask) return value;
    const known = knownPath(definition, kept, before, path);
    const stored = known === null ? undefined : valueAt(before ?? {}, known);
    const target = targetOf(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)));
    if (isPointer(stored)) {
      if (known === path && becameShorter(kept, before, path)) {
        problems.push({ target, message: "The list became shorter, so its masks are ambiguous. Send the values." });
      }
      // Also where the field is to be secret no longer: a mask must never become the value.
      return stored as unknown as Json;
    }
    if (secretFieldAt(definition, path, kept) !== undefined) {
      problems.push({
        target,
        message: "A mask stands for the stored secret, and none is stored here. Send the value.",
      });
    }
    return value;
  }) as JsonObject;
  return { properties, problems };
}

/** Where it stood before: in a list of items with names, at the item of the same name; null: there was none. */
function knownPath(
  { keyedLists }: ResourceDefinition,
  properties: JsonObject,
  before: JsonObject | null,
  path: readonly string[],
): readonly string[] | null {
  const [list = "", place = "", ...rest] = path;
  const key = keyedLists?.[list];
  if (key === undefined || rest.length === 0) return path;
  const name = valueAt(properties, [list, place, key]);
  const items = valueAt(before ?? {}, [list]);
  const at = Array.isArray(items) ? items.findIndex((_, index) => valueAt(items, [String(index), key]) === name) : -1;
  return at < 0 ? null : [list, String(at), ...rest];
}

/** A mask in a list means the secret at the same place; when items went, nobody can tell which place that was. */
function becameShorter(properties: JsonObject, before: JsonObject | null, path: readonly string[]): boolean {
  const list = valueAt(properties, path.slice(0, -1));
  const stored = valueAt(before ?? {}, path.slice(0, -1));
  return Array.isArray(list) && Array.isArray(stored) && list.length < stored.length;
}

function withAbsent({ definition, properties, before }: Settling): JsonObject {
  if (before === null) return properties;
  let kept = properties;
  for (const field of definition.secrets) {
    if (!field.keptWhenAbsent || field.path.includes("*") || !(field.when?.(properties) ?? true)) continue;
    const path = field.path.split(".");
    const stored = valueAt(before, path);
    if (isPointer(stored) && valueAt(kept, path) === undefined) kept = withValue(kept, path, stored as unknown as Json);
  }
  return kept;
}

/** Sets a value where its parent exists. */
export function withValue(properties: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return properties;
  if (rest.length === 0) return { ...properties, [key]: value };
  const member = properties[key];
  return isObject(member) ? { ...properties, [key]: withValue(member, rest, value) } : properties;
}

/** Seals every new secret, and keeps the pointer of one that was sent again unchanged. */
export async function sealSecrets(
  settling: Settling & { documentId: string; tx: StoreTransaction },
): Promise<{ properties: JsonObject; problems: FieldProblem[] }> {
  const { definition, properties, before, documentId, tx } = settling;
  const problems: FieldProblem[] = [];
  const fresh: { path: readonly string[]; value: string }[] = [];
  mapLeaves(properties, (value, path) => {
    const field = secretFieldAt(definition, path, properties);
    if (field === undefined && isPointer(value)) {
      const message = "Is secret so far. To make it plain, send its value in the same request.";
      problems.push({ target: targetOf(path), message });
    } else if (field !== undefined && typeof value === "string" && value !== "" && !field.plain?.(value)) {
      fresh.push({ path, value });
    }
    return value;
  });
  if (problems.length > 0 || fresh.length === 0) return { properties, problems };

  const opened = await tx.openSecrets(secretIds(fresh.map(({ path }) => valueAt(before ?? {}, path) ?? null)));
  const sealed = new Map<string, Json>();
  for (const { path, value } of fresh) {
    const stored = valueAt(before ?? {}, path);
    const unchanged = isPointer(stored) && opened.get(stored.$secret) === value;
    const pointer = unchanged ? stored : await tx.seal(documentId, path.join("."), value);
    sealed.set(path.join("\0"), pointer as unknown as Json);
  }
  const settled = mapLeaves(properties, (value, path) => sealed.get(path.join("\0")) ?? value) as JsonObject;
  return { properties: settled, problems };
}
