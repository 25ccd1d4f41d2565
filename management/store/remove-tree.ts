import { execute, query, type TransactionClient } from "./database";
import { type DocumentRow, documentColumns, toDocument } from "./document-row";
import { usedBy } from "./references";
import { join, sql } from "./sql";
import { InUse, type StoredDocument } from "./store";

const idsPerStatement = 1000;

interface Removed {
  document: StoredDocument;
  references: string[];
}

/** Removes a document and all below it and answers with what they were, parents first. */
export async function removeTree(client: TransactionClient, id: string): Promise<Removed[]> {
  const rows = await query<DocumentRow>(
    client,
    sql`
      WITH RECURSIVE "tree"("id") AS (
        SELECT "id" FROM "Document" WHERE "id" = ${id}
        UNION ALL
        SELECT c."id" FROM "Document" c JOIN "tree" t ON c."parentId" = t."id"
      )
      SELECT ${documentColumns} FROM "Document" d WHERE d."id" IN (SELECT "id" FROM "tree") ORDER BY d."id"`,
  );
  const users = await usedBy(client, id);
  if (users.length > 0) throw new InUse(users);
  // References within the tree would otherwise hold each other back, since restricting keys are checked at once.
  const references = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  for (let at = 0; at < rows.length; at += idsPerStatement) {
    const ids = join(rows.slice(at, at + idsPerStatement).map((row) => row.id));
    const pairs = await query<{ fromId: string; toId: string }>(
      client,
      sql`SELECT "fromId", "toId" FROM "Reference" WHERE "fromId" IN (${ids}) ORDER BY "fromId", "toId"`,
    );
    for (const { fromId, toId } of pairs) references.get(fromId)?.push(toId);
    await execute(client, sql`DELETE FROM "Reference" WHERE "fromId" IN (${ids})`);
  }
  await execute(client, sql`DELETE FROM "Document" WHERE "id" = ${id}`);
  return rows.map((row) => ({ document: toDocument(row), references: references.get(row.id) ?? [] }));
}
