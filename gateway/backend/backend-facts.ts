import type { Program } from "@/gateway/program/program";
import type { BackendFacts } from "@/policy/exchange";

/** context.Backend. In which region of Azure an address lies is not known, so it is null. */
export function backendFactsOf(id: string | null, program: Program | null): BackendFacts | null {
  if (id === null || program === null) return null;
  const document = program.backends.get(id);
  if (document === undefined) return null;
  // With its author's casing.
  const name = program.documents?.get(id)?.name ?? id.slice(id.lastIndexOf("/") + 1);
  return { id: name, type: document.type === "Pool" ? "pool" : "single", azureRegion: null };
}
