import { expressionText } from "@/policy/expression/compile-expression";
import { Boxed } from "@/policy/expression/values/boxed";
import type { SqlParameter } from "@/policy/host/data-sources";
import { Guid } from "@/policy/kits/guid/guid";
import { JToken } from "@/policy/kits/json/jtoken";
import { JValue } from "@/policy/kits/json/jvalue";
import { tokenText } from "@/policy/kits/json/write-token";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";

/** A parameter out of a boxed .NET value; without a type of its own it has the one that ADO.NET infers. */
export function sqlParameter(name: string, type: string | null, given: unknown): SqlParameter {
  const value = given instanceof JValue ? given.value : given;
  return { name, type: type ?? typeOf(value), value: textOfValue(value) };
}

function textOfValue(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined || value instanceof Uint8Array) return value ?? null;
  if (value instanceof NetDateTime) return value.format("yyyy-MM-ddTHH:mm:ss.fffffff");
  if (value instanceof NetDateTimeOffset) return value.format("yyyy-MM-ddTHH:mm:ss.fffffffzzz");
  return value instanceof JToken ? tokenText(value, false) : expressionText(value);
}

function typeOf(value: unknown): string {
  if (typeof value === "boolean") return "bit";
  if (typeof value === "number") return "int";
  if (typeof value === "bigint") return "bigint";
  if (value instanceof Uint8Array) return "varbinary";
  if (value instanceof Decimal) return "decimal";
  if (value instanceof NetDateTime) return "datetime2";
  if (value instanceof NetDateTimeOffset) return "datetimeoffset";
  if (value instanceof Guid) return "uniqueidentifier";
  return value instanceof Boxed ? (boxedTypes[value.typeName] ?? "nvarchar") : "nvarchar";
}

const boxedTypes: Readonly<Record<string, string>> = {
  "System.Byte": "tinyint",
  "System.SByte": "smallint",
  "System.Int16": "smallint",
  "System.UInt16": "int",
  "System.UInt32": "bigint",
  "System.UInt64": "decimal",
  "System.Single": "real",
  "System.Double": "float",
};
