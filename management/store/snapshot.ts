import { type Database, query, type TransactionClient } from "./database";
import { type DocumentRow, documentColumns, toDocument } from "./document-row";
import { sql } from "./sql";
import type { StoredDocument } from "./store";

const documentsPerPage = 500;
// A reader that went away would keep SQLite from tidying its log, and a PostgreSQL connection busy.
const idleLimitMs = 60_000;

/** Every document as of one revision, while changes go on being written. */
export async function snapshot(
  database: Database,
): Promise<{ revision: number; committedAt: number; pages: AsyncIterable<StoredDocument[]> }> {
  const { client, end } = await database.moment();
  let given = false;
  const deadline = setTimeout(() => {
    given = true;
    void end().catch(() => {});
  }, idleLimitMs);
  deadline.unref();
  const finish = async () => {
    clearTimeout(deadline);
    if (given) return;
    given = true;
    await end();
  };
  try {
    const [service] = await query<{ revision: number }>(client, sql`SELECT "revision" FROM "Service"`);
    const revision = Number(service?.revision ?? 0);
    const [change] = await query<{ at: Date }>(client, sql`SELECT "at" FROM "Change" WHERE "revision" = ${revision}`);
    const committedAt = change === undefined ? 0 : new Date(change.at).getTime();
    return { revision, committedAt, pages: pages(client, () => given, deadline, finish) };
  } catch (error) {
    await finish();
    throw error;
  }
}

/** In the order of ids, which puts a parent before its children. */
async function* pages(
  client: TransactionClient,
  ended: () => boolean,
  deadline: NodeJS.Timeout,
  finish: () => Promise<void>,
): AsyncGenerator<StoredDocument[]> {
  try {
    for (let after = ""; ; ) {
      if (ended()) throw new Error("The snapshot was not read to its end in time; take another.");
      deadline.refresh();
      const rows = await query<DocumentRow>(
        client,
        sql`SELECT ${documentColumns} FROM "Document" d WHERE d."id" > ${after} ORDER BY d."id" LIMIT ${documentsPerPage}`,
      );
      if (rows.length > 0) yield rows.map(toDocument);
      const last = rows.at(-1);
      if (last === undefined || rows.length < documentsPerPage) return;
      after = last.id;
    }
  } finally {
    await finish();
  }
}
