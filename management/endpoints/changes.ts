import { shownEntry, shownHead, shownSummary } from "../log/shown-change";
import { resourceNotFound } from "../refusals";
import { canonicalId } from "../resources/canonical";
import { defineEndpoint } from "./define";
import { flagParameter, linkTo, numberParameter, pageOf, topParameter } from "./page";

/** The log: every change of the configuration, who made it, and what it did. */
export const changes = [
  defineEndpoint({
    method: "GET",
    path: "changes",
    role: "reader",
    summary:
      "Lists changes, newest first, with the names of what they touched: $top and before=<revision> page; " +
      "document=<id>, below=true and actor=<id> narrow.",
    async handle(request) {
      const { context, query } = request;
      const document = query.get("document");
      const top = topParameter(query);
      const found = await context.management.store.changeSummaries({
        documentId: document ? canonicalId(document) : undefined,
        below: flagParameter(query, "below"),
        actorId: query.get("actor") || undefined,
        before: numberParameter(query, "before", 1),
        after: numberParameter(query, "after", 0),
        top,
      });
      const last = found.changes.at(-1);
      const more = last !== undefined && found.count > found.changes.length;
      const nextLink = more ? linkTo(request, "changes", { $top: String(top), before: String(last.revision) }) : null;
      return { status: 200, body: { value: found.changes.map(shownSummary), count: found.count, nextLink } };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "changes/{revision}",
    role: "reader",
    summary: "Shows one change: each document before and after, and property by property; $top and $skip page.",
    async handle(request) {
      const { context, parameters } = request;
      const revision = revisionOf(parameters.revision);
      const change = await context.management.store.change(revision);
      if (change === null) throw resourceNotFound("Change");
      const page = pageOf(change.entries, shownEntry, request, `changes/${revision}`);
      const { value, count, nextLink } = page;
      return { status: 200, body: { ...shownHead(change), entries: value, documentCount: count, nextLink } };
    },
  }),
] as const;

/** A revision in a path; what is no revision names no change. */
export function revisionOf(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,8}$/.test(text)) throw resourceNotFound("Change");
  return Number(text);
}
