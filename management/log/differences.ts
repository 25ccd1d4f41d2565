import type { Json, JsonObject } from "@/lib/json";
import { isPointer } from "../resources/secret-fields";
import { equalJson } from "../store/equal-json";

/** One property that differs. A member that was or is absent is left out; of a secret only that it differs is told. */
export interface Difference extends JsonObject {
  /** "credentials.header.x-key[0]" */
  path: string;
}

/** What differs between two states of a document, property by property; null is an absent document. */
export function differences(before: Json, after: Json): Difference[] {
  return within(before ?? undefined, after ?? undefined, "");
}

function within(before: Json | undefined, after: Json | undefined, path: string): Difference[] {
  if (equalJson(before, after)) return [];
  if (isPointer(before) || isPointer(after)) return [{ path, secret: true, ...withoutSecrets(before, after) }];
  if (isObject(before ?? after) && isObject(after ?? before)) {
    const [one, other] = [(before ?? {}) as JsonObject, (after ?? {}) as JsonObject];
    const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    const found = names.flatMap((name) => within(member(one, name), member(other, name), joined(path, name)));
    // An empty object that came or went has no members to tell of.
    if (found.length > 0 || path === "") return found;
  }
  // Lists of one length are compared item by item; when items came or went, nobody can tell which.
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, index) => within(item, after[index], `${path}[${index}]`));
  }
  return [{ path, ...told("before", before), ...told("after", after) }];
}

const member = (object: JsonObject, name: string) => (Object.hasOwn(object, name) ? object[name] : undefined);

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isPointer(value);

const joined = (path: string, name: string) => (path === "" ? name : `${path}.${name}`);

/** When a secret takes the place of a plain value, or gives way to one, that value may be shown. */
const withoutSecrets = (before: Json | undefined, after: Json | undefined): JsonObject => ({
  ...(isPointer(before) ? {} : told("before", before)),
  ...(isPointer(after) ? {} : told("after", after)),
});

function told(side: "before" | "after", value: Json | undefined): JsonObject {
  return value === undefined ? {} : { [side]: value };
}
