import type { StoredDocument } from "../../store/store";
import type { Writing } from "../behaviour";
import { splitRevision } from "./revision-id";

/**
 * Names the document after its revision and says which one it is. `current` is the current revision when another one
 * is written, null when it is the current one itself.
 */
export function settleRevision(writing: Writing, current: StoredDocument | null): void {
  const { properties, before } = writing;
  const named = splitRevision(writing.name);
  const given = properties.apiRevision as string | undefined;
  const stored = before?.properties.apiRevision as string | undefined;
  // A client that names a revision where no API exists yet says which one the first shall be.
  const revision = stored ?? named.revision ?? given ?? "1";
  if (given !== undefined && given.toLowerCase() !== revision.toLowerCase()) {
    writing.refuse("apiRevision", `Is '${revision}' here. To make another revision current, create a release of it.`);
  }
  if (current !== null && properties.isCurrent === true) {
    const message = `Revision '${current.properties.apiRevision}' is current. To make this one current, create a release of it.`;
    writing.refuse("isCurrent", message);
  }
  if (current === null && properties.isCurrent === false) {
    writing.refuse("isCurrent", "One revision is always current. To make another one current, create a release of it.");
  }
  writing.name = current === null ? named.api : `${current.name};rev=${revision}`;
  writing.properties = { ...properties, apiRevision: revision, isCurrent: current === null };
}
