import { isDeepStrictEqual } from "node:util";
import type { StoredDocument, StoreTransaction } from "../../store/store";
import type { ResourceDefinition } from "../define";
import { definitions } from "../definitions";

/** What belongs to the API whatever its revision, and so is never copied. */
const ofTheApi = "apis/releases";

const all: readonly ResourceDefinition[] = definitions;
const depth = (type: string) => type.split("/").length;

/** Every type of document that stands below an API, parents first. */
const typesBelow = (): string[] =>
  all
    .filter(({ create }) => create !== null)
    .flatMap(({ types }) => types.filter((type) => type.startsWith("apis/") && type !== ofTheApi))
    .sort((a, b) => depth(a) - depth(b));

/** Everything of one revision below its document (operations, policies, tags), parents first. */
export async function readTree(tx: StoreTransaction, id: string): Promise<StoredDocument[]> {
  const found: StoredDocument[] = [];
  for (const type of typesBelow()) found.push(...(await tx.list({ type, below: id })).documents);
  return found;
}

/** Makes the tree below `to` what `documents`, read below `from`, are; what is there and not among them goes. */
export async function writeTree(
  tx: StoreTransaction,
  documents: readonly StoredDocument[],
  from: string,
  to: string,
): Promise<void> {
  const moved = documents.map((document) => ({ ...document, id: to + document.id.slice(from.length) }));
  const wanted = new Set(moved.map(({ id }) => id));
  const existing = new Map((await readTree(tx, to)).map((document) => [document.id, document]));
  const removed = new Set<string>();
  for (const { id, parentId } of existing.values()) {
    if (wanted.has(id)) continue;
    // With a document goes all below it.
    if (!removed.has(parentId ?? "")) await tx.remove(id);
    removed.add(id);
  }
  for (const { id, name, type, parentId, properties } of moved) {
    const held = existing.get(id);
    if (held !== undefined && held.name === name && isDeepStrictEqual(held.properties, properties)) continue;
    const definition = all.find(({ types }) => types.includes(type));
    const references = (definition?.references(properties, { id }) ?? []).map((reference) => reference.to);
    await tx.put({ id, name, type, parentId: to + (parentId ?? "").slice(from.length), properties, references });
  }
}
