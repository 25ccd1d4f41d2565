import type { Dialect } from "./database";
import { memberSql } from "./member-sql";
import { raw, type Sql, sql } from "./sql";
import { isStorable } from "./storable-text";
import type { Filter } from "./store";

/**
 * $filter as SQL that is true or false and never null, so that `not` means the same in both databases. Values are bound;
 * only member names that memberSql has checked become text. Text compares without case, as Azure's does, in ASCII.
 */
export function filterSql(filter: Filter, dialect: Dialect): Sql {
  // Such a text is in no document, and PostgreSQL refuses even to be asked.
  if ("value" in filter && typeof filter.value === "string" && !isStorable(filter.value)) {
    return filter.op === "ne" ? raw("(1 = 1)") : raw("(1 = 0)");
  }
  switch (filter.op) {
    case "and":
      return sql`(${filterSql(filter.left, dialect)} AND ${filterSql(filter.right, dialect)})`;
    case "or":
      return sql`(${filterSql(filter.left, dialect)} OR ${filterSql(filter.right, dialect)})`;
    case "not":
      return sql`(NOT ${filterSql(filter.of, dialect)})`;
    case "eq":
      return equals(filter.member, filter.value, dialect);
    case "ne":
      return sql`(NOT ${equals(filter.member, filter.value, dialect)})`;
    case "gt":
    case "ge":
    case "lt":
    case "le":
      return compares(filter.member, filter.op, filter.value, dialect);
    case "contains":
      return like(filter.member, `%${escaped(filter.value)}%`, dialect);
    case "startswith":
      return like(filter.member, `${escaped(filter.value)}%`, dialect);
    case "endswith":
      return like(filter.member, `%${escaped(filter.value)}`, dialect);
    case "any":
      return sql`EXISTS (SELECT 1 FROM ${memberSql(filter.member, dialect).items} WHERE lower(e."value") = ${folded(filter.value)})`;
  }
}

type Value = string | number | boolean | null;

function equals(member: string[], value: Value, dialect: Dialect): Sql {
  const at = memberSql(member, dialect);
  if (value === null) return sql`(${at.kind} = 'null')`;
  if (typeof value === "boolean") return sql`(${at.kind} = ${value ? "true" : "false"})`;
  return when(typeof value, at.kind, sql`${operand(value, at)} = ${bound(value, dialect)}`);
}

const operators = { gt: raw(">"), ge: raw(">="), lt: raw("<"), le: raw("<=") };

function compares(member: string[], op: keyof typeof operators, value: Value, dialect: Dialect): Sql {
  // Truth values and null have no order.
  if (value === null || typeof value === "boolean") return raw("(1 = 0)");
  const at = memberSql(member, dialect);
  return when(typeof value, at.kind, sql`${operand(value, at)} ${operators[op]} ${bound(value, dialect)}`);
}

function like(member: string[], pattern: string, dialect: Dialect): Sql {
  const at = memberSql(member, dialect);
  return when("string", at.kind, sql`lower(${at.text}) LIKE ${folded(pattern)} ESCAPE '!'`);
}

/** CASE, because the order in which AND is evaluated is not promised, and a number must be one before it is read. */
function when(type: string, kind: Sql, condition: Sql): Sql {
  return sql`(CASE WHEN ${kind} = ${type} THEN ${condition} ELSE (1 = 0) END)`;
}

const operand = (value: string | number, at: { text: Sql; number: Sql }): Sql =>
  typeof value === "number" ? at.number : sql`lower(${at.text})`;

function bound(value: string | number, dialect: Dialect): Sql {
  if (typeof value === "string") return sql`${folded(value)}`;
  return dialect === "sqlite" ? sql`${value}` : sql`CAST(${String(value)} AS NUMERIC)`;
}

const escaped = (text: string) => text.replace(/[%_!]/g, "!$&");

/** As both databases fold a column here; given to them to do, PostgreSQL would follow its locale. */
const folded = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
