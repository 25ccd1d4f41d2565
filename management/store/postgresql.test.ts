import pg from "pg";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { Sealer } from "@/lib/seal";
import { openStore } from "./open";
import { seed } from "./seed";
import { write } from "./testing/conformance/fixture";
import { describeStore } from "./testing/conformance/store";
import { startPostgres } from "./testing/postgres";

// Says why on standard error when there is none.
const server = await startPostgres();
const sealer = new Sealer([Buffer.alloc(32, 7)]);

describe.skipIf(server === null)("the store on PostgreSQL", () => {
  afterAll(() => server?.stop());

  test("a commit made while the listening connection was cut is heard of when it is back", async () => {
    const databaseUrl = (await server?.database()) ?? "";
    const [here, there] = await Promise.all([
      openStore({ databaseUrl, dataDir: "", sealer }),
      openStore({ databaseUrl, dataDir: "", sealer }),
    ]);
    onTestFinished(async () => {
      await here.close();
      await there.close();
    });
    const heard = new Set<number>();
    here.onCommit((revision) => heard.add(revision));
    const client = new pg.Client(databaseUrl);
    await client.connect();
    for (let revision = 1; revision <= 3; revision++) {
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'",
      );
      await write(there, { "/backends/a": { revision } });
      await vi.waitFor(() => expect(heard).toContain(revision), 10_000);
    }
    await client.end();
  });

  test("of two portals that start at once on an empty database one seeds it", async () => {
    const databaseUrl = (await server?.database()) ?? "";
    const stores = await Promise.all([1, 2].map(() => openStore({ databaseUrl, dataDir: "", sealer })));
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    await Promise.all(stores.map((store) => seed(store)));
    expect(await stores[0]?.revision()).toBe(1);
  });

  test("two portals that write at once leave no gap", async () => {
    const databaseUrl = (await server?.database()) ?? "";
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl, dataDir: "", sealer })));
    onTestFinished(async () => {
      for (const store of stores) await store.close();
    });
    await write(stores[0]!, {});
    const writes = Array.from({ length: 60 }, (_, n) => write(stores[n % 3]!, { [`/backends/b${n % 5}`]: { n } }));
    const revisions = (await Promise.all(writes)).sort((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 60 }, (_, n) => n + 2));
  });

  test("a database that cannot be reached is named, without its password", async () => {
    const opening = openStore({ databaseUrl: "postgresql://u:hush@127.0.0.1:1/none", dataDir: "", sealer });
    const error = (await opening.catch((failure) => failure)) as Error;
    expect(error.message).toContain("DATABASE_URL: 127.0.0.1:1/none cannot be used");
    expect(error.message).not.toContain("hush");
  });

  describeStore(async () => {
    const databaseUrl = (await server?.database()) ?? "";
    const open = () => openStore({ databaseUrl, dataDir: "", sealer });
    const store = await open();
    onTestFinished(() => store.close());
    return { store, reopen: open };
  });
});
