import type { BoundExpression } from "@/policy/expression/bind/bound";
import type { NumericName } from "@/policy/expression/types/numeric-types";
import type { Type } from "@/policy/expression/types/type";
import { isDelegate, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { describeKind, fitsWithin, isBig, isFloating, isSmall, numericKind, rangeOf } from "./numeric-kind";
import { referenceCast, unboxing } from "./operations/cast";
import { box, boxNullable, noValue, unboxNullable } from "./operations/control";
import * as convert from "./operations/convert";
import { wrapName } from "./representation";
import { rememberDelegate } from "./runtime-types";
import { quote, type Writer } from "./writer";

type Conversion = Extract<BoundExpression, { kind: "conversion" }>;

/** Code of a raw value made boxed. */
export function boxed(writer: Writer, code: string, type: Type): string {
  const name = wrapName(type);
  if (name === null) return code;
  return `${writer.constant(nullableUnderlying(type) === null ? box : boxNullable)}(${quote(name)},${code})`;
}

/** Code of a boxed value, known to be of the type, made raw. */
export function unboxed(writer: Writer, code: string, type: Type): string {
  if (wrapName(type) === null) return code;
  return nullableUnderlying(type) === null ? `${code}.value` : `${writer.constant(unboxNullable)}(${code})`;
}

export function conversion(writer: Writer, node: Conversion): string {
  const { operand, type } = node;
  const code = writer.expression(operand);
  switch (node.conversion) {
    case "identity":
    case "to-nullable":
      return code;
    case "reference":
      if (!isDelegate(operand.type) || operand.type === type) return code;
      return `${writer.constant(rememberDelegate)}(${code},${writer.constant(operand.type)})`;
    case "numeric":
      return numeric(writer, code, numericKind(operand.type), numericKind(type), node.isChecked);
    case "boxing":
      return boxed(writer, code, operand.type);
    case "unboxing":
      return `${writer.made("unbox", type, () => unboxing(writer.table, type))}(${code})`;
    case "reference-cast":
      return `${writer.made("cast", type, () => referenceCast(writer.table, type))}(${code})`;
    case "from-nullable":
      return `(${code}??${writer.constant(noValue)}())`;
    case "nullable-numeric": {
      const value = writer.temporary();
      const converted = numeric(writer, value, numericKind(operand.type), numericKind(type), node.isChecked);
      return `((${value}=${code})===null?null:${converted})`;
    }
  }
}

function numeric(writer: Writer, code: string, from: NumericName, to: NumericName, isChecked: boolean): string {
  if (from === to) return code;
  if (to === "decimal") return toDecimal(writer, code, from);
  if (from === "decimal") return fromDecimal(writer, code, to);
  if (isFloating(to)) return toFloating(writer, code, from, to);
  if (isFloating(from)) return fromFloating(writer, code, to, isChecked);
  return integral(writer, code, from, to, isChecked);
}

function toDecimal(writer: Writer, code: string, from: NumericName): string {
  const make = from === "double" ? Decimal.fromDouble : from === "float" ? Decimal.fromSingle : Decimal.fromInteger;
  return `${writer.constant(make)}(${code})`;
}

function fromDecimal(writer: Writer, code: string, to: NumericName): string {
  if (to === "double") return `${writer.constant(convert.decimalToDouble)}(${code})`;
  if (to === "float") return `${writer.constant(convert.decimalToSingle)}(${code})`;
  const [least, most] = rangeOf(to);
  const convertTo = isBig(to) ? convert.decimalToInteger : convert.decimalToNumber;
  return `${writer.constant(convertTo)}(${code},${least}n,${most}n,${quote(describeKind(to))})`;
}

function toFloating(writer: Writer, code: string, from: NumericName, to: NumericName): string {
  if (to === "float") return `${writer.constant(isBig(from) ? convert.bigToSingle : Math.fround)}(${code})`;
  return isBig(from) ? `${writer.constant(Number)}(${code})` : code;
}

function fromFloating(writer: Writer, code: string, to: NumericName, isChecked: boolean): string {
  const [least, most] = rangeOf(to);
  if (isBig(to)) {
    if (isChecked) return `${writer.constant(convert.floatToBigChecked)}(${code},${least},${Number(most)})`;
    return `${writer.constant(to === "long" ? convert.floatToLong : convert.floatToUlong)}(${code})`;
  }
  if (isChecked) return `${writer.constant(convert.floatToChecked)}(${code},${least},${most})`;
  if (to === "uint") return `${writer.constant(convert.floatToUint)}(${code})`;
  return narrow(`${writer.constant(convert.floatToInt)}(${code})`, to);
}

function integral(writer: Writer, code: string, from: NumericName, to: NumericName, isChecked: boolean): string {
  const fits = fitsWithin(from, to);
  const [least, most] = rangeOf(to);
  if (isSmall(from) && isSmall(to)) {
    if (fits) return code;
    return isChecked ? `${writer.constant(convert.checkRange)}(${code},${least},${most})` : narrow(code, to);
  }
  if (isSmall(from)) {
    const big = `${writer.constant(BigInt)}(${code})`;
    if (fits) return big;
    if (isChecked) return `${writer.constant(convert.checkRangeBig)}(${big},${least}n,${most}n)`;
    return `${writer.constant(convert.intToUlong)}(${code})`;
  }
  const checked = isChecked ? `${writer.constant(convert.checkRangeBig)}(${code},${least}n,${most}n)` : code;
  if (isBig(to))
    return isChecked ? checked : `${writer.constant(to === "long" ? convert.toLong : convert.toUlong)}(${code})`;
  if (isChecked) return `${writer.constant(Number)}(${checked})`;
  if (to === "uint") return `${writer.constant(convert.bigToUint)}(${code})`;
  return narrow(`${writer.constant(convert.bigToInt)}(${code})`, to);
}

/** The low bits of an integer of up to 32. */
function narrow(code: string, to: NumericName): string {
  switch (to) {
    case "sbyte":
      return `(${code}<<24>>24)`;
    case "byte":
      return `(${code}&255)`;
    case "short":
      return `(${code}<<16>>16)`;
    case "ushort":
    case "char":
      return `(${code}&65535)`;
    case "uint":
      return `(${code}>>>0)`;
    default:
      return `(${code}|0)`;
  }
}
