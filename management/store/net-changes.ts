import { type EntryRow, toEntry, touches } from "./changes";
import { query, type TransactionClient } from "./database";
import { equalJson } from "./equal-json";
import { sql } from "./sql";
import type { ChangeEntry } from "./store";

interface Range {
  from: number;
  to: number;
  documentId?: string;
  below?: boolean;
}

/** First `before` and last `after` of every document that a range of changes touched; what came back is left out. */
export async function netChanges(client: TransactionClient, range: Range): Promise<ChangeEntry[]> {
  const { from, to, documentId, below } = range;
  const about = documentId === undefined ? sql`1 = 1` : touches(documentId, below);
  const ends = await query<EntryRow>(
    client,
    sql`
      WITH "ends" AS (
        SELECT e."documentId", min(e."revision") AS "first", max(e."revision") AS "last" FROM "ChangeEntry" e
        WHERE e."revision" > ${from} AND e."revision" <= ${to} AND ${about} GROUP BY e."documentId"
      )
      SELECT e.* FROM "ends" n JOIN "ChangeEntry" e
        ON e."documentId" = n."documentId" AND (e."revision" = n."first" OR e."revision" = n."last")
      ORDER BY e."documentId", e."revision"`,
  );
  const net = new Map<string, ChangeEntry>();
  for (const entry of ends.map(toEntry)) {
    const first = net.get(entry.id) ?? entry;
    const references = { before: first.references.before, after: entry.references.after };
    net.set(entry.id, { ...entry, before: first.before, references });
  }
  return [...net.values()].filter(({ before, after }) => !equalJson(before, after));
}
