import { selectChanges, toHead } from "./changes";
import { query, type TransactionClient } from "./database";
import { join, sql } from "./sql";
import type { ChangeSummary, ChangesQuery } from "./store";

const documentsShown = 20;
const revisionsPerStatement = 1000;

interface NamedRow {
  revision: number;
  id: string;
  type: string;
  name: string;
  made: number | bigint;
  gone: number | bigint;
}

/** Changes with the names of what they touched, and not the contents. */
export async function listSummaries(
  client: TransactionClient,
  wanted: ChangesQuery,
): Promise<{ changes: ChangeSummary[]; count: number }> {
  const { rows, count } = await selectChanges(client, wanted);
  const documents = new Map<number, ChangeSummary["documents"]>();
  const counts = new Map<number, number>();
  for (let at = 0; at < rows.length; at += revisionsPerStatement) {
    const revisions = join(rows.slice(at, at + revisionsPerStatement).map((row) => row.revision));
    const totals = await query<{ revision: number; count: number | bigint }>(
      client,
      sql`SELECT "revision", count(*) AS "count" FROM "ChangeEntry" WHERE "revision" IN (${revisions}) GROUP BY "revision"`,
    );
    for (const total of totals) counts.set(total.revision, Number(total.count));
    const named = await query<NamedRow>(
      client,
      sql`SELECT "revision", "documentId" AS "id", "type", "name",
          CASE WHEN "before" IS NULL THEN 1 ELSE 0 END AS "made", CASE WHEN "after" IS NULL THEN 1 ELSE 0 END AS "gone"
        FROM "ChangeEntry" WHERE "revision" IN (${revisions}) AND "ordinal" < ${documentsShown}
        ORDER BY "revision", "ordinal"`,
    );
    for (const row of named) {
      const list = documents.get(row.revision) ?? [];
      documents.set(row.revision, list);
      list.push({ id: row.id, type: row.type, name: row.name, action: actionOf(row) });
    }
  }
  const changes = rows.map((row) => ({
    ...toHead(row),
    documents: documents.get(row.revision) ?? [],
    documentCount: counts.get(row.revision) ?? 0,
  }));
  return { changes, count };
}

function actionOf({ made, gone }: NamedRow): ChangeSummary["documents"][number]["action"] {
  if (Number(made) === 1) return "create";
  return Number(gone) === 1 ? "delete" : "update";
}
