import { locate } from "../apis/locate";
import { revisionId, splitRevision } from "../apis/revision-id";
import type { Rules } from "../behaviour";
import { canonicalIdIn } from "../canonical";
import { makeCurrent } from "./make-current";

export const rules: Rules = {
  /** A release of a revision makes it the current one; changing a release's notes changes no API. */
  async write(writing) {
    const { properties, before, tx } = writing;
    const api = writing.parentId === null ? null : await tx.read(writing.parentId);
    if (api === null || api.properties.isCurrent !== true) {
      return writing.refuse(
        "name",
        "Releases belong to the API, not to one of its revisions: leave out ;rev= of the URL.",
      );
    }
    const stored = before?.properties.apiId as string | undefined;
    const named = (properties.apiId as string | undefined) ?? stored ?? api.id;
    // Azure's clients send the bare API when they change the notes; what was released stays what it was.
    const given = stored !== undefined && canonicalIdIn("apis", named) === api.id ? stored : named;
    const id = canonicalIdIn("apis", given);
    if (id === null || splitRevision(id).api !== api.id) {
      return writing.refuse("apiId", `Must name a revision of this API, such as /apis/${api.name};rev=2.`);
    }
    const released = await tx.read(await locate(id, tx));
    // What was released is history, and stays true when the revision is gone.
    const known = before !== null && before.properties.apiId === id;
    if (released === null && !known) return writing.refuse("apiId", `${given} does not exist.`);
    const revision = splitRevision(id).revision ?? String(api.properties.apiRevision);
    writing.properties = { ...properties, apiId: revisionId(api.id, revision) };
    const changed = before?.properties.apiId !== writing.properties.apiId;
    if (!changed || released === null || released.id === api.id) return;
    writing.follow(() => makeCurrent(tx, api, released));
  },
};
