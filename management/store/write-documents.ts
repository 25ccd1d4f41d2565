import { execute, type TransactionClient } from "./database";
import { join, sql } from "./sql";
import type { ChangeEntry, StoredDocument } from "./store";

// Many rows per statement: what an import of ten thousand operations lives on. SQLite takes 32,766 values at most.
const rowsPerStatement = 500;

export interface DocumentWrite {
  document: StoredDocument;
  references: readonly string[];
  isNew: boolean;
}

/** Writes documents, parents before children, and then their references. */
export async function writeDocuments(client: TransactionClient, writes: readonly DocumentWrite[]): Promise<void> {
  for (const some of chunks(writes)) {
    const values = some.map(
      ({ document: d }) =>
        sql`(${d.id}, ${d.type}, ${d.name}, ${d.parentId}, ${json(d.properties)}, ${d.revision}, ${d.createdAt}, ${d.changedAt})`,
    );
    await execute(
      client,
      sql`
        INSERT INTO "Document" ("id", "type", "name", "parentId", "properties", "revision", "createdAt", "changedAt")
        VALUES ${join(values)}
        ON CONFLICT ("id") DO UPDATE SET "type" = excluded."type", "name" = excluded."name",
          "parentId" = excluded."parentId", "properties" = excluded."properties", "revision" = excluded."revision",
          "createdAt" = excluded."createdAt", "changedAt" = excluded."changedAt"`,
    );
  }
  for (const some of chunks(writes.filter((write) => !write.isNew))) {
    const ids = some.map((write) => write.document.id);
    await execute(client, sql`DELETE FROM "Reference" WHERE "fromId" IN (${join(ids)})`);
  }
  const pairs = writes.flatMap(({ document, references }) => references.map((to) => [document.id, to] as const));
  for (const some of chunks(pairs)) {
    const values = some.map(([from, to]) => sql`(${from}, ${to})`);
    await execute(client, sql`INSERT INTO "Reference" ("fromId", "toId") VALUES ${join(values)}`);
  }
}

export async function writeEntries(
  client: TransactionClient,
  revision: number,
  entries: readonly ChangeEntry[],
): Promise<void> {
  const rows = entries.map((entry, ordinal) => ({ entry, ordinal }));
  for (const some of chunks(rows)) {
    const values = some.map(
      ({ entry: e, ordinal }) =>
        sql`(${revision}, ${e.id}, ${ordinal}, ${e.type}, ${e.name}, ${json(e.before)}, ${json(e.after)}, ${ids(e.references.before)}, ${ids(e.references.after)})`,
    );
    await execute(
      client,
      sql`INSERT INTO "ChangeEntry" ("revision", "documentId", "ordinal", "type", "name", "before", "after", "refsBefore", "refsAfter") VALUES ${join(values)}`,
    );
  }
}

const json = (value: ChangeEntry["before"]) => (value === null ? null : JSON.stringify(value));

const ids = (references: readonly string[]) => (references.length === 0 ? null : JSON.stringify(references));

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += rowsPerStatement) yield all.slice(at, at + rowsPerStatement);
}
