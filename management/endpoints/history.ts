import { shownEntry, shownHead } from "../log/shown-change";
import { defineEndpoint } from "./define";
import { flagParameter, linkTo, numberParameter, topParameter } from "./page";

/** What happened to one document. */
export const history = [
  defineEndpoint({
    method: "GET",
    path: "{document}/history",
    role: "reader",
    summary:
      "Lists the changes of a document, newest first, with what each did to it; below=true adds those of all below it. " +
      "Also of one that was deleted. $top and before=<revision> page.",
    alsoWhenAbsent: true,
    async handle(request) {
      const { context, parameters, query } = request;
      const documentId = parameters.document ?? "/";
      const top = topParameter(query);
      const found = await context.management.store.changes({
        documentId,
        below: flagParameter(query, "below"),
        before: numberParameter(query, "before", 1),
        top,
        entriesOfDocument: true,
      });
      const value = found.changes.map((change) => ({ ...shownHead(change), entries: change.entries.map(shownEntry) }));
      const last = found.changes.at(-1);
      const more = last !== undefined && found.count > found.changes.length;
      const path = documentId === "/" ? "history" : `${documentId.slice(1)}/history`;
      const next = { $top: String(top), before: String(last?.revision) };
      return { status: 200, body: { value, count: found.count, nextLink: more ? linkTo(request, path, next) : null } };
    },
  }),
] as const;
