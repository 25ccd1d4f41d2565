import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { conflict } from "../refusals";
import { findType } from "../resources/find";
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
  for (const id of absent.toReversed()) await remove(context, tx, id, new Set(absent));
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

async function remove(context: Context, tx: StoreTransaction, id: string, absent: ReadonlySet<string>): Promise<void> {
  const document = await tx.read(id);
  if (document === null) return;
  const type = findType(document.type);
  if (type?.definition.permanent) throw conflict(`${id} is permanent and cannot be deleted.`);
  const added = (await tx.idsBelow(id)).filter((below) => !absent.has(below));
  if (added.length > 0) {
    throw conflict(
      `${id} cannot be deleted: ${list(added)} ${added.length === 1 ? "was" : "were"} added below it since.`,
      added.map((target) => ({ code: "ChangedSince", target, message: `${target} was added since.` })),
    );
  }
  const users = await tx.usedBy(id);
  if (users.length > 0) throw inUse(id, users);
  await type?.behaviour.rules?.remove?.({ document, query: new URLSearchParams(), context, tx });
  try {
    await tx.remove(id);
  } catch (error) {
    throw InUse.is(error) ? inUse(id, error.users) : error;
  }
}

function inUse(id: string, users: readonly { from: string; to: string }[]) {
  const from = [...new Set(users.map((user) => user.from))];
  return conflict(
    `${id} is in use and cannot be deleted. Used by ${list(from)}.`,
    from.map((target) => ({ code: "InUse", target, message: `${target} refers to it.` })),
  );
}

const named = 5;

/** A sentence names a few; the details name all. */
export const list = (ids: readonly string[]): string =>
  ids.length <= named ? ids.join(", ") : `${ids.slice(0, named).join(", ")} and ${ids.length - named} more`;
