import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { conflict, resourceNotFound } from "../refusals";
import { equalJson } from "../store/equal-json";
import type { ChangeEntry, StoreTransaction } from "../store/store";
import { authorize } from "../verbs/authorize";
import { applyStates, list, type State } from "./apply-states";
import { writeToDraft } from "./draft";

/**
 * Brings back, as one new change or in the caller's draft, what a change replaced. Refused when a document of it was changed since. `revision`
 * is null when everything is as it was already.
 */
export async function undo(context: Context, revision: number): Promise<{ revision: number | null }> {
  authorize(context.caller, "editor", `undo revision ${revision}`);
  const { store } = context.management;
  const change = await store.change(revision);
  if (change === null) throw resourceNotFound("Change");
  const head = {
    actor: context.caller.actor,
    title: `Undo revision ${revision}`,
    origin: { kind: "undo" as const, revision },
  };
  const work = async (tx: StoreTransaction) => {
    const states: State[] = [];
    const moved: string[] = [];
    for (const entry of change.entries) {
      const stands = await standing(tx, entry);
      if (stands === "elsewhere") moved.push(entry.id);
      else if (stands === "after") states.push(before(entry));
    }
    if (moved.length > 0) {
      throw conflict(
        `Revision ${revision} cannot be undone: ${list(moved)} ${moved.length === 1 ? "was" : "were"} changed since.`,
        moved.map((target) => ({ code: "ChangedSince", target, message: `${target} was changed since.` })),
      );
    }
    await applyStates(context, tx, states);
  };
  if (context.draftId === undefined) return { revision: (await store.commit(head, work)).revision };
  await writeToDraft(context, context.draftId, work);
  return { revision: null };
}

/** Whether a document is as the change left it, as it found it, or neither. */
async function standing(tx: StoreTransaction, entry: ChangeEntry): Promise<"after" | "before" | "elsewhere"> {
  const properties = (await tx.read(entry.id))?.properties ?? null;
  if (equalJson(properties, entry.after)) return "after";
  return equalJson(properties, entry.before) ? "before" : "elsewhere";
}

const before = ({ id, type, name, before, references }: ChangeEntry): State => ({
  ...{ id, type, name },
  properties: before as JsonObject | null,
  references: references.before,
});
