import type { ScopeSources } from "@/policy/scopes";
import type { ProgramIndex } from "./program";

const known = new WeakMap<ProgramIndex, ScopeSources>();

/** Where policies find the fragments and named values that they use. */
export function sourcesOf(index: Pick<ProgramIndex, "documents" | "namedValues">): ScopeSources {
  let sources = known.get(index as ProgramIndex);
  if (sources === undefined) {
    sources = {
      fragment(id) {
        const documentId = fragmentId(id);
        const document = index.documents.get(documentId);
        return document?.type === "policyFragments" ? { documentId, text: document.properties.value } : undefined;
      },
      namedValue: (name) => index.namedValues.get(name)?.value,
    };
    known.set(index as ProgramIndex, sources);
  }
  return sources;
}

/** "shared", "/policyFragments/shared" or a full ARM id. */
export const fragmentId = (written: string): string =>
  `/policyfragments/${written.slice(written.lastIndexOf("/") + 1).toLowerCase()}`;
