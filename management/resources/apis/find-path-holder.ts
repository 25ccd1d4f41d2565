import type { JsonObject } from "@/lib/json";
import type { StoredDocument, StoreTransaction } from "../../store/store";

interface Place {
  path: string;
  /** With the version, where that stands in the path. */
  full: string;
  version: string;
  set: string | null;
}

/** The API that answers where this one would, if any does; members of one version set differ by their version. */
export async function findPathHolder(
  tx: StoreTransaction,
  api: { id: string; properties: JsonObject },
): Promise<StoredDocument | null> {
  const segments = await segmentSets(tx);
  const wanted = place(api.properties, segments);
  const { documents } = await tx.list({ type: "apis", filter: { op: "eq", member: ["isCurrent"], value: true } });
  for (const document of documents) {
    if (document.id !== api.id && collide(wanted, place(document.properties, segments))) return document;
  }
  return null;
}

async function segmentSets(tx: StoreTransaction): Promise<Set<string>> {
  const filter = { op: "eq" as const, member: ["versioningScheme"], value: "Segment" };
  const { documents } = await tx.list({ type: "apiVersionSets", filter });
  return new Set(documents.map(({ id }) => id));
}

function place(properties: JsonObject, segments: ReadonlySet<string>): Place {
  const path = String(properties.path).toLowerCase();
  const version = String(properties.apiVersion ?? "").toLowerCase();
  const set = typeof properties.apiVersionSetId === "string" ? properties.apiVersionSetId : null;
  const inPath = set !== null && segments.has(set) && version !== "";
  return { path, full: inPath ? `${path}/${version}`.replace(/^\//, "") : path, version, set };
}

function collide(a: Place, b: Place): boolean {
  if (a.set !== null && a.set === b.set) return a.full === b.full && a.version === b.version;
  return a.path === b.path || a.full === b.full;
}
