import { createHash } from "node:crypto";
import fs from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type BackupRow, backupTables } from "./backup-tables";
import type { Database, TransactionClient } from "./database";
import { migrationsFolder } from "./schema-engine";
import { sql } from "./sql";

export const backupFormat = "gatehouse-backup-1";

/** The first line of a backup. */
export interface BackupHead {
  format: typeof backupFormat;
  madeAt: string;
  revision: number;
  /** What had been applied when it was made: it is restored into exactly that, and then brought up to date. */
  migrations: string[];
  /** The key that sealed the newest secret; the key itself is never in a backup. */
  keyId: string | null;
}
/** The last line: without it, or with another hash, the file is incomplete or altered. */
export interface BackupFoot {
  rows: number;
  sha256: string;
}

const rowsPerRead = 500;

/**
 * Writes everything, as of one moment and while changes go on, into one file: compressed lines of JSON that either
 * database can be restored from. It appears under its name only when it is complete, and replaces nothing.
 */
export async function writeBackup(database: Database, file: string): Promise<BackupHead & BackupFoot> {
  if (fs.existsSync(file)) throw new Error(`${file} exists already; a backup replaces nothing. Choose another name.`);
  const partial = `${file}.partial-${process.pid}`;
  const { client, end } = await database.moment();
  try {
    const head = await headOf(client, database.dialect);
    const foot: BackupFoot = { rows: 0, sha256: "" };
    const target = fs.createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true });
    await pipeline(Readable.from(lines(client, head, foot)), createGzip(), target);
    fs.linkSync(partial, file);
    syncFolder(path.dirname(file));
    return { ...head, ...foot };
  } finally {
    await end();
    fs.rmSync(partial, { force: true });
  }
}

async function headOf(client: TransactionClient, dialect: Database["dialect"]): Promise<BackupHead> {
  const service = await client.service.findFirst();
  const secret = await client.secret.findFirst({ orderBy: { createdAt: "desc" } });
  const applied = await client.$queryRaw<{ name: string }[]>(
    sql`SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`,
  );
  const entries = await readdir(migrationsFolder(dialect));
  return {
    format: backupFormat,
    madeAt: new Date().toISOString(),
    revision: service?.revision ?? 0,
    migrations: entries.filter((name) => applied.some((row) => row.name === name)).sort(),
    keyId: secret?.sealed.split(".")[1] ?? null,
  };
}

async function* lines(client: TransactionClient, head: BackupHead, foot: BackupFoot): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const line = (value: object) => {
    const text = `${JSON.stringify(value)}\n`;
    hash.update(text);
    return text;
  };
  yield line(head);
  for (const table of backupTables) {
    for (let after: BackupRow | undefined; ; ) {
      const rows = await table.read(client, after, rowsPerRead);
      foot.rows += rows.length;
      if (rows.length > 0) yield rows.map((row) => line({ table: table.name, row })).join("");
      after = rows.at(-1);
      if (rows.length < rowsPerRead) break;
    }
  }
  foot.sha256 = hash.digest("hex");
  yield `${JSON.stringify(foot)}\n`;
}

function syncFolder(folder: string): void {
  const handle = fs.openSync(folder, "r");
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
