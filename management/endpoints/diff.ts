import { shownEntry } from "../log/shown-change";
import { badRequest } from "../refusals";
import { canonicalId } from "../resources/canonical";
import type { ChangeEntry } from "../store/store";
import { defineEndpoint } from "./define";
import { flagParameter, numberParameter, pageOf } from "./page";

/** What two revisions of the configuration differ in. */
export const diff = [
  defineEndpoint({
    method: "GET",
    path: "diff",
    role: "reader",
    summary:
      "Compares two revisions, from and to (now, when left out): of the whole service, of one document (id=), or of " +
      "a document with all below it (id= and below=true). What was changed and changed back does not differ. " +
      "$top and $skip page.",
    async handle(request) {
      const { context, query } = request;
      const { store } = context.management;
      const now = await store.revision();
      const from = revisionParameter(query, "from", now);
      const to = revisionParameter(query, "to", now) ?? now;
      if (from === undefined) throw badRequest("MissingQueryParameter", "from", "Give the revision to compare from.");
      const id = query.get("id");
      const entries = await store.netChanges({
        from: Math.min(from, to),
        to: Math.max(from, to),
        documentId: id ? canonicalId(id) : undefined,
        below: flagParameter(query, "below"),
      });
      const wanted = from <= to ? entries : entries.map(reversed);
      return { status: 200, body: { from, to, ...pageOf(wanted, shownEntry, request, "diff") } };
    },
  }),
] as const;

function revisionParameter(query: URLSearchParams, name: string, now: number): number | undefined {
  const revision = numberParameter(query, name, 0);
  if (revision === undefined || revision <= now) return revision;
  throw badRequest("InvalidQueryParameter", name, `${name} must be a revision; the newest one is ${now}.`);
}

const reversed = ({ before, after, references, ...entry }: ChangeEntry): ChangeEntry => ({
  ...entry,
  before: after,
  after: before,
  references: { before: references.after, after: references.before },
});
