import { findType } from "../resources/find";
import type { Address } from "./address";

/** "Create backend orders-api", "Update policy of API orders", "Add API orders to product gold". */
export function titled(
  verb: "Create" | "Update" | "Delete",
  { resource, id, name, parentId }: Pick<Address, "resource" | "id" | "name" | "parentId">,
): string {
  const { definition, type } = resource;
  if (type === "service") return `${verb} the service`;
  if (id === "/policies/policy") return `${verb} the global policy`;
  const noun = lowerFirst(definition.title);
  const parent = parentId === null || parentId === "/" ? null : named(parentId, type.slice(0, type.lastIndexOf("/")));
  // A link is not made or deleted but tied and untied; its own title names the other end.
  if (definition.bodiless && parent !== null) {
    const linked = `${noun.replace(/ of the .*$/, "")} ${name}`;
    return verb === "Delete" ? `Remove ${linked} from ${parent}` : `Add ${linked} to ${parent}`;
  }
  const what = name === "policy" && definition.kind === "policies" ? noun : `${noun} ${name}`;
  return parent === null ? `${verb} ${what}` : `${verb} ${what} of ${parent}`;
}

function named(id: string, type: string): string {
  const name = id.slice(id.lastIndexOf("/") + 1);
  const title = findType(type)?.definition.title;
  return title === undefined ? name : `${lowerFirst(title)} ${name}`;
}

/** "API" stays what it is. */
const lowerFirst = (title: string): string =>
  /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
