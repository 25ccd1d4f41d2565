import { execute, query, type TransactionClient } from "./database";
import { type DocumentRow, documentColumns, toDocument } from "./document-row";
import { join, sql } from "./sql";
import { InUse, type StoredDocument } from "./store";

const idsPerStatement = 1000;

interface Removed {
  document: StoredDocument;
  references: string[];
}

/** Removes documents and all below them and answers with what they were, parents first. */
export async function removeTrees(client: TransactionClient, ids: readonly string[]): Promise<Removed[]> {
  const removed = new Map<string, Removed>();
  for (const some of chunks(ids)) {
    const rows = await query<DocumentRow>(
      client,
      sql`
        WITH RECURSIVE "tree"("id") AS (
          SELECT "id" FROM "Document" WHERE "id" IN (${join(some)})
          UNION
          SELECT c."id" FROM "Document" c JOIN "tree" t ON c."parentId" = t."id"
        )
        SELECT ${documentColumns} FROM "Document" d WHERE d."id" IN (SELECT "id" FROM "tree")`,
    );
    for (const row of rows) removed.set(row.id, { document: toDocument(row), references: [] });
  }
  const gone = [...removed.keys()].sort();
  const users: { from: string; to: string }[] = [];
  for (const some of chunks(gone)) {
    const pairs = await query<{ from: string; to: string }>(
      client,
      sql`SELECT "fromId" AS "from", "toId" AS "to" FROM "Reference"
        WHERE "fromId" IN (${join(some)}) OR "toId" IN (${join(some)}) ORDER BY "fromId", "toId"`,
    );
    const here = new Set(some);
    for (const { from, to } of pairs) {
      if (here.has(from)) removed.get(from)?.references.push(to);
      if (here.has(to) && !removed.has(from)) users.push({ from, to });
    }
  }
  if (users.length > 0) throw new InUse(users);
  // References among them would otherwise hold each other back, since restricting keys are checked at once.
  for (const some of chunks(gone)) {
    await execute(client, sql`DELETE FROM "Reference" WHERE "fromId" IN (${join(some)})`);
  }
  // What tests have seen goes with them; a run's own key tells of its API only.
  for (const some of chunks(gone)) {
    await execute(client, sql`DELETE FROM "TestResult" WHERE "testId" IN (${join(some)})`);
  }
  // Those above go last: a parent takes its children along, one by one.
  for (const some of chunks(gone.toReversed())) {
    await execute(client, sql`DELETE FROM "Document" WHERE "id" IN (${join(some)})`);
  }
  return gone.flatMap((id) => removed.get(id) ?? []);
}

function* chunks(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += idsPerStatement) yield ids.slice(at, at + idsPerStatement);
}
