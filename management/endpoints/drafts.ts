import { z } from "zod";
import type { Json } from "@/lib/json";
import { etagOf } from "../arm/etag";
import { readDraft } from "../log/draft";
import { changedSince, discardDraft, discardEntry, publishDraft, putDraft } from "../log/drafts";
import { shownDraft, shownEntry } from "../log/shown-change";
import { badRequest, validationError } from "../refusals";
import { canonicalId } from "../resources/canonical";
import { problemsOf } from "../verbs/problems";
import { defineEndpoint } from "./define";
import { pageOf } from "./page";

const draftBody = z.strictObject({ title: z.string().trim().min(1, "Must not be empty.").max(300) });

/** Changes that are saved and compared, and published as one. Documents are written to a draft with ?draft=<id>. */
export const drafts = [
  defineEndpoint({
    method: "GET",
    path: "drafts",
    role: "reader",
    summary: "Lists the drafts, the one changed last first.",
    async handle({ context }) {
      const value = (await context.management.store.drafts.list()).map(shownDraft);
      return { status: 200, body: { value, count: value.length } };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "drafts/{draftId}",
    role: "reader",
    summary: "Shows a draft.",
    async handle({ context, parameters }) {
      return { status: 200, body: shownDraft(await readDraft(context.management.store, parameters.draftId ?? "")) };
    },
  }),
  defineEndpoint({
    method: "PUT",
    path: "drafts/{draftId}",
    role: "editor",
    summary: "Makes a draft, or gives one another title: {title}. The title becomes that of the published change.",
    async handle({ context, parameters, body }) {
      const { draft, created } = await putDraft(context, checkedId(parameters.draftId), titleOf(body));
      return { status: created ? 201 : 200, body: shownDraft(draft) };
    },
  }),
  defineEndpoint({
    method: "DELETE",
    path: "drafts/{draftId}",
    role: "editor",
    summary: "Discards a draft and all that is in it.",
    async handle({ context, parameters }) {
      return { status: (await discardDraft(context, parameters.draftId ?? "")) ? 200 : 204 };
    },
  }),
  defineEndpoint({
    method: "GET",
    path: "drafts/{draftId}/diff",
    role: "reader",
    summary:
      "Compares a draft with the configuration it was made from, document by document. changedSince says that a " +
      "document was changed meanwhile, so that the draft cannot be published with it. $top and $skip page.",
    async handle(request) {
      const { store } = request.context.management;
      const draft = await readDraft(store, request.parameters.draftId ?? "");
      const moved = new Set(await changedSince(store, draft.entries));
      const show = (entry: (typeof draft.entries)[number]) => ({
        ...shownEntry(entry),
        changedSince: moved.has(entry.id),
      });
      const page = pageOf(draft.entries, show, request, `drafts/${encodeURIComponent(draft.id)}/diff`);
      return { status: 200, body: { ...shownDraft(draft), ...page } };
    },
  }),
  defineEndpoint({
    method: "DELETE",
    path: "drafts/{draftId}/documents",
    role: "editor",
    summary: "Takes one document, id=, back out of a draft.",
    async handle({ context, parameters, query }) {
      const id = query.get("id");
      if (!id) throw badRequest("MissingQueryParameter", "id", "Give the id of the document to take out.");
      const removed = await discardEntry(context, parameters.draftId ?? "", canonicalId(id));
      return { status: removed ? 200 : 204 };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "drafts/{draftId}/publish",
    role: "editor",
    summary:
      "Makes everything in a draft real, as one change, and ends the draft. Refused, naming them, when documents of " +
      "it were changed since.",
    async handle({ context, parameters }) {
      const { revision } = await publishDraft(context, parameters.draftId ?? "");
      const headers = revision === null ? undefined : { etag: etagOf(revision) };
      return { status: 200, headers, body: { revision } };
    },
  }),
] as const;

function checkedId(id: string | undefined): string {
  if (id !== undefined && /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(id)) return id;
  const message = "Must have 1 to 80 letters, digits and . _ - and begin with a letter or digit.";
  throw validationError([{ target: "draftId", message }]);
}

function titleOf(body: Json | undefined): string {
  const parsed = draftBody.safeParse(body ?? {});
  if (parsed.success) return parsed.data.title;
  throw validationError(problemsOf(parsed.error));
}
