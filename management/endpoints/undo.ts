import { etagOf } from "../arm/etag";
import { undo as undoChange } from "../log/undo";
import { revisionOf } from "./changes";
import { defineEndpoint } from "./define";

export const undo = [
  defineEndpoint({
    method: "POST",
    path: "changes/{revision}/undo",
    role: "editor",
    summary:
      "Undoes a change by a new one that brings back what it replaced. Refused, naming them, when documents of it " +
      "were changed since. The answer's revision is null when there was nothing left to undo.",
    async handle({ context, parameters }) {
      const { revision } = await undoChange(context, revisionOf(parameters.revision));
      const headers = revision === null ? undefined : { etag: etagOf(revision) };
      return { status: 200, headers, body: { revision } };
    },
  }),
] as const;
