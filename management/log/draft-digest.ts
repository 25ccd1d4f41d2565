import { createHash } from "node:crypto";
import { canonicalJson } from "@/contract/canonical-json";
import type { DraftEntry } from "../store/store";

/** Of what a draft holds and what that was made from: it tells one state of a draft from another. */
export function draftDigest(entries: readonly DraftEntry[]): string {
  const content = entries.map(({ id, type, name, after, baseRevision, stamp }) => {
    return { id, type, name, after, baseRevision, stamp };
  });
  return createHash("sha256").update(canonicalJson(content)).digest("base64url");
}
