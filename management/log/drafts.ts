import type { Context } from "../context";
import { conflict } from "../refusals";
import type { Reader } from "../resources/behaviour";
import { equalJson } from "../store/equal-json";
import type { DraftEntry, DraftRow, StoredDocument } from "../store/store";
import { authorize } from "../verbs/authorize";
import { applyStates, list } from "./apply-states";
import { readDraft, stateOf } from "./draft";
import { oneAtATime } from "./one-at-a-time";

/** Makes a draft, or gives one another title. */
export function putDraft(
  context: Context,
  draftId: string,
  title: string,
): Promise<{ draft: DraftRow; created: boolean }> {
  authorize(context.caller, "editor", `write the draft ${draftId}`);
  const { drafts } = context.management.store;
  return oneAtATime(draftId, async () => {
    const found = await drafts.read(draftId);
    const now = new Date();
    const blank = { id: draftId, actor: context.caller.actor, createdAt: now, entries: [] };
    const draft = { ...(found ?? blank), title, changedAt: now };
    await drafts.save(draft);
    return { draft, created: found === null };
  });
}

/** Gives up a draft with all that is in it; false when there is none. */
export function discardDraft(context: Context, draftId: string): Promise<boolean> {
  authorize(context.caller, "editor", `discard the draft ${draftId}`);
  const { store } = context.management;
  return oneAtATime(draftId, async () => {
    const removed = await store.drafts.remove(draftId);
    await store.testRuns.removeDraft(draftId);
    return removed;
  });
}

/** Takes one document back out of a draft; the rest must still fit together without it. */
export function discardEntry(context: Context, draftId: string, documentId: string): Promise<boolean> {
  authorize(context.caller, "editor", `change the draft ${draftId}`);
  const { store } = context.management;
  return oneAtATime(draftId, async () => {
    const draft = await readDraft(store, draftId);
    const entries = draft.entries.filter(({ id }) => id !== documentId);
    if (entries.length === draft.entries.length) return false;
    await store.rehearse((tx) => applyStates(context, tx, entries.map(stateOf)));
    const changedAt = new Date(Math.max(Date.now(), draft.changedAt.getTime() + 1));
    if (await store.drafts.replace({ ...draft, entries, changedAt }, draft.changedAt)) return true;
    throw conflict(`The draft '${draftId}' is being changed by others. Try again.`);
  });
}

/** Makes everything in a draft real, as one change, and ends the draft. */
export function publishDraft(context: Context, draftId: string): Promise<{ revision: number | null }> {
  authorize(context.caller, "editor", `publish the draft ${draftId}`);
  const { store } = context.management;
  return oneAtATime(draftId, async () => {
    const draft = await readDraft(store, draftId);
    const origin = { kind: "draft" as const, id: draftId };
    const head = { actor: context.caller.actor, title: draft.title, origin };
    const { revision } = await store.commit(head, async (tx) => {
      const moved = await changedSince(tx, draft.entries);
      const targets = moved.map(({ id }) => id);
      if (moved.length > 0) {
        throw conflict(
          `The draft '${draftId}' cannot be published: ${list(targets)} ${moved.length === 1 ? "was" : "were"} changed since it was drafted. Draft it from its new state, take it out, or discard the draft.`,
          targets.map((target) => ({ code: "ChangedSince", target, message: `${target} was changed since.` })),
        );
      }
      await applyStates(context, tx, draft.entries.map(stateOf));
    });
    await store.drafts.remove(draftId);
    return { revision };
  });
}

/** The drafted documents that others changed meanwhile, to something else than the draft would, as they are now. */
export async function changedSince(
  read: Pick<Reader, "read">,
  entries: readonly DraftEntry[],
): Promise<{ id: string; live: StoredDocument | null }[]> {
  const moved: { id: string; live: StoredDocument | null }[] = [];
  for (const { id, after, baseRevision } of entries) {
    const live = await read.read(id);
    if ((live?.revision ?? 0) !== baseRevision && !equalJson(live?.properties ?? null, after)) moved.push({ id, live });
  }
  return moved;
}
