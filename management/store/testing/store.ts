import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadSealer, type Sealer } from "@/lib/seal";
import { openStore } from "@/management/store/open";
import { seed } from "@/management/store/seed";
import type { Store } from "@/management/store/store";

export interface TestStore {
  store: Store;
  sealer: Sealer;
  dataDir: string;
  /** Closes the store and removes its directory. */
  close(): Promise<void>;
}

/** A real SQLite store in a directory of its own. Close it when done, or use withStore. */
export async function makeStore(options: { seeded?: boolean } = {}): Promise<TestStore> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-store-"));
  const sealer = loadSealer({ dataDir });
  const store = await openStore({ dataDir, sealer });
  if (options.seeded !== false) await seed(store);
  return {
    store,
    sealer,
    dataDir,
    close: async () => {
      await store.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a test on a store of its own, seeded unless told otherwise. */
export async function withStore<T>(
  work: (made: TestStore) => Promise<T>,
  options: { seeded?: boolean } = {},
): Promise<T> {
  const made = await makeStore(options);
  try {
    return await work(made);
  } finally {
    await made.close();
  }
}
