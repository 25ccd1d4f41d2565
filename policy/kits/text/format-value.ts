import { Boxed } from "@/policy/expression/values/boxed";
import { formatException } from "@/policy/expression/values/net-exception";
import { type Formattable, NetObject } from "@/policy/expression/values/net-object";
import { formatDouble, formatInteger, formatSingle } from "@/policy/kits/numbers/format-number";
import { enumFlagsText, enumOf, enumText } from "@/policy/kits/object/enums";
import { textOf } from "@/policy/kits/object/text-of";

/** IFormattable.ToString(format) of a boxed value; ToString() of one that knows no formats. */
export function formatValue(value: unknown, format: string | null): string {
  if (format === null || format === "") return textOf(value);
  if (typeof value === "number") return formatInteger(value, format, 32);
  if (typeof value === "bigint") return formatInteger(value, format, 64);
  if (value instanceof Boxed) return formatBoxed(value, format);
  return isFormattable(value) ? value.format(format) : textOf(value);
}

const isFormattable = (value: unknown): value is Formattable => value instanceof NetObject && "format" in value;

const bits = new Map<string, number>([
  ["System.Byte", 8],
  ["System.SByte", 8],
  ["System.Int16", 16],
  ["System.UInt16", 16],
  ["System.UInt32", 32],
  ["System.UInt64", 64],
]);

function formatBoxed(boxed: Boxed, format: string): string {
  const { typeName, value } = boxed;
  const size = bits.get(typeName);
  if (size !== undefined) return formatInteger(value, format, size);
  if (typeName === "System.Double") return formatDouble(Number(value), format);
  if (typeName === "System.Single") return formatSingle(Number(value), format);
  return typeName === "System.Char" ? textOf(boxed) : formatEnum(typeName, value, format);
}

export function formatEnum(typeName: string, value: number | bigint, format: string | null): string {
  switch (format) {
    case null:
    case "":
    case "G":
    case "g":
      return enumText(typeName, value);
    case "D":
    case "d":
      return value.toString();
    case "X":
    case "x":
      return BigInt.asUintN(32, BigInt(value)).toString(16).toUpperCase().padStart(8, "0");
    case "F":
    case "f": {
      const names = enumOf(typeName);
      return names === null ? value.toString() : enumFlagsText(names, value);
    }
    default:
      throw formatException('Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".');
  }
}
