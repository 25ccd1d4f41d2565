import type { Sealer } from "@/lib/seal";
import { writeBackup } from "./backup";
import { ChangeFeed } from "./change-feed";
import { listSummaries } from "./change-summaries";
import { listChanges, readChange } from "./changes";
import { commit, rehearse } from "./commit";
import { execute, query, type TransactionClient } from "./database";
import { DraftFeed } from "./draft-feed";
import { draftRows } from "./drafts";
import { identityRows } from "./identity";
import { listDocuments } from "./list";
import { netChanges } from "./net-changes";
import { nodeRows } from "./nodes";
import { openPostgresql } from "./postgresql";
import { readDocument } from "./read-documents";
import { usedBy, uses } from "./references";
import { openSecrets, requireSealKey } from "./secrets";
import { snapshot } from "./snapshot";
import { sql } from "./sql";
import { openSqlite, sqliteFile } from "./sqlite";
import type { Store } from "./store";
import { testRunRows } from "./test-runs";
import { traceRows } from "./traces";

export interface StoreSettings {
  /** A PostgreSQL database; SQLite in the data directory otherwise. */
  databaseUrl?: string;
  dataDir: string;
  sealer: Sealer;
}

/** Opens the store, made and migrated as needed. */
export async function openStore({ databaseUrl, dataDir, sealer }: StoreSettings): Promise<Store> {
  const database =
    databaseUrl === undefined ? await openSqlite(sqliteFile(dataDir)) : await openPostgresql(databaseUrl);
  const { client, dialect } = database;
  await execute(
    client,
    sql`INSERT INTO "Service" ("id", "revision") VALUES ('service', 0) ON CONFLICT ("id") DO NOTHING`,
  );
  await requireSealKey(client, sealer);
  const feed = new ChangeFeed(await revisionOf(client));
  const drafts = new DraftFeed();
  const following = database.follow(
    (revision) => feed.tell(revision),
    (draftId) => drafts.tell(draftId),
  );
  return {
    dialect,
    revision: () => revisionOf(client),
    read: (id) => readDocument(client, id),
    list: (wanted) => listDocuments(client, dialect, wanted),
    snapshot: () => snapshot(database),
    usedBy: (id) => usedBy(client, id),
    uses: (id) => uses(client, id),
    commit: async (change, work) => {
      const committed = await commit(database, sealer, change, work);
      if (committed.revision !== null) feed.tell(committed.revision);
      return committed;
    },
    rehearse: (work) => rehearse(database, sealer, work),
    changes: (wanted) => listChanges(client, wanted),
    change: (revision) => readChange(client, revision),
    changeSummaries: (wanted) => listSummaries(client, wanted),
    netChanges: (wanted) => netChanges(client, wanted),
    openSecrets: (ids) => openSecrets(client, sealer, ids),
    onCommit: (listener) => feed.subscribe(listener),
    onDraft: (listener) => drafts.subscribe(listener),
    drafts: draftRows(database, (draftId) => drafts.tell(draftId)),
    nodes: nodeRows(database),
    traces: traceRows(database),
    testRuns: testRunRows(database),
    identity: identityRows(database),
    backup: async (file) => {
      await writeBackup(database, file);
    },
    close: async () => {
      await following.stop();
      await database.close();
    },
  };
}

async function revisionOf(client: TransactionClient): Promise<number> {
  const [service] = await query<{ revision: number }>(client, sql`SELECT "revision" FROM "Service"`);
  return Number(service?.revision ?? 0);
}
