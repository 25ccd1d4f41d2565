import type { Json, JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { type FieldProblem, validationError } from "../refusals";
import type { OtherDocument, Writing, Written } from "../resources/behaviour";
import { type ResourceType, typeOfDocument } from "../resources/find";
import { isPointer, mapLeaves, valueAt } from "../resources/secret-fields";
import { MissingReference, type StoredDocument, type StoreTransaction, UnstorableText } from "../store/store";
import { isObject } from "./json-shape";
import { restoreSecrets, sealSecrets, withValue } from "./settle-secrets";

export interface WriteOrder {
  context: Context;
  tx: StoreTransaction;
  query: URLSearchParams;
  resource: ResourceType;
  id: string;
  name: string;
  parentId: string | null;
  /** Of the right shape; secrets in it are clear, masked, or pointers. */
  properties: JsonObject;
  before: StoredDocument | null;
  /** Whether secrets that are kept when absent stay: yes in a PUT; in a PATCH absence is meant. */
  keepAbsent: boolean;
}

/**
 * The one way a document comes into the store: what the server knows is carried over, the kind's rules run, references
 * are found and checked, secrets sealed. The store writes nothing when nothing differs.
 */
export async function writeDocument(order: WriteOrder): Promise<StoredDocument> {
  const { context, tx, query, resource, id, before } = order;
  const { definition, behaviour } = resource;
  const stored = before?.properties ?? null;
  const restored = restoreSecrets({
    definition,
    properties: carryOver(definition.readOnly, order.properties, stored),
    before: stored,
    keepAbsent: order.keepAbsent,
  });
  const problems: FieldProblem[] = [...restored.problems];
  if (problems.length > 0) throw validationError(problems);

  const found: { to: string; target: string; message?: string }[] = [];
  const followers: ((written: Written) => Promise<void>)[] = [];
  const writing: Writing = {
    id,
    type: resource.type,
    name: before?.name ?? order.name,
    parentId: before === null ? order.parentId : before.parentId,
    properties: restored.properties,
    before,
    query,
    context,
    tx,
    refuse: (target, message) => problems.push({ target, message }),
    refer: (to, target, message) => found.push({ to, target, message }),
    follow: (work) => followers.push(work),
    open: (value) => open(tx, value),
  };
  await behaviour.rules?.write?.(writing);
  if (problems.length > 0) throw validationError(problems);

  const sealed = await sealSecrets({ definition, properties: writing.properties, before: stored, documentId: id, tx });
  if (sealed.problems.length > 0) throw validationError(sealed.problems);
  const properties = mapLeaves(sealed.properties, (value) => value) as JsonObject;
  const references = [...found, ...definition.references(properties, { id })].filter(({ to }) => to !== id);
  const document = await putReferring(tx, references, {
    id,
    name: writing.name,
    type: resource.type,
    parentId: writing.parentId,
    properties,
    references: [...new Set(references.map(({ to }) => to))],
  });
  const written: Written = { document, before, query, context, tx, write: (other) => writeOther(order, other) };
  for (const follower of followers) await follower(written);
  await behaviour.rules?.written?.(written);
  return document;
}

async function putReferring(
  tx: StoreTransaction,
  references: readonly { to: string; target: string; message?: string }[],
  document: Parameters<StoreTransaction["put"]>[0],
): Promise<StoredDocument> {
  try {
    return await tx.put(document);
  } catch (error) {
    if (UnstorableText.is(error)) {
      const message = "Holds a NUL character or half of a surrogate pair, which cannot be stored. Remove it.";
      throw validationError([{ target: error.target, message }]);
    }
    if (!MissingReference.is(error)) throw error;
    const culprits = references.filter(({ to }) => to === error.to);
    if (culprits.length === 0) throw error;
    throw validationError(
      culprits.map(({ target, message }) => ({ target, message: message ?? `${error.to} does not exist.` })),
    );
  }
}

async function writeOther(order: WriteOrder, other: OtherDocument): Promise<StoredDocument> {
  const before = await order.tx.read(other.id);
  const resource = typeOfDocument(other);
  return writeDocument({ ...order, ...other, resource, before, query: new URLSearchParams(), keepAbsent: false });
}

/** What only the server writes stays as it is until a rule changes it; what hung on a member that went, goes with it. */
function carryOver(readOnly: readonly string[], properties: JsonObject, before: JsonObject | null): JsonObject {
  if (before === null) return properties;
  let carried = properties;
  for (const path of readOnly) {
    if (path.includes("*")) continue;
    const keys = path.split(".");
    const value = valueAt(before, keys);
    const above = keys.length === 1 ? carried : valueAt(carried, keys.slice(0, -1));
    if (value !== undefined && isObject(above) && valueAt(carried, keys) === undefined)
      carried = withValue(carried, keys, value);
  }
  return carried;
}

async function open(tx: StoreTransaction, value: Json | undefined): Promise<string | null> {
  if (typeof value === "string") return value;
  if (!isPointer(value)) return null;
  const pointer = value.$secret;
  return (await tx.openSecrets([pointer])).get(pointer) ?? null;
}
