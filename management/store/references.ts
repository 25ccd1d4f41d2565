import { query, type TransactionClient } from "./database";
import { sql } from "./sql";

/** Who refers, from outside, to a document or to anything below it. */
export function usedBy(client: TransactionClient, id: string): Promise<{ from: string; to: string }[]> {
  return query(
    client,
    sql`
      WITH RECURSIVE "tree"("id") AS (
        SELECT "id" FROM "Document" WHERE "id" = ${id}
        UNION ALL
        SELECT d."id" FROM "Document" d JOIN "tree" t ON d."parentId" = t."id"
      )
      SELECT r."fromId" AS "from", r."toId" AS "to" FROM "Reference" r
      WHERE r."toId" IN (SELECT "id" FROM "tree") AND r."fromId" NOT IN (SELECT "id" FROM "tree")
      ORDER BY r."fromId", r."toId"`,
  );
}

/** What a document refers to. */
export async function uses(client: TransactionClient, id: string): Promise<string[]> {
  const rows = await query<{ toId: string }>(
    client,
    sql`SELECT "toId" FROM "Reference" WHERE "fromId" = ${id} ORDER BY "toId"`,
  );
  return rows.map((row) => row.toId);
}
