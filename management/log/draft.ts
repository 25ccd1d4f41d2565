import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { conflict, resourceNotFound } from "../refusals";
import type { Reader } from "../resources/behaviour";
import { equalJson } from "../store/equal-json";
import { parentIdOf } from "../store/parent-id";
import type { DraftEntry, DraftRow, RehearsedEntry, Store, StoredDocument, StoreTransaction } from "../store/store";
import { applyStates, type State } from "./apply-states";
import { draftTransaction } from "./draft-transaction";
import { oneAtATime } from "./one-at-a-time";

const attempts = 5;

/** A drafted document as the draft has it, and as it is live at this moment; null: it is not there. */
export interface Drafted {
  entry: DraftEntry | null;
  live: StoredDocument | null;
}

/**
 * Runs `work` as it would run on the published draft, and keeps what it wrote in the draft. The document `renewed` is
 * from then on drafted from how it is live now.
 */
export function writeToDraft<T>(
  context: Context,
  draftId: string,
  work: (tx: StoreTransaction, drafted: Drafted) => Promise<T>,
  renewed?: string,
): Promise<T> {
  const { store } = context.management;
  return oneAtATime(draftId, async () => {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const draft = await readDraft(store, draftId);
      const stamp = Math.max(Date.now(), ...draft.entries.map((entry) => entry.stamp + 1));
      const entry = draft.entries.find(({ id }) => id === renewed) ?? null;
      const { entries, secrets, result } = await store.rehearse(async (tx) => {
        const live = renewed === undefined ? null : await tx.read(renewed);
        await applyStates(context, tx, draft.entries.map(stateOf));
        return work(draftTransaction(tx, draft.entries, stamp), { entry, live });
      });
      const changedAt = new Date(Math.max(Date.now(), draft.changedAt.getTime() + 1));
      const next = { ...draft, changedAt, entries: mergeEntries(draft.entries, entries, { stamp, renewed }) };
      // Another portal on the same database may have written to it meanwhile.
      if (await store.drafts.replace(next, draft.changedAt, secrets)) return result;
    }
    throw conflict(`The draft '${draftId}' is being changed by others. Try again.`);
  });
}

export async function readDraft(store: Store, draftId: string): Promise<DraftRow> {
  const draft = await store.drafts.read(draftId);
  if (draft === null) throw resourceNotFound("Draft");
  return draft;
}

export const stateOf = ({ id, type, name, after, references }: DraftEntry): State => ({
  ...{ id, type, name },
  properties: after as JsonObject | null,
  references: references.after,
});

/** What was drafted before keeps its place and what it was drafted from; what came back to how it was goes. */
function mergeEntries(
  known: readonly DraftEntry[],
  written: readonly RehearsedEntry[],
  { stamp, renewed }: { stamp: number; renewed: string | undefined },
): DraftEntry[] {
  const left = new Map(written.map((entry) => [entry.id, entry]));
  const merged: DraftEntry[] = [];
  for (const old of known) {
    const entry = left.get(old.id);
    if (entry === undefined) continue;
    left.delete(old.id);
    const same = old.name === entry.name && equalJson(old.after, entry.after);
    const { before, baseRevision, references: referred } = old.id === renewed ? entry : old;
    const references = { before: referred.before, after: entry.references.after };
    merged.push({ ...entry, before, baseRevision, references, stamp: same ? old.stamp : stamp });
  }
  return [...merged, ...[...left.values()].map((entry) => ({ ...entry, stamp }))];
}

/** Reads documents as they would be if the draft were published. */
export function draftReader(context: Context, draftId: string): Reader {
  const { store } = context.management;
  const loading = readDraft(store, draftId);
  // Awaited by each reading; one that is never read must not end the process.
  loading.catch(() => {});
  return {
    read: async (id) => {
      const draft = await loading;
      const live = await store.read(id);
      const entry = draft.entries.find((candidate) => candidate.id === id);
      if (entry !== undefined) return entry.after === null ? null : drafted(entry, live);
      return isBelowRemoved(draft, id) ? null : live;
    },
    list: async (query) => {
      const draft = await loading;
      const touched = draft.entries.some(({ type, after }) => type === query.type || after === null);
      if (!touched) return store.list(query);
      const { result } = await store.rehearse(async (tx) => {
        await applyStates(context, tx, draft.entries.map(stateOf));
        return draftTransaction(tx, draft.entries, 0).list(query);
      });
      return result;
    },
  };
}

function isBelowRemoved(draft: DraftRow, id: string): boolean {
  const removed = new Set(draft.entries.filter(({ after }) => after === null).map((entry) => entry.id));
  for (let above = parentIdOf(id); above !== null; above = parentIdOf(above)) if (removed.has(above)) return true;
  return false;
}

function drafted(entry: DraftEntry, live: StoredDocument | null): StoredDocument {
  const at = new Date(entry.stamp);
  return {
    id: entry.id,
    name: entry.name,
    type: entry.type,
    parentId: parentIdOf(entry.id),
    properties: entry.after as JsonObject,
    revision: entry.stamp,
    createdAt: live?.createdAt ?? at,
    changedAt: at,
  };
}
