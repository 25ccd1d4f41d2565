import { createHash } from "node:crypto";
import { canonicalJson } from "@/contract/canonical-json";
import { version } from "@/package.json";
import type { Change } from "../store/store";

/** Raised whenever documents are projected otherwise than before, so that gateways get all of them anew. */
const projection = 2;

/**
 * The log's own fingerprint of a change: the same in every portal and after every restart, and another when the database
 * was put back to an earlier state and has gone another way since. The product's version is in it, because another
 * version may project the same documents otherwise; its first start sends every gateway a snapshot.
 */
export function anchorOf({ revision, at, entries }: Pick<Change, "revision" | "at" | "entries">): string {
  const text = canonicalJson({ version, projection, revision, at: at.getTime(), entries });
  return createHash("sha256").update(text).digest("base64url");
}
