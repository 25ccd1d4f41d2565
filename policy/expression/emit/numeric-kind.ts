import { integralRanges, type NumericName, numericName } from "@/policy/expression/types/numeric-types";
import type { Type } from "@/policy/expression/types/type";
import { isEnum, nullableUnderlying } from "@/policy/expression/types/type-relations";

/** What a number type computes as: an enum as int. */
export function numericKind(type: Type): NumericName {
  const target = nullableUnderlying(type) ?? type;
  const name = isEnum(target) ? "int" : numericName(target);
  if (name === null) throw new Error(`${type.display} is not a number.`);
  return name;
}

export const isBig = (kind: NumericName): boolean => kind === "long" || kind === "ulong";
export const isFloating = (kind: NumericName): boolean => kind === "float" || kind === "double";
export const isSmall = (kind: NumericName): boolean => !isBig(kind) && !isFloating(kind) && kind !== "decimal";

export function rangeOf(kind: NumericName): readonly [bigint, bigint] {
  const range = integralRanges.get(kind);
  if (range === undefined) throw new Error(`${kind} is not integral.`);
  return range;
}

export function fitsWithin(from: NumericName, to: NumericName): boolean {
  const [least, most] = rangeOf(from);
  const [toLeast, toMost] = rangeOf(to);
  return least >= toLeast && most <= toMost;
}

/** As the message of an OverflowException names it. */
const descriptions: Partial<Record<NumericName, string>> = {
  sbyte: "a signed byte",
  byte: "an unsigned byte",
  short: "an Int16",
  ushort: "a UInt16",
  char: "a character",
  int: "an Int32",
  uint: "a UInt32",
  long: "an Int64",
  ulong: "a UInt64",
};
export const describeKind = (kind: NumericName): string => descriptions[kind] ?? kind;
