import { query, type TransactionClient } from "./database";
import { type DocumentRow, documentColumns, toDocument } from "./document-row";
import { sql } from "./sql";
import type { StoredDocument } from "./store";

export async function readDocument(client: TransactionClient, id: string): Promise<StoredDocument | null> {
  const [row] = await query<DocumentRow>(client, sql`SELECT ${documentColumns} FROM "Document" d WHERE d."id" = ${id}`);
  return row === undefined ? null : toDocument(row);
}

/** Every document directly below one, with what each refers to. */
export async function readChildren(
  client: TransactionClient,
  parentId: string,
): Promise<{ document: StoredDocument; references: string[] }[]> {
  const rows = await query<DocumentRow>(
    client,
    sql`SELECT ${documentColumns} FROM "Document" d WHERE d."parentId" = ${parentId}`,
  );
  const references = new Map<string, string[]>(rows.map((row) => [row.id, []]));
  const pairs = await query<{ fromId: string; toId: string }>(
    client,
    sql`SELECT r."fromId", r."toId" FROM "Reference" r JOIN "Document" d ON d."id" = r."fromId"
      WHERE d."parentId" = ${parentId} ORDER BY r."fromId", r."toId"`,
  );
  for (const { fromId, toId } of pairs) references.get(fromId)?.push(toId);
  return rows.map((row) => ({ document: toDocument(row), references: references.get(row.id) ?? [] }));
}
