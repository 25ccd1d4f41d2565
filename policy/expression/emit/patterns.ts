import type { BoundExpression, BoundPattern } from "@/policy/expression/bind/bound";
import type { Type } from "@/policy/expression/types/type";
import { isDelegate, isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { netEquals } from "@/policy/kits/object/equals";
import { boxed } from "./conversions";
import { typeTest } from "./operations/cast";
import { wrapName } from "./representation";
import { rememberDelegate } from "./runtime-types";
import type { Writer } from "./writer";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;

export function isPattern(writer: Writer, operand: BoundExpression, pattern: BoundPattern): string {
  const code = writer.expression(operand);
  if (pattern.kind === "constant") return pattern_(writer, code, operand.type, pattern);
  const held = writer.temporary();
  return `(${held}=${code},${pattern_(writer, held, operand.type, pattern)})`;
}

/** Whether the raw value of a type, in a variable, matches; sets what the pattern declares. */
export function pattern_(writer: Writer, held: string, type: Type, pattern: BoundPattern): string {
  switch (pattern.kind) {
    case "constant":
      return isConstant(writer, held, type, pattern.value);
    case "type":
      return test(writer, held, type, pattern.type);
    case "declaration": {
      const { symbol } = pattern;
      if (pattern.isVar) return symbol === null ? "true" : `(${writer.nameOf(symbol)}=${held},true)`;
      const matches = test(writer, held, type, pattern.type);
      if (symbol === null) return matches;
      return `(${matches}&&(${writer.nameOf(symbol)}=${taken(writer, held, type, pattern.type)},true))`;
    }
  }
}

function isConstant(writer: Writer, code: string, type: Type, value: BoundExpression): string {
  const constant = writer.expression(value);
  if (constant === "null") return `(${code}===null)`;
  const underlying = nullableUnderlying(type) ?? type;
  const { known } = writer.table;
  const isExact = underlying === value.type && underlying !== known.double && underlying !== known.float;
  if (isExact && underlying !== known.decimal) return `(${code}===${constant})`;
  return `${writer.constant(netEquals)}(${asObject(writer, code, type)},${boxed(writer, constant, value.type)})`;
}

const asObject = (writer: Writer, code: string, type: Type): string =>
  isDelegate(type)
    ? `${writer.constant(rememberDelegate)}(${code},${writer.constant(type)})`
    : boxed(writer, code, type);

function test(writer: Writer, held: string, from: Type, to: Type): string {
  const { known } = writer.table;
  // What is of the type already need only be there.
  if ((nullableUnderlying(from) ?? from) === to)
    return isValueType(from) && nullableUnderlying(from) === null ? "true" : `(${held}!==null)`;
  if (!isValueType(from)) {
    if (to === known.string) return `(typeof ${held}==="string")`;
    if (to === known.int) return `(typeof ${held}==="number")`;
    if (to === known.bool) return `(typeof ${held}==="boolean")`;
  }
  return `${writer.made("test", to, () => typeTest(writer.table, to))}(${asObject(writer, held, from)})`;
}

/** The value, known to match, raw in the type that was asked for. */
function taken(writer: Writer, held: string, from: Type, to: Type): string {
  if (isValueType(from)) return isValueType(to) ? held : asObject(writer, held, from);
  return wrapName(to) === null ? asObject(writer, held, from) : `${held}.value`;
}

export function asType(writer: Writer, { operand, type }: Of<"as">): string {
  const code = writer.expression(operand);
  const held = writer.temporary();
  const target = nullableUnderlying(type) ?? type;
  return `(${held}=${code},${test(writer, held, operand.type, target)}?${taken(writer, held, operand.type, target)}:null)`;
}
