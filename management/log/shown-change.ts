import type { JsonObject } from "@/lib/json";
import type { ChangeEntry, ChangeHead, ChangeSummary, DraftRow } from "../store/store";
import { differences } from "./differences";

/** How the log is told to clients. Secrets stand in it as pointers, which open nothing and only tell whether they differ. */
export const shownHead = (change: ChangeHead & { revision: number; at: Date }) => ({
  revision: change.revision,
  at: change.at.toISOString(),
  actor: { ...change.actor },
  title: change.title,
  origin: change.origin === undefined ? null : { ...change.origin },
});

export const shownSummary = (change: ChangeSummary) => ({
  ...shownHead(change),
  documents: change.documents.map((document) => ({ ...document })),
  documentCount: change.documentCount,
});

export const shownEntry = (entry: ChangeEntry): JsonObject => ({
  id: entry.id,
  type: entry.type,
  name: entry.name,
  action: actionOf(entry),
  before: entry.before,
  after: entry.after,
  differences: differences(entry.before, entry.after),
});

export const shownDraft = (draft: DraftRow) => ({
  id: draft.id,
  title: draft.title,
  actor: { ...draft.actor },
  createdAt: draft.createdAt.toISOString(),
  changedAt: draft.changedAt.toISOString(),
  documentCount: draft.entries.length,
});

export function actionOf({ before, after }: Pick<ChangeEntry, "before" | "after">): "create" | "update" | "delete" {
  if (before === null) return "create";
  return after === null ? "delete" : "update";
}
