import type { Ref } from "@/policy/expression/values/boxed";
import { argumentException } from "@/policy/expression/values/net-exception";
import { hashLong } from "@/policy/kits/object/hash";
import { unboxNumber } from "@/policy/kits/object/unbox";
import type { MemberRuntime } from "@/policy/library/implement";
import type { IntegerKind } from "@/policy/library/integer-kinds";
import { formatInteger } from "./format-number";
import { parseInteger, tryParseInteger } from "./parse-number";

type Integer = number | bigint;
type Text = string | null;

/** What runs the members that integer-declaration.ts declares. */
export function integerMembers(kind: IntegerKind, keyword: string): Readonly<Record<string, MemberRuntime>> {
  const typeName = `System.${kind.name}`;
  // The small ones give their difference.
  const compare = (a: Integer, b: Integer) => (kind.bits < 32 ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);
  const tryParse = (text: Text, result: Ref<Integer>, style?: number): boolean => {
    const value = tryParseInteger(text, kind, style);
    result.value = value ?? (kind.isBig ? 0n : 0);
    return value !== null;
  };
  return {
    "CompareTo(object)": (value: Integer, other: unknown) => {
      if (other === null) return 1;
      const number = unboxNumber(other, typeName);
      if (number === null) throw argumentException(`Object must be of type ${kind.name}.`);
      return compare(value, number);
    },
    [`CompareTo(${keyword})`]: compare,
    "Equals(object)": (value: Integer, other: unknown) => unboxNumber(other, typeName) === value,
    [`Equals(${keyword})`]: (value: Integer, other: Integer) => value === other,
    "GetHashCode()": (value: Integer) => (typeof value === "bigint" ? hashLong(value) : value | 0),
    "Parse(string)": (text: Text) => parseInteger(text, kind),
    "Parse(string, NumberStyles)": (text: Text, style: number) => parseInteger(text, kind, style),
    "Parse(string, IFormatProvider)": (text: Text) => parseInteger(text, kind),
    "Parse(string, NumberStyles, IFormatProvider)": (text: Text, style: number) => parseInteger(text, kind, style),
    "ToString()": (value: Integer) => value.toString(),
    "ToString(string)": (value: Integer, format: Text) => formatInteger(value, format, kind.bits),
    "ToString(IFormatProvider)": (value: Integer) => value.toString(),
    "ToString(string, IFormatProvider)": (value: Integer, format: Text) => formatInteger(value, format, kind.bits),
    [`TryParse(string, out ${keyword})`]: tryParse,
    [`TryParse(string, IFormatProvider, out ${keyword})`]: (text: Text, _: unknown, result: Ref<Integer>) =>
      tryParse(text, result),
    [`TryParse(string, NumberStyles, IFormatProvider, out ${keyword})`]: (
      text: Text,
      style: number,
      _: unknown,
      result: Ref<Integer>,
    ) => tryParse(text, result, style),
  };
}
