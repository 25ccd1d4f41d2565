import { z } from "zod";
import type { Json, JsonObject } from "@/lib/json";
import { etagOf, preconditionsOf } from "../arm/etag";
import type { Context } from "../context";
import { readDraft } from "../log/draft";
import { changedSince, discardDraft, discardEntry, publishDraft, putDraft } from "../log/drafts";
import { rebaseEntry } from "../log/rebase-entry";
import { actionOf, shownDraft, shownEntry } from "../log/shown-change";
import { badRequest, validationError } from "../refusals";
import { canonicalId } from "../resources/canonical";
import type { DraftRow } from "../store/store";
import { problemsOf } from "../verbs/problems";
import { defineEndpoint } from "./define";
import { pageOf } from "./page";

const draftBody = z.strictObject({ title: z.string().trim().min(1, "Must not be empty.").max(300) });

const rebaseBody = z.strictObject({
  take: z.record(z.string().max(1_000), z.enum(["draft", "live"])).default({}),
  revision: z.int().nonnegative().optional(),
});

/** Changes that are saved and compared, and published as one. Documents are written to a draft with ?draft=<id>. */
export const drafts = [
  defineEndpoint({
    method: "GET",
    path: "drafts",
    role: "reader",
    summary:
      "Lists the drafts, the one changed last first; with document=, an id, only those that change it, what each does " +
      "to it, and whether it was changed since.",
    async handle({ context, query }) {
      const all = await context.management.store.drafts.list();
      const id = query.get("document");
      const value = id === null ? all.map(shownDraft) : await draftsOf(context, all, canonicalId(id));
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
      "document was changed meanwhile, so that the draft cannot be published with it; what it is now is then in live, " +
      "null for none, with its liveRevision. etag is that of the drafted version. $top and $skip page.",
    async handle(request) {
      const { store } = request.context.management;
      const draft = await readDraft(store, request.parameters.draftId ?? "");
      const moved = new Map((await changedSince(store, draft.entries)).map(({ id, live }) => [id, live]));
      const show = (entry: (typeof draft.entries)[number]) => {
        const live = moved.get(entry.id);
        const now: JsonObject =
          live === undefined ? {} : { live: live?.properties ?? null, liveRevision: live?.revision ?? 0 };
        return { ...shownEntry(entry), etag: etagOf(entry.stamp), changedSince: moved.has(entry.id), ...now };
      };
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
    path: "drafts/{draftId}/rebase",
    role: "editor",
    summary:
      "Drafts one document, id=, anew from how it is live: what others changed comes into the draft, and where both " +
      "changed a property the draft's stands. {take: {path: draft or live}} chooses otherwise, {revision} refuses " +
      "another live version than this, and If-Match another drafted one.",
    async handle({ context, parameters, query, headers, body }) {
      const { store } = context.management;
      const draftId = parameters.draftId ?? "";
      const id = query.get("id");
      if (!id) throw badRequest("MissingQueryParameter", "id", "Give the id of the document to draft anew.");
      const { take, revision } = rebaseOf(body);
      const chosen = new Map(Object.entries(take));
      await rebaseEntry(context, draftId, canonicalId(id), {
        ...{ chosen, preconditions: preconditionsOf(headers) },
        ...(revision === undefined ? {} : { revision }),
      });
      return { status: 200, body: shownDraft(await readDraft(store, draftId)) };
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

async function draftsOf({ management }: Context, drafts: readonly DraftRow[], documentId: string) {
  const changing = drafts.flatMap((draft) => {
    const entry = draft.entries.find(({ id }) => id === documentId);
    return entry === undefined ? [] : [{ draft, entry }];
  });
  return Promise.all(
    changing.map(async ({ draft, entry }) => ({
      ...shownDraft(draft),
      action: actionOf(entry),
      changedSince: (await changedSince(management.store, [entry])).length > 0,
    })),
  );
}

function rebaseOf(body: Json | undefined): z.infer<typeof rebaseBody> {
  const parsed = rebaseBody.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  throw validationError(problemsOf(parsed.error));
}

function titleOf(body: Json | undefined): string {
  const parsed = draftBody.safeParse(body ?? {});
  if (parsed.success) return parsed.data.title;
  throw validationError(problemsOf(parsed.error));
}
