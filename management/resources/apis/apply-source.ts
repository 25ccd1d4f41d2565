import type { Writing } from "../behaviour";
import { canonicalIdIn } from "../canonical";
import { locate } from "./locate";
import { readTree, writeTree } from "./tree";

/** A new revision or a copy begins as what it is made from, and is given its operations, policies and tags. */
export async function applySource(writing: Writing): Promise<void> {
  const { sourceApiId, ...given } = writing.properties;
  writing.properties = given;
  if (typeof sourceApiId !== "string") return;
  const named = canonicalIdIn("apis", sourceApiId);
  const source = named === null ? null : await writing.tx.read(await locate(named, writing.tx));
  // Where the API exists it is only replaced, so a template that is deployed again changes nothing.
  const from = writing.before ?? source;
  if (from === null) return writing.refuse("sourceApiId", `${sourceApiId} does not exist.`);
  const { isCurrent: _, apiRevision: __, apiRevisionDescription: ___, ...inherited } = from.properties;
  // A copy is another API; which version it is, if any, is for its author to say.
  if (writing.before === null) {
    delete inherited.apiVersion;
    delete inherited.apiVersionSetId;
  }
  writing.properties = { ...inherited, ...given };
  if (writing.before !== null || source === null) return;
  writing.follow(async ({ document, tx }) => writeTree(tx, await readTree(tx, source.id), source.id, document.id));
}
