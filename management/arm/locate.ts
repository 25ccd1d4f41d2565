import { invalidResourceType } from "../refusals";
import type { Action, Reader } from "../resources/behaviour";
import { findType, type ResourceType } from "../resources/find";
import { parentIdOf } from "../store/parent-id";
import type { Address } from "../verbs/address";

/** Where a path below the service leads, when it leads to resources. */
export type Located =
  | { kind: "document"; address: Address; path: string }
  | { kind: "collection"; resource: ResourceType; parentId: string; parentPath: string | null }
  | { kind: "action"; address: Address; parentPath: string | null; actions: Action[] };

/** null: no resource and no action of one; an endpoint may know it. */
export async function locate(segments: readonly string[], read: Reader): Promise<Located | null> {
  const paired = segments.length % 2 === 0;
  const whole = resourceOf(segments);
  if (paired && whole !== null) return { kind: "document", ...(await addressOf(segments, whole, read)) };
  if (paired) return null;
  const above = segments.slice(0, -1);
  if (whole !== null) {
    if (above.length === 0) return { kind: "collection", resource: whole, parentId: "/", parentPath: null };
    const parent = resourceOf(above);
    if (parent === null) return null;
    const { address, path } = await addressOf(above, parent, read);
    return { kind: "collection", resource: whole, parentId: address.id, parentPath: path };
  }
  const owner = resourceOf(above);
  const name = segments.at(-1)?.toLowerCase();
  const actions = owner?.behaviour.actions?.filter(
    (action) => action.name.toLowerCase() === name && (action.types?.includes(owner.type) ?? true),
  );
  if (owner === null || actions === undefined || actions.length === 0) return null;
  const { address, path } = await addressOf(above, owner, read);
  return { kind: "action", address, parentPath: parentPathOf(path), actions };
}

/** The path of what holds the document at this path; null directly below the service. */
export function parentPathOf(path: string): string | null {
  const end = path.lastIndexOf("/", path.lastIndexOf("/") - 1);
  return end > 0 ? path.slice(0, end) : null;
}

/** Any document, also one of which only the type is known: what endpoints that begin with {document} hang below. */
export async function locateDocument(segments: readonly string[], read: Reader): Promise<Address> {
  const resource = segments.length % 2 === 0 ? resourceOf(segments) : null;
  if (resource === null) throw invalidResourceType(typeText(segments));
  return (await addressOf(segments, resource, read)).address;
}

/** "apis/operations" of apis/orders/operations/get. */
export const typeText = (segments: readonly string[]): string =>
  segments.filter((_, index) => index % 2 === 0).join("/");

function resourceOf(segments: readonly string[]): ResourceType | null {
  return findType(segments.length === 0 ? "service" : typeText(segments)) ?? null;
}

async function addressOf(
  segments: readonly string[],
  resource: ResourceType,
  read: Reader,
): Promise<{ address: Address; path: string }> {
  if (segments.length === 0) return { address: { resource, id: "/", name: "gatehouse", parentId: null }, path: "" };
  let id = "";
  let path = "";
  const collections = resource.type.split("/");
  for (let index = 0; index < segments.length; index += 2) {
    const name = segments[index + 1] as string;
    id = `${id}/${(segments[index] as string).toLowerCase()}/${name.toLowerCase()}`;
    path = `${path}/${collections[index / 2]}/${name}`;
    // A kind may know its documents under several ids, as an API by the number of its current revision.
    const known = findType(typeText(segments.slice(0, index + 2)));
    if (known?.behaviour.locate !== undefined) id = await known.behaviour.locate(id, read);
  }
  return { address: { resource, id, name: segments.at(-1) as string, parentId: parentIdOf(id) }, path };
}
