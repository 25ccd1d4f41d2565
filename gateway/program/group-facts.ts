import type { GatewayDocument } from "@/contract/documents";
import type { GroupFacts } from "@/policy/exchange";

/** Those of the groups that are there. */
export function groupFacts(
  documents: { get(id: string): GatewayDocument | undefined },
  ids: readonly string[],
): GroupFacts[] {
  return ids.flatMap((id) => {
    const document = documents.get(id);
    return document?.type === "groups" ? [{ id: document.name, name: document.properties.displayName }] : [];
  });
}
