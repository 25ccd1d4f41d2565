import { Boxed } from "@/policy/expression/values/boxed";
import { NetObject } from "@/policy/expression/values/net-object";
import { doubleText, singleText } from "@/policy/kits/numbers/float-text";
import { enumText } from "./enums";

/** object.ToString() of a boxed value, under the invariant culture; "" for null, as concatenation and formatting take it. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "bigint") return value.toString();
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value instanceof Boxed) return boxedText(value);
  if (value instanceof NetObject) return value.toText();
  if (value instanceof Uint8Array) return "System.Byte[]";
  if (typeof value === "function") return `System.Func\`${value.length + 1}`;
  return "System.Object";
}

function boxedText(boxed: Boxed): string {
  const { typeName, value } = boxed;
  switch (typeName) {
    case "System.Double":
      return doubleText(value as number);
    case "System.Single":
      return singleText(value as number);
    case "System.Char":
      return String.fromCharCode(value as number);
    case "System.Byte":
    case "System.SByte":
    case "System.Int16":
    case "System.UInt16":
    case "System.UInt32":
    case "System.UInt64":
      return value.toString();
    default:
      return enumText(typeName, value);
  }
}
