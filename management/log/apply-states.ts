import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { conflict } from "../refusals";
import { typeOfDocument } from "../resources/find";
import { parentIdOf } from "../store/parent-id";
import { InUse, MissingReference, type StoreTransaction } from "../store/store";
import { checkAgain } from "./check-again";

/** A document as it is to be; null for "absent". */
export interface State {
  id: string;
  type: string;
  name: string;
  properties: JsonObject | null;
  references: readonly string[];
}
type Present = State & { properties: JsonObject };

/**
 * Brings documents into states that the log or a draft holds, in whatever order these came: references may lead in
 * circles and parents may come with their children. Refused when what else is there by now does not allow it.
 */
export async function applyStates(context: Context, tx: StoreTransaction, states: readonly State[]): Promise<void> {
  const ordered = states.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const present = ordered.filter((state): state is Present => state.properties !== null);
  const absent = ordered.filter((state) => state.properties === null).map(({ id }) => id);
  const created = new Set<string>();
  for (const state of present) {
    if ((await tx.read(state.id)) !== null) continue;
    created.add(state.id);
    await put(tx, { ...state, references: [] });
  }
  for (const id of absent) await giveUpReferences(tx, id);
  for (const state of present) await put(tx, state);
  await removeThose(context, tx, absent);
  await checkAgain(context, tx, present, created);
}

async function put(tx: StoreTransaction, state: Present): Promise<void> {
  const { id, type, name, properties, references } = state;
  try {
    await tx.put({ id, type, name, parentId: parentIdOf(id), properties, references: [...references] });
  } catch (error) {
    if (!MissingReference.is(error)) throw error;
    const needs = error.to === parentIdOf(id) ? "belongs to" : "refers to";
    throw conflict(`${id} ${needs} ${error.to}, which does not exist any more.`, [
      { code: "MissingReference", target: error.to, message: `${id} ${needs} it, and it does not exist any more.` },
    ]);
  }
}

async function giveUpReferences(tx: StoreTransaction, id: string): Promise<void> {
  const document = await tx.read(id);
  if (document === null) return;
  const { type, name, parentId, properties } = document;
  await tx.put({ id, type, name, parentId, properties, references: [] });
}

async function removeThose(context: Context, tx: StoreTransaction, absent: readonly string[]): Promise<void> {
  const together = new Set(absent);
  const tops = absent.filter((id) => !together.has(parentIdOf(id) ?? ""));
  const plain: string[] = [];
  // A revision goes before the API that it is a revision of.
  for (const id of tops.toReversed()) {
    const document = await tx.read(id);
    if (document === null) continue;
    const { definition, behaviour } = typeOfDocument(document);
    if (definition.permanent) throw conflict(`${id} is permanent and cannot be deleted.`);
    const rule = behaviour.rules?.remove;
    if (rule === undefined) {
      plain.push(id);
      continue;
    }
    const users = await tx.usedBy(id);
    if (users.length > 0) throw inUse(users);
    await rule({ document, query: new URLSearchParams(), context, tx });
    await removeAll(tx, [id], together);
  }
  await removeAll(tx, plain, together);
}

/** What would go along with them and was not meant is named instead. */
async function removeAll(tx: StoreTransaction, ids: readonly string[], together: ReadonlySet<string>): Promise<void> {
  const added: string[] = [];
  try {
    added.push(...(await tx.removeAll(ids)).filter((id) => !together.has(id)));
  } catch (error) {
    throw InUse.is(error) ? inUse(error.users) : error;
  }
  if (added.length === 0) return;
  throw conflict(
    `What holds ${list(added)} cannot be deleted: ${added.length === 1 ? "it was" : "they were"} added since.`,
    added.map((target) => ({ code: "ChangedSince", target, message: `${target} was added since.` })),
  );
}

function inUse(users: readonly { from: string; to: string }[]) {
  const used = [...new Set(users.map(({ to }) => to))];
  return conflict(
    `${list(used)} ${used.length === 1 ? "is" : "are"} in use and cannot be deleted. Used by ${list([...new Set(users.map(({ from }) => from))])}.`,
    users.map(({ from, to }) => ({ code: "InUse", target: from, message: `${from} refers to ${to}.` })),
  );
}

const named = 5;

/** A sentence names a few; the details name all. */
export const list = (ids: readonly string[]): string =>
  ids.length <= named ? ids.join(", ") : `${ids.slice(0, named).join(", ")} and ${ids.length - named} more`;
