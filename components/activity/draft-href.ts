import { belowService } from "../data/resource";
import { withDraft } from "../drafts/with-draft";
import { portalPath } from "../resources/portal-path";
import { draftPolicyHref } from "./draft-policy";

const withForm =
  /^\/((apis|backends|gateways|namedvalues|certificates|products|subscriptions)\/[^/]+|apis\/[^/]+\/operations\/[^/]+)$/i;
const linkedApi = /^\/products\/[^/]+\/apis\/[^/]+$/i;

/** Where a document of a draft is opened in it: the policy editor, its form, the list that it stands in; null: nowhere. */
export function draftHref(id: string, draft: string): string | null {
  const path = belowService(id);
  const editor = draftPolicyHref(path, draft);
  if (editor !== null) return editor;
  const page = portalPath(path);
  if (page === null) return null;
  if (linkedApi.test(path)) return withDraft(page, draft);
  return withForm.test(path) ? withDraft(`${page}/settings`, draft) : null;
}
