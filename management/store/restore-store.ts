import fs from "node:fs";
import path from "node:path";
import type { Sealer } from "@/lib/seal";
import type { BackupHead } from "./backup";
import { backupTables } from "./backup-tables";
import type { Database } from "./database";
import { applicationName, openPostgresql } from "./postgresql";
import { readBackup } from "./read-backup";
import { loadBackup } from "./restore";
import { raw, sql } from "./sql";
import { openSqlite, sqliteFile } from "./sqlite";

export interface RestoreSettings {
  databaseUrl?: string;
  dataDir: string;
  sealer: Sealer;
  file: string;
  /** Replace what is there. */
  force: boolean;
}

/** Puts a backup in place of nothing or, when forced, of what is there. The caller holds the instance's lock. */
export async function restoreStore(settings: RestoreSettings): Promise<BackupHead> {
  const { file, sealer, databaseUrl } = settings;
  const { head, rows } = await readBackup(file);
  for await (const _ of rows); // Read once to its end, so that a broken file is refused before anything is touched.
  if (head.keyId !== null && !sealer.hasKey(head.keyId)) {
    throw new Error(
      `The backup's secrets were sealed with key ${head.keyId}, which is not here. ` +
        `Put the key file kept with it at ${path.join(settings.dataDir, "keys", "seal.key")}, or set GATEHOUSE_SEAL_KEY.`,
    );
  }
  if (databaseUrl === undefined) await intoSqlite(settings, head);
  else await intoPostgresql(settings, databaseUrl, head);
  return head;
}

/** Built beside the database and moved into its place when complete; what was there is kept under another name. */
async function intoSqlite({ dataDir, sealer, file, force }: RestoreSettings, head: BackupHead): Promise<void> {
  const target = sqliteFile(dataDir);
  const present = fs.existsSync(dataDir) ? fs.readdirSync(dataDir).filter((name) => !harmless.has(name)) : [];
  if (present.length > 0 && !force) {
    throw new Error(`${dataDir} is not empty (${present.slice(0, 3).join(", ")}). To replace what is there: --force`);
  }
  const draft = `${target}.restoring`;
  removeDatabase(draft);
  const database = await openSqlite(draft, { migrations: { upTo: lastOf(head) } });
  await finishing(database, () => loadBackup(database, sealer, file));
  const current = await openSqlite(draft);
  await finishing(current, () => current.client.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)"));
  if (fs.existsSync(target)) {
    const kept = `${target}.before-restore-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
    for (const suffix of ["-wal", ""]) {
      if (fs.existsSync(target + suffix)) fs.renameSync(target + suffix, kept + suffix);
    }
    fs.rmSync(`${target}-shm`, { force: true });
  }
  fs.renameSync(draft, target);
  removeDatabase(draft);
}

const harmless = new Set(["keys", "instance.lock", "instance.lock-journal", "instance.json"]);

function removeDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm"]) fs.rmSync(file + suffix, { force: true });
}

async function intoPostgresql(settings: RestoreSettings, databaseUrl: string, head: BackupHead): Promise<void> {
  const before = await openPostgresql(databaseUrl, { migrations: "none" });
  await finishing(before, async () => {
    if (await othersAtWork(before)) throw new Error("Gatehouse is running on this database. Stop every portal first.");
    if ((await isEmpty(before)) || settings.force) return dropTables(before);
    throw new Error("The database named by DATABASE_URL is not empty. To replace what is there: --force");
  });
  const database = await openPostgresql(databaseUrl, { migrations: { upTo: lastOf(head) } });
  await finishing(database, () => loadBackup(database, settings.sealer, settings.file));
  await finishing(await openPostgresql(databaseUrl), async () => {});
}

async function isEmpty({ client }: Database): Promise<boolean> {
  const [found] = await client.$queryRaw<{ name: string | null }[]>(
    sql`SELECT to_regclass('"Service"')::text AS "name"`,
  );
  if (found?.name == null) return true;
  return (
    (await client.service.findFirst({ where: { revision: { gt: 0 } } })) === null &&
    (await client.operator.count()) === 0
  );
}

async function othersAtWork({ client }: Database): Promise<boolean> {
  const [found] = await client.$queryRaw<{ others: number | bigint }[]>(
    sql`SELECT count(*) AS "others" FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = ${applicationName} AND query LIKE 'LISTEN %'`,
  );
  return Number(found?.others ?? 0) > 0;
}

async function dropTables({ client }: Database): Promise<void> {
  const names = [...backupTables.map((table) => table.name), "_prisma_migrations"].map((name) => `"${name}"`);
  await client.$executeRaw(raw(`DROP TABLE IF EXISTS ${names.join(", ")} CASCADE`));
}

const lastOf = (head: BackupHead) => head.migrations.at(-1) ?? "";

async function finishing(database: Database, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } finally {
    await database.close();
  }
}
