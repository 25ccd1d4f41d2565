import { numericName } from "@/policy/expression/types/numeric-types";
import type { Type } from "@/policy/expression/types/type";
import type { Constant } from "@/policy/expression/types/type-definition";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { defaultRaw } from "./representation";
import { quote, type Writer } from "./writer";

export function literal(writer: Writer, value: Constant, type: Type): string {
  if (typeof value === "string" && numericName(type) === "decimal") return writer.constant(Decimal.parse(value));
  return valueCode(value);
}

function valueCode(value: Constant): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "bigint":
      return value < 0n ? `(${value}n)` : `${value}n`;
    case "number":
      return numberCode(value);
    default:
      return String(value);
  }
}

function numberCode(value: number): string {
  if (Number.isNaN(value)) return "(0/0)";
  if (value === Number.POSITIVE_INFINITY) return "(1/0)";
  if (value === Number.NEGATIVE_INFINITY) return "(-1/0)";
  if (Object.is(value, -0)) return "(-0)";
  return value < 0 ? `(${value})` : String(value);
}

/** default(T) as source text. */
export function defaultCode(writer: Writer, type: Type): string {
  const value = defaultRaw(type);
  return value !== null && typeof value === "object" ? writer.constant(value) : valueCode(value as Constant);
}
