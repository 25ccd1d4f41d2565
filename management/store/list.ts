import { type Dialect, query, type TransactionClient } from "./database";
import { type DocumentRow, documentColumns, toDocument } from "./document-row";
import { filterSql } from "./filter-sql";
import { memberSql } from "./member-sql";
import { empty, join, raw, type Sql, sql } from "./sql";
import type { ListQuery, StoredDocument } from "./store";

/** Documents of one type, filtered, ordered and paged by the database; `count` is without paging. */
export async function listDocuments(
  client: TransactionClient,
  dialect: Dialect,
  wanted: ListQuery,
): Promise<{ documents: StoredDocument[]; count: number }> {
  const conditions = [sql`d."type" = ${wanted.type}`];
  if (wanted.parentId !== undefined) conditions.push(sql`d."parentId" = ${wanted.parentId}`);
  // Ids compare byte by byte: all below "/apis/a" lie between "/apis/a/" and "/apis/a0", as "0" follows "/".
  if (wanted.below !== undefined)
    conditions.push(sql`d."id" > ${`${wanted.below}/`} AND d."id" < ${`${wanted.below}0`}`);
  if (wanted.filter !== undefined) conditions.push(filterSql(wanted.filter, dialect));
  const from = sql`FROM "Document" d WHERE ${join(conditions, " AND ")}`;
  const skip = wanted.skip ?? 0;
  const rows = await query<DocumentRow>(
    client,
    sql`SELECT ${documentColumns} ${from} ORDER BY ${order(wanted, dialect)} ${page(wanted.top, skip, dialect)}`,
  );
  const documents = rows.map(toDocument);
  const whole = skip === 0 && (wanted.top === undefined || rows.length < wanted.top);
  if (whole) return { documents, count: rows.length };
  const [total] = await query<{ count: number | bigint }>(client, sql`SELECT count(*) AS "count" ${from}`);
  return { documents, count: Number(total?.count ?? 0) };
}

/** Absent first, then false, true, numbers, texts without case; the id decides ties and is the order when none is asked. */
function order(wanted: ListQuery, dialect: Dialect): Sql {
  const terms = (wanted.orderBy ?? []).flatMap(({ member, descending }) => {
    const at = memberSql(member.split("/"), dialect);
    const direction = raw(descending ? "DESC NULLS LAST" : "ASC NULLS FIRST");
    return [
      sql`CASE ${at.kind} WHEN 'null' THEN 0 WHEN 'false' THEN 1 WHEN 'true' THEN 2 WHEN 'number' THEN 3 WHEN 'string' THEN 4 ELSE 5 END ${direction}`,
      sql`CASE WHEN ${at.kind} = 'number' THEN ${at.number} END ${direction}`,
      sql`CASE WHEN ${at.kind} = 'string' THEN lower(${at.text}) END ${direction}`,
    ];
  });
  return join([...terms, sql`d."id"`]);
}

function page(top: number | undefined, skip: number, dialect: Dialect): Sql {
  if (top === undefined && skip === 0) return empty;
  if (top !== undefined) return sql`LIMIT ${top} OFFSET ${skip}`;
  return dialect === "sqlite" ? sql`LIMIT -1 OFFSET ${skip}` : sql`OFFSET ${skip}`;
}
