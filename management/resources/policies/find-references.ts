import { type PolicyReferences, policyReferences } from "@/policy/references";
import type { StoreTransaction } from "../../store/store";
import { canonicalIdIn } from "../canonical";
import { findNamedValues } from "../named-values/refer";

export interface FoundReferences {
  /** Ids of the documents that exist. */
  ids: string[];
  /** Whether a name, as it stands in the text, leads to something. */
  known: Record<keyof PolicyReferences, (name: string) => boolean>;
  fragmentText: (id: string) => string | undefined;
}

/** Looks up all that a policy names. */
export async function findReferences(tx: StoreTransaction, text: string): Promise<FoundReferences> {
  const named = policyReferences(text);
  const [namedValues, backends, fragments, certificates, loggers] = [
    await findNamedValues(tx, named.namedValues),
    await existing(tx, "backends", named.backends),
    await existing(tx, "policyFragments", named.fragments),
    await existing(tx, "certificates", named.certificates),
    await existing(tx, "loggers", named.loggers),
  ];
  const texts = new Map<string, string>();
  for (const [name, id] of fragments) {
    const value = (await tx.read(id))?.properties.value;
    if (typeof value === "string") texts.set(name, value);
  }
  const found = { namedValues, backends, fragments, certificates, loggers };
  const ids = Object.values(found).flatMap((map) => [...map.values()]);
  return {
    ids: [...new Set(ids)].sort(),
    fragmentText: (id) => texts.get(id),
    known: {
      namedValues: (name) => namedValues.has(name),
      backends: (name) => backends.has(name),
      fragments: (name) => fragments.has(name),
      certificates: (name) => certificates.has(name),
      loggers: (name) => loggers.has(name),
    },
  };
}

async function existing(
  tx: StoreTransaction,
  collection: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of names) {
    const id = canonicalIdIn(collection, name) ?? canonicalIdIn(collection, `/${collection}/${name}`);
    if (id !== null && (await tx.read(id)) !== null) found.set(name, id);
  }
  return found;
}
