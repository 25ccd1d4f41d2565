import type { Type } from "./type";
import type { Constant } from "./type-definition";

export type NumericName =
  | "char"
  | "sbyte"
  | "byte"
  | "short"
  | "ushort"
  | "int"
  | "uint"
  | "long"
  | "ulong"
  | "float"
  | "double"
  | "decimal";

/** What each converts to implicitly. */
const widening: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    sbyte: "short int long float double decimal",
    byte: "short ushort int uint long ulong float double decimal",
    short: "int long float double decimal",
    ushort: "int uint long ulong float double decimal",
    int: "long float double decimal",
    uint: "long ulong float double decimal",
    long: "float double decimal",
    ulong: "float double decimal",
    char: "ushort int uint long ulong float double decimal",
    float: "double",
    double: "",
    decimal: "",
  }).map(([from, to]) => [from, new Set(to.split(" "))]),
);

/** Ranges of the integral types; a constant within one converts to it. */
export const integralRanges: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["sbyte", [-128n, 127n]],
  ["byte", [0n, 255n]],
  ["short", [-32_768n, 32_767n]],
  ["ushort", [0n, 65_535n]],
  ["char", [0n, 65_535n]],
  ["int", [-2_147_483_648n, 2_147_483_647n]],
  ["uint", [0n, 4_294_967_295n]],
  ["long", [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n]],
  ["ulong", [0n, 18_446_744_073_709_551_615n]],
]);

export const numericName = (type: Type): NumericName | null =>
  type.kind === "named" && type.definition.keyword !== null && widening.has(type.definition.keyword)
    ? (type.definition.keyword as NumericName)
    : null;

export const widens = (from: string, to: string): boolean => widening.get(from)?.has(to) ?? false;

/** The rule of constants: an int fits a smaller or unsigned type when its value does, a long ulong. */
export function constantFits(from: string, to: string, constant: Constant): boolean {
  const range = integralRanges.get(to);
  if (range === undefined || to === "char") return false;
  if (from !== "int" && !(from === "long" && to === "ulong")) return false;
  if (typeof constant !== "number" && typeof constant !== "bigint") return false;
  const value = BigInt(constant);
  return value >= range[0] && value <= range[1];
}
