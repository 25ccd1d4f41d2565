import type { Connection, Request } from "tedious";
import type { ColumnMetadata } from "tedious/lib/token/colmetadata-token-parser";
import type { SqlQuestion, SqlRow } from "@/policy/host/data-sources";
import { typedParameter } from "./sql-parameter";

export interface AnswerLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** The answer is larger than a gateway keeps in memory. */
export class SqlAnswerTooLarge extends Error {
  constructor({ maxRows, maxBytes }: AnswerLimits) {
    super(`The answer has more than ${maxRows} rows or ${maxBytes} bytes.`);
  }
}

interface Column {
  readonly value: unknown;
  readonly metadata: Pick<ColumnMetadata, "colName" | "type">;
}

/** Runs a statement to its end; of several results the last one is the answer. */
export async function askSql(
  connection: Connection,
  { statement, parameters }: Pick<SqlQuestion, "statement" | "parameters">,
  limits: AnswerLimits,
): Promise<SqlRow[]> {
  const tedious = await import("tedious");
  const typed = parameters.map((parameter) => typedParameter(parameter, tedious.TYPES));
  return await new Promise<SqlRow[]>((resolve, reject) => {
    let rows: SqlRow[] = [];
    let seen = 0;
    let bytes = 0;
    let tooLarge: Error | null = null;
    const request: Request = new tedious.Request(statement, (error) => {
      if (tooLarge !== null) reject(tooLarge);
      else if (error !== null && error !== undefined) reject(error);
      else resolve(rows);
    });
    request.on("columnMetadata", () => {
      rows = [];
    });
    request.on("row", (columns: Column[]) => {
      if (tooLarge !== null) return;
      for (const { value } of columns) bytes += sizeOf(value);
      if (++seen > limits.maxRows || bytes > limits.maxBytes) {
        tooLarge = new SqlAnswerTooLarge(limits);
        request.cancel();
      } else rows.push(rowOf(columns));
    });
    for (const { name, type, value, options } of typed) request.addParameter(name, type, value, options);
    connection.execSql(request);
  });
}

const sizeOf = (value: unknown): number =>
  typeof value === "string" ? value.length * 2 : value instanceof Uint8Array ? value.byteLength : 16;

function rowOf(columns: readonly Column[]): SqlRow {
  const row: Record<string, unknown> = Object.create(null);
  for (const { value, metadata } of columns) row[metadata.colName] = plainValue(value, metadata.type.name);
  return row;
}

/** As JSON has it; dates without a zone stay without one, numbers that JSON's readers would round are texts. */
function plainValue(value: unknown, type: string): unknown {
  if (value instanceof Date) return dateText(value, type);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value === "string" && (type === "IntN" || type === "BigInt")) {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  return value;
}

function dateText(date: Date, type: string): string {
  if (Number.isNaN(date.getTime())) return "";
  const { nanosecondsDelta = 0 } = date as Date & { nanosecondsDelta?: number };
  const [day = "", clock = ""] = date.toISOString().replace("Z", "").split("T");
  const ticks = Math.round(nanosecondsDelta * 1e7) % 10_000;
  const exact = `${clock}${String(ticks).padStart(4, "0")}`.replace(/\.?0+$/, "");
  if (type === "Date") return day;
  if (type === "Time") return exact;
  return `${day}T${exact}${type === "DateTimeOffset" ? "+00:00" : ""}`;
}
