import type { Json } from "@/lib/json";
import { query, type TransactionClient } from "./database";
import { empty, join, type Sql, sql } from "./sql";
import type { Actor, Change, ChangeEntry, ChangesQuery } from "./store";

export interface ChangeRow {
  revision: number;
  at: Date;
  actorKind: Actor["kind"];
  actorId: string;
  actorName: string;
  title: string;
  originKind: "undo" | "draft" | null;
  originRevision: number | null;
  originId: string | null;
}
export interface EntryRow {
  revision: number;
  documentId: string;
  type: string;
  name: string;
  before: Json;
  after: Json;
  refsBefore: string[] | null;
  refsAfter: string[] | null;
}

/** Changes with their entries; `count` is without `top`. */
export async function listChanges(
  client: TransactionClient,
  wanted: ChangesQuery,
): Promise<{ changes: Change[]; count: number }> {
  const { rows, count } = await selectChanges(client, wanted);
  const { documentId, below, entriesOfDocument } = wanted;
  const only = entriesOfDocument && documentId !== undefined ? touches(documentId, below) : undefined;
  return { changes: await withEntries(client, rows, only), count };
}

export async function selectChanges(
  client: TransactionClient,
  wanted: ChangesQuery,
): Promise<{ rows: ChangeRow[]; count: number }> {
  const conditions: Sql[] = [];
  if (wanted.after !== undefined) conditions.push(sql`c."revision" > ${wanted.after}`);
  if (wanted.before !== undefined) conditions.push(sql`c."revision" < ${wanted.before}`);
  if (wanted.actorId !== undefined) conditions.push(sql`c."actorId" = ${wanted.actorId}`);
  if (wanted.documentId !== undefined) {
    const touched = sql`SELECT e."revision" FROM "ChangeEntry" e WHERE ${touches(wanted.documentId, wanted.below)}`;
    conditions.push(sql`c."revision" IN (${touched})`);
  }
  const from = conditions.length === 0 ? sql`FROM "Change" c` : sql`FROM "Change" c WHERE ${join(conditions, " AND ")}`;
  const order = wanted.ascending ? sql`ORDER BY c."revision"` : sql`ORDER BY c."revision" DESC`;
  const limit = wanted.top === undefined ? empty : sql`LIMIT ${wanted.top}`;
  const rows = await query<ChangeRow>(client, sql`SELECT c.* ${from} ${order} ${limit}`);
  if (wanted.top === undefined || rows.length < wanted.top) return { rows, count: rows.length };
  const [total] = await query<{ count: number | bigint }>(client, sql`SELECT count(*) AS "count" ${from}`);
  return { rows, count: Number(total?.count ?? 0) };
}

export async function readChange(client: TransactionClient, revision: number): Promise<Change | null> {
  const rows = await query<ChangeRow>(client, sql`SELECT * FROM "Change" WHERE "revision" = ${revision}`);
  return (await withEntries(client, rows))[0] ?? null;
}

/** Ids compare byte by byte, so all below "/apis/a" lie between "/apis/a/" and "/apis/a0": "0" follows "/". */
export function touches(id: string, below: boolean | undefined): Sql {
  if (!below) return sql`e."documentId" = ${id}`;
  if (id === "/") return sql`1 = 1`;
  return sql`(e."documentId" = ${id} OR (e."documentId" > ${`${id}/`} AND e."documentId" < ${`${id}0`}))`;
}

const revisionsPerStatement = 1000;

async function withEntries(client: TransactionClient, rows: readonly ChangeRow[], only?: Sql): Promise<Change[]> {
  const entries = new Map<number, ChangeEntry[]>();
  for (let at = 0; at < rows.length; at += revisionsPerStatement) {
    const revisions = rows.slice(at, at + revisionsPerStatement).map((row) => row.revision);
    const found = await query<EntryRow>(
      client,
      sql`SELECT e.* FROM "ChangeEntry" e WHERE e."revision" IN (${join(revisions)})
        ${only === undefined ? empty : sql`AND ${only}`} ORDER BY e."revision", e."ordinal"`,
    );
    for (const row of found) {
      const list = entries.get(row.revision);
      if (list === undefined) entries.set(row.revision, [toEntry(row)]);
      else list.push(toEntry(row));
    }
  }
  return rows.map((row) => ({ ...toHead(row), entries: entries.get(row.revision) ?? [] }));
}

export function toEntry({ documentId, type, name, before, after, refsBefore, refsAfter }: EntryRow): ChangeEntry {
  const references = { before: refsBefore ?? [], after: refsAfter ?? [] };
  return { id: documentId, type, name, before: before ?? null, after: after ?? null, references };
}

export function toHead(row: ChangeRow): Omit<Change, "entries"> {
  return {
    revision: row.revision,
    at: new Date(row.at),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    title: row.title,
    ...originOf(row),
  };
}

function originOf(row: ChangeRow): Pick<Change, "origin"> {
  if (row.originKind === "undo") return { origin: { kind: "undo", revision: row.originRevision ?? 0 } };
  if (row.originKind === "draft") return { origin: { kind: "draft", id: row.originId ?? "" } };
  return {};
}
