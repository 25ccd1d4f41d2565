import type { Dialect } from "./database";
import { raw, type Sql } from "./sql";

/** A member of a document in SQL: what kind of value it holds, and the value read as that kind. */
export interface MemberSql {
  /** 'string', 'number', 'true', 'false', 'array', 'object' or 'null' (absent counts as null). */
  kind: Sql;
  text: Sql;
  number: Sql;
  /** A table e("value") of the texts in an array; empty for anything else. */
  items: Sql;
}

const memberName = /^[A-Za-z][A-Za-z0-9]*$/;

/** `path` is ["name"] for the document's name, or leads into its properties. The only place where names become SQL. */
export function memberSql(path: readonly string[], dialect: Dialect): MemberSql {
  for (const name of path) {
    if (!memberName.test(name)) throw new Error(`"${name}" cannot be the name of a member.`);
  }
  if (path.length === 0) throw new Error("A member's path cannot be empty.");
  if (path.length === 1 && path[0] === "name") return nameColumn;
  return dialect === "sqlite" ? inSqlite(path) : inPostgresql(path);
}

const nameColumn: MemberSql = {
  kind: raw("'string'"),
  text: raw('d."name"'),
  number: raw("NULL"),
  items: raw('(SELECT NULL AS "value" WHERE 1 = 0) e'),
};

function inSqlite(path: readonly string[]): MemberSql {
  const at = `'$.${path.join(".")}'`;
  const kind = `json_type(d."properties", ${at})`;
  return {
    kind: raw(
      `(CASE ${kind} WHEN 'text' THEN 'string' WHEN 'integer' THEN 'number' WHEN 'real' THEN 'number' ELSE coalesce(${kind}, 'null') END)`,
    ),
    text: raw(`(d."properties" ->> ${at})`),
    number: raw(`(d."properties" ->> ${at})`),
    items: raw(
      `(SELECT j.value AS "value" FROM json_each(CASE WHEN ${kind} = 'array' THEN d."properties" -> ${at} ELSE '[]' END) j WHERE j.type = 'text') e`,
    ),
  };
}

function inPostgresql(path: readonly string[]): MemberSql {
  const at = `'{${path.join(",")}}'`;
  const value = `(d."properties" #> ${at})`;
  const text = `(d."properties" #>> ${at})`;
  return {
    kind: raw(
      `(CASE jsonb_typeof(${value}) WHEN 'boolean' THEN ${text} ELSE coalesce(jsonb_typeof(${value}), 'null') END)`,
    ),
    text: raw(`(${text} COLLATE "C")`),
    number: raw(`CAST(${text} AS NUMERIC)`),
    items: raw(
      `(SELECT (j.value #>> '{}') COLLATE "C" AS "value" FROM jsonb_array_elements(CASE WHEN jsonb_typeof(${value}) = 'array' THEN ${value} ELSE '[]'::jsonb END) j WHERE jsonb_typeof(j.value) = 'string') e`,
    ),
  };
}
