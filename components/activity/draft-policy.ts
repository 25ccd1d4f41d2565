import type { Json } from "@/lib/json";
import { belowService } from "../data/resource";
import { isObject } from "../diff/is-object";
import { portalPath } from "../resources/portal-path";
import type { DraftEntry } from "./draft";

const ends = /\/policies\/policy$/i;
const fragment = /^\/policyfragments\/[^/]+$/i;

/** Whether a drafted document is one that the policy editor edits. */
export const isPolicy = ({ id }: Pick<DraftEntry, "id">): boolean =>
  ends.test(belowService(id)) || fragment.test(belowService(id));

/** The policy editor at a document of a draft; null for one that it does not edit. */
export function draftPolicyHref(id: string, draft: string): string | null {
  const path = belowService(id);
  const query = `?draft=${encodeURIComponent(draft)}`;
  if (fragment.test(path)) return `${portalPath(path)}/policy${query}`;
  if (!ends.test(path)) return null;
  const owner = path.replace(ends, "");
  const page = owner === "" ? "" : portalPath(owner);
  return page === null ? null : `${page}/policy${query}`;
}

/** The text of a policy document as the draft has it before or after; null where there is no document. */
export const policyText = (version: Json): string | null =>
  isObject(version) && typeof version.value === "string" ? version.value : null;
