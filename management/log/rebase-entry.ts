import type { JsonObject } from "@/lib/json";
import type { Context } from "../context";
import { preconditionFailed, resourceNotFound } from "../refusals";
import { typeOfDocument } from "../resources/find";
import { maskSecrets } from "../resources/secret-fields";
import { equalJson } from "../store/equal-json";
import { parentIdOf } from "../store/parent-id";
import type { StoreTransaction } from "../store/store";
import { acceptPatch, acceptPut } from "../verbs/accept-body";
import { authorize } from "../verbs/authorize";
import { checkPreconditions, type Preconditions } from "../verbs/preconditions";
import { writeDocument } from "../verbs/write-document";
import { type Drafted, writeToDraft } from "./draft";
import { mergeVersions, type Side } from "./merge-versions";

export interface Rebase {
  /** Which side stands where the merge would choose the other, by the path of a property. */
  chosen: ReadonlyMap<string, Side>;
  /** Of the drafted version that the choice was made from. */
  preconditions: Preconditions;
  /** The live version that the choice was made from, 0 for none; undefined: whichever there is. */
  revision?: number;
}

/**
 * Drafts a document anew from how it is live: what others changed meanwhile comes into the draft, what the draft
 * changes stands on top. What was removed live is made anew, and what the draft removes is removed as it is now.
 */
export async function rebaseEntry(context: Context, draftId: string, id: string, rebase: Rebase): Promise<void> {
  authorize(context.caller, "editor", `change the draft ${draftId}`);
  const work = async (tx: StoreTransaction, { entry, live }: Drafted) => {
    if (entry === null) throw resourceNotFound("Document of the draft");
    const drafted = await tx.read(id);
    checkPreconditions(rebase.preconditions, drafted);
    if (rebase.revision !== undefined && rebase.revision !== (live?.revision ?? 0)) {
      throw preconditionFailed(
        "The document was changed since it was read. Read it again, then repeat the change on the new state.",
      );
    }
    if (drafted === null || live === null) return;
    const versions = { base: entry.before, draft: drafted.properties, live: live.properties };
    const merged = mergeVersions(versions, rebase.chosen);
    if (!equalJson(merged, drafted.properties)) await rewrite(context, tx, drafted.id, merged, entry.references.after);
  };
  await writeToDraft(context, draftId, work, id);
}

/** Stores it with its pointers, then has it written as a client would who read it: every rule judges it. */
async function rewrite(
  context: Context,
  tx: StoreTransaction,
  id: string,
  properties: JsonObject,
  references: readonly string[],
): Promise<void> {
  const known = await tx.read(id);
  if (known === null) return;
  const { type, name } = known;
  const parentId = parentIdOf(id);
  const before = await tx.put({ id, type, name, parentId, properties, references: [...references] });
  const resource = typeOfDocument(before);
  const { definition } = resource;
  const masked = maskSecrets(properties);
  const accepted =
    definition.update === null
      ? acceptPut(definition, { properties: masked })
      : acceptPatch(definition, { properties: {} }, masked);
  const query = new URLSearchParams();
  await writeDocument({
    ...{ context, tx, query, resource, id, name, parentId, before },
    properties: accepted,
    keepAbsent: false,
  });
}
