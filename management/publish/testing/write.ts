import type { Store, StoreTransaction } from "@/management/store/store";

const actor = { kind: "system", id: "tests", name: "Tests" } as const;

/** Commits what a test writes straight into the store, and returns the revision. */
export async function write(store: Store, work: (tx: StoreTransaction) => Promise<unknown>): Promise<number> {
  const { revision } = await store.commit({ actor, title: "A test writes" }, work);
  if (revision === null) throw new Error("Nothing was written.");
  return revision;
}

/** A backend as the REST door would store it. */
export const putBackend = (tx: StoreTransaction, name: string, url: string) =>
  tx.put({
    id: `/backends/${name}`,
    name,
    type: "backends",
    parentId: "/",
    properties: { url, protocol: "http" },
    references: [],
  });

export const saveBackend = (store: Store, name: string, url: string) => write(store, (tx) => putBackend(tx, name, url));
