import { randomUUID } from "node:crypto";
import type { Sealer } from "@/lib/seal";
import { execute, query, type TransactionClient } from "./database";
import { join, sql } from "./sql";
import type { SealedSecret } from "./store";

/** A sealed text opens only as the field of the document it was sealed for. */
const placeOf = (row: Pick<SealedSecret, "id" | "documentId" | "field">) =>
  `secret\0${row.id}\0${row.documentId}\0${row.field}`;

export function sealSecret(sealer: Sealer, documentId: string, field: string, value: string): SealedSecret {
  const row = { id: randomUUID(), documentId, field };
  return { ...row, sealed: sealer.seal(value, placeOf(row)), createdAt: new Date() };
}

export const openSecret = (sealer: Sealer, row: SealedSecret): string => sealer.open(row.sealed, placeOf(row));

const rowsPerStatement = 1000;

export async function writeSecrets(client: TransactionClient, rows: readonly SealedSecret[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const values = rows
      .slice(at, at + rowsPerStatement)
      .map((row) => sql`(${row.id}, ${row.documentId}, ${row.field}, ${row.sealed}, ${row.createdAt})`);
    await execute(
      client,
      sql`INSERT INTO "Secret" ("id", "documentId", "field", "sealed", "createdAt") VALUES ${join(values)} ON CONFLICT ("id") DO NOTHING`,
    );
  }
}

/** The values behind pointers; one that does not exist is missing from the answer. */
export async function openSecrets(
  client: TransactionClient,
  sealer: Sealer,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const values = new Map<string, string>();
  const wanted = [...new Set(ids)];
  for (let at = 0; at < wanted.length; at += rowsPerStatement) {
    const some = wanted.slice(at, at + rowsPerStatement);
    const rows = await query<SealedSecret>(client, sql`SELECT * FROM "Secret" WHERE "id" IN (${join(some)})`);
    for (const row of rows) values.set(row.id, openSecret(sealer, row));
  }
  return values;
}

/** Refuses to go on with secrets that could not be opened when they are needed. */
export async function requireSealKey(client: TransactionClient, sealer: Sealer): Promise<void> {
  const [row] = await query<{ sealed: string }>(
    client,
    sql`SELECT "sealed" FROM "Secret" ORDER BY "createdAt" DESC LIMIT 1`,
  );
  if (row === undefined || sealer.hasKeyFor(row.sealed)) return;
  throw new Error(
    `The database's secrets were sealed with key ${row.sealed.split(".")[1]}, which this installation does not have. ` +
      "Bring back keys/seal.key of the data directory, or set GATEHOUSE_SEAL_KEY.",
  );
}
