import type { Decimal } from "@/policy/kits/numbers/decimal";
import { doubleText, singleText } from "@/policy/kits/numbers/float-text";

/** ToString() of raw values, by the keyword of their type. */
export const rawText: Readonly<Record<RawKeyword, (value: never) => string>> = {
  bool: (value: boolean) => (value ? "True" : "False"),
  byte: String,
  char: (code: number) => String.fromCharCode(code),
  decimal: (value: Decimal) => value.toText(),
  double: doubleText,
  float: singleText,
  int: String,
  long: (value: bigint) => value.toString(),
  sbyte: String,
  short: String,
  uint: String,
  ulong: (value: bigint) => value.toString(),
  ushort: String,
};

export type RawKeyword =
  | "bool"
  | "byte"
  | "char"
  | "decimal"
  | "double"
  | "float"
  | "int"
  | "long"
  | "sbyte"
  | "short"
  | "uint"
  | "ulong"
  | "ushort";

export const rawKeywords = Object.keys(rawText) as RawKeyword[];
