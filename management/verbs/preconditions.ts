import { preconditionFailed } from "../refusals";
import type { StoredDocument } from "../store/store";

/** If-Match and If-None-Match, as revisions: "*" is any, a revision that is no number of ours is null. */
export interface Preconditions {
  match?: "*" | readonly (number | null)[];
  noneMatch?: "*" | readonly (number | null)[];
}

/** 412 for a write that was made from an older state than the stored one. */
export function checkPreconditions(preconditions: Preconditions, before: StoredDocument | null): void {
  const { match, noneMatch } = preconditions;
  // A missing If-Match counts as *, and * lets a PUT create: so ARM's clients expect it.
  if (match !== undefined && match !== "*" && !match.includes(before?.revision ?? -1)) {
    throw preconditionFailed(
      before === null
        ? "The document does not exist, so no If-Match tag can match it."
        : "The document was changed since it was read. Read it again, then repeat the change on the new state.",
    );
  }
  if (noneMatch === undefined || before === null) return;
  if (noneMatch === "*")
    throw preconditionFailed("The document exists already, and If-None-Match: * refuses to overwrite it.");
  if (noneMatch.includes(before.revision))
    throw preconditionFailed("The document still has the state that If-None-Match names.");
}
