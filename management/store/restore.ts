import type { Sealer } from "@/lib/seal";
import type { BackupHead } from "./backup";
import { type BackupRow, backupTables } from "./backup-tables";
import type { Database, TransactionClient } from "./database";
import { type BackupLine, readBackup } from "./read-backup";
import { requireSealKey } from "./secrets";
import { raw } from "./sql";

const rowsPerWrite = 500;

/**
 * Loads a backup into a database that has exactly the migrations the backup names and no rows: wholly or not at all.
 */
export async function loadBackup(database: Database, sealer: Sealer, file: string): Promise<BackupHead> {
  const { head, rows } = await readBackup(file);
  await database.transaction(async (client) => {
    for await (const { table, batch } of batches(rows)) {
      const known = backupTables.find((candidate) => candidate.name === table);
      if (known === undefined) throw new Error(`${file} holds a table "${table}" that this version does not know.`);
      await known.write(client, batch);
    }
    await requireSealKey(client, sealer);
    if (database.dialect === "postgresql") await continueCounting(client);
  });
  return head;
}

async function* batches(rows: AsyncIterable<BackupLine>): AsyncGenerator<{ table: string; batch: BackupRow[] }> {
  let table = "";
  let batch: BackupRow[] = [];
  for await (const line of rows) {
    if (line.table !== table || batch.length === rowsPerWrite) {
      if (batch.length > 0) yield { table, batch };
      table = line.table;
      batch = [];
    }
    batch.push(line.row);
  }
  if (batch.length > 0) yield { table, batch };
}

/** Rows brought their own numbers, which PostgreSQL's counters have not seen. */
async function continueCounting(client: TransactionClient): Promise<void> {
  for (const { name } of backupTables.filter((table) => table.counted)) {
    await client.$queryRaw(
      raw(
        `SELECT setval(pg_get_serial_sequence('"${name}"', 'id'), (SELECT coalesce(max("id"), 0) + 1 FROM "${name}"), false)::text`,
      ),
    );
  }
}
