import type { RefusalDetail } from "../refusals";
import { parseUrlTemplate } from "../resources/operations/url-template";
import { parentIdOf } from "../store/parent-id";
import type { StoreTransaction } from "../store/store";

/**
 * Operations that came back and answer what another of their API answers by now. Each API is read once: asked one by
 * one, ten thousand operations would take minutes.
 */
export async function clashesOfOperations(
  tx: StoreTransaction,
  documents: readonly { id: string; type: string }[],
  created: ReadonlySet<string>,
): Promise<RefusalDetail[]> {
  const restored = new Set(documents.filter(({ type }) => type === "apis/operations").map(({ id }) => id));
  const parents = new Set([...restored].map((id) => parentIdOf(id) ?? "/"));
  const details: RefusalDetail[] = [];
  for (const parentId of parents) {
    // An API that came back whole was right as a whole.
    if (created.has(parentId)) continue;
    const holders = new Map<string, string>();
    const { documents: operations } = await tx.list({ type: "apis/operations", parentId });
    for (const { id, properties } of operations.toSorted(
      (a, b) => Number(restored.has(a.id)) - Number(restored.has(b.id)),
    )) {
      const parsed = parseUrlTemplate(String(properties.urlTemplate));
      if ("problem" in parsed) continue;
      const key = `${properties.method} ${parsed.shape}`;
      const holder = holders.get(key);
      holders.set(key, holder ?? id);
      if (holder === undefined || !restored.has(id)) continue;
      const message = `${holder} has the same method and template: ${properties.method} ${properties.urlTemplate}.`;
      details.push({ code: "NoLongerValid", target: id, message });
    }
  }
  return details;
}
