import { Boxed } from "@/policy/expression/values/boxed";
import type { Formattable } from "@/policy/expression/values/net-object";
import { toBase64 } from "@/policy/kits/convert/base64";
import { enumOf } from "@/policy/kits/object/enums";
import { textOf } from "@/policy/kits/object/text-of";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { quoteJson } from "./escape-json";
import { isoText } from "./iso-date";

/** A boxed value that is no container, as JSON; null where it has no such form. */
export function jsonText(value: unknown): string | null {
  if (value === null) return "null";
  const name = typeNameOf(value);
  switch (name) {
    case "System.String":
    case "System.Char":
    case "System.TimeSpan":
    case "System.Guid":
      return quoteJson(textOf(value));
    case "System.Uri":
      return quoteJson(originalText(value));
    case "System.Boolean":
      return value ? "true" : "false";
    case "System.Double":
    case "System.Single":
      return withDecimalPlace(textOf(value));
    case "System.Decimal":
      return withDecimalPlace(textOf(value));
    case "System.DateTime":
    case "System.DateTimeOffset":
      return `"${isoText(value)}"`;
    case "System.Byte[]":
      return `"${toBase64(value as Uint8Array, false)}"`;
    case "System.Int32":
    case "System.Int64":
    case "System.Numerics.BigInteger":
      return textOf(value);
    default:
      return value instanceof Boxed ? integerText(value) : null;
  }
}

/** Small integers; enums are written as numbers. */
const integerText = (value: Boxed): string =>
  enumOf(value.typeName) === null ? textOf(value) : value.value.toString();

function withDecimalPlace(text: string): string {
  if (text.endsWith("NaN") || text.endsWith("Infinity")) return `"${text}"`;
  return /[.eE]/.test(text) ? text : `${text}.0`;
}

/** A Uri keeps the text it was made of, which ToString() would unescape. */
function originalText(value: unknown): string {
  const uri = value as Partial<Formattable> & { originalString?: unknown };
  return typeof uri.originalString === "string" ? uri.originalString : textOf(value);
}
