import { Boxed, boxChar, boxDouble, boxFloat } from "@/policy/expression/values/boxed";
import { invalidCast } from "@/policy/expression/values/net-exception";
import { toBoolean, toChar, toDecimal, toDouble, toInteger, toSingle } from "@/policy/kits/convert/convert-value";
import { textOf } from "@/policy/kits/object/text-of";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { type IntegerKind, integerKinds } from "@/policy/library/integer-kinds";
import { BigInteger } from "./big-integer";
import { textToDateTime } from "./dates";

const kinds = new Map(integerKinds.map((kind) => [`System.${kind.name}`, kind]));

/** Convert.ChangeType of a boxed value that is not null; the result is boxed. */
export function changeType(boxed: unknown, target: string): unknown {
  const source = typeNameOf(boxed);
  if (source === target || target === "System.Object") return boxed;
  if (target === "System.String") return textOf(boxed);
  const value = boxed instanceof BigInteger ? boxed.value : boxed;
  const kind = kinds.get(target);
  if (kind) return boxInteger(toInteger(value, kind), kind);
  switch (target) {
    case "System.Boolean":
      return toBoolean(value);
    case "System.Double":
      return boxDouble(toDouble(value));
    case "System.Single":
      return boxFloat(toSingle(value));
    case "System.Decimal":
      return toDecimal(value);
    case "System.Char":
      return boxChar(toChar(value));
    case "System.DateTime":
      if (typeof value === "string") return textToDateTime(value);
      throw invalidCast(`Invalid cast from '${short(source)}' to 'DateTime'.`);
    default:
      throw invalidCast(`Invalid cast from '${source}' to '${target}'.`);
  }
}

const short = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** The raw value of a boxed one. */
export const unboxed = (value: unknown): unknown => (value instanceof Boxed ? value.value : value);

function boxInteger(value: number | bigint, kind: IntegerKind): unknown {
  return kind.name === "Int64" || kind.name === "Int32" ? value : new Boxed(`System.${kind.name}`, value);
}
