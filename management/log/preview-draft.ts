import type { Context } from "../context";
import { authorize } from "../verbs/authorize";
import { applyStates } from "./apply-states";
import { readDraft, stateOf } from "./draft";
import { draftDigest } from "./draft-digest";

/** Value of the header that has requests to the gateway run by this draft; refused where it cannot be run. */
export async function previewDraft(context: Context, draftId: string): Promise<string> {
  authorize(context.caller, "editor", `preview the draft ${draftId}`);
  const { store, publish } = context.management;
  const draft = await readDraft(store, draftId);
  const digest = draftDigest(draft.entries);
  // What a removal takes along, and what does not fit any more, only a rehearsal tells.
  const entries = async () =>
    (await store.rehearse((tx) => applyStates(context, tx, draft.entries.map(stateOf)))).entries;
  return publish.preview({ draftId, digest, entries });
}
