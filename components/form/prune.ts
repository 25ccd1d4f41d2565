import type { Json, JsonObject } from "@/lib/json";
import { getAt } from "../diff/set-at";
import type { FieldNode } from "./describe";

/**
 * What a form would send: without members that are hidden, and without those left blank that nobody asked for. A blank
 * text stays where blank is a value (an API's path) and it stood there before.
 */
export function prune(
  values: JsonObject,
  root: FieldNode,
  base: JsonObject,
  isVisible: (path: string) => boolean,
): JsonObject {
  return (keep(values, root, "", true) as JsonObject | undefined) ?? {};

  function keep(
    value: Json | undefined,
    node: FieldNode | undefined,
    path: string,
    required: boolean,
  ): Json | undefined {
    if (value === undefined || (path !== "" && !isVisible(path))) return undefined;
    if (value === null) return node?.nullable ? null : undefined;
    if (value === "") return isBlankMeant(node, path) ? "" : undefined;
    if (Array.isArray(value)) {
      const item = node?.kind === "list" ? node.item : undefined;
      const items = value.map((each, at) => keep(each, item, `${path}.${at}`, true) ?? blankItem(item));
      return items.length === 0 && !required && getAt(base, path) === undefined ? undefined : items;
    }
    if (typeof value !== "object") return value;
    const members: JsonObject = {};
    for (const [name, member] of Object.entries(value)) {
      const child = node?.kind === "object" ? node.fields.get(name) : node?.kind === "map" ? node.value : undefined;
      const kept = keep(member, child, path === "" ? name : `${path}.${name}`, child?.required ?? false);
      if (kept !== undefined) members[name] = kept;
    }
    const empty = Object.keys(members).length === 0 && !required;
    return empty && !(Object.keys(value).length === 0 && sameEmpty(getAt(base, path))) ? undefined : members;
  }

  function isBlankMeant(node: FieldNode | undefined, path: string): boolean {
    if (node?.kind !== "text" || node.min > 0) return false;
    return node.required || getAt(base, path) !== undefined;
  }
}

const sameEmpty = (value: Json | undefined): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** An item that was added and not filled in must be seen by the validation, not vanish. */
const blankItem = (item: FieldNode | undefined): Json =>
  item?.kind === "object" ? {} : item?.kind === "list" ? [] : "";
