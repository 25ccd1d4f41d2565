import type { ArgumentShape } from "./argument";
import { converts } from "./conversions";
import { invokeOf } from "./members";
import { numericName } from "./numeric-types";
import type { Type } from "./type";
import { nullableUnderlying } from "./type-relations";
import type { TypeTable } from "./type-table";

/** Negative: the first is better for the argument; positive: the second; 0: neither. */
export type Comparison = -1 | 0 | 1;

const signed = new Set(["sbyte", "short", "int", "long"]);
const unsigned = new Set(["byte", "ushort", "uint", "ulong"]);

export function compareConversions(table: TypeTable, shape: ArgumentShape, a: Type, b: Type): Comparison {
  if (a === b) return 0;
  const exactA = matchesExactly(table, shape, a);
  if (exactA !== matchesExactly(table, shape, b)) return exactA ? -1 : 1;
  if (shape.kind === "lambda") return compareForLambda(table, shape, a, b);
  return compareTargets(table, a, b);
}

function matchesExactly(table: TypeTable, shape: ArgumentShape, type: Type): boolean {
  if (shape.kind === "typed") return shape.type === type;
  if (shape.kind !== "lambda") return false;
  const invoke = invokeOf(table, type);
  if (invoke === null || invoke.returnType === table.known.void) return false;
  return shape.bind(invoke.parameters.map((parameter) => parameter.type)).returnType === invoke.returnType;
}

function compareForLambda(
  table: TypeTable,
  shape: Extract<ArgumentShape, { kind: "lambda" }>,
  a: Type,
  b: Type,
): Comparison {
  const first = invokeOf(table, a);
  const second = invokeOf(table, b);
  if (first === null || second === null) return compareTargets(table, a, b);
  const same =
    first.parameters.length === second.parameters.length &&
    first.parameters.every((parameter, at) => parameter.type === second.parameters[at]?.type);
  if (!same) return compareTargets(table, a, b);
  const { void: nothing } = table.known;
  if (first.returnType === second.returnType) return compareTargets(table, a, b);
  if (second.returnType === nothing) return -1;
  if (first.returnType === nothing) return 1;
  const { returnType } = shape.bind(first.parameters.map((parameter) => parameter.type));
  if (returnType === null) return compareTargets(table, first.returnType, second.returnType);
  const typed: ArgumentShape = { kind: "typed", type: returnType, constant: undefined, name: null, modifier: null };
  return compareConversions(table, typed, first.returnType, second.returnType);
}

/** The type that fewer values fit is the better one. */
export function compareTargets(table: TypeTable, a: Type, b: Type): Comparison {
  const toB = converts(table, a, b);
  const toA = converts(table, b, a);
  if (toA !== toB) return toB ? -1 : 1;
  const first = numericName(nullableUnderlying(a) ?? a);
  const second = numericName(nullableUnderlying(b) ?? b);
  if (first === null || second === null) return 0;
  if (signed.has(first) && unsigned.has(second)) return -1;
  if (signed.has(second) && unsigned.has(first)) return 1;
  return 0;
}
