import type { Ref } from "@/policy/expression/values/boxed";
import { argumentException } from "@/policy/expression/values/net-exception";
import { compareNumbers } from "@/policy/kits/object/compare";
import { unboxNumber } from "@/policy/kits/object/unbox";
import type { MemberRuntime } from "@/policy/library/implement";

interface FloatKind {
  readonly name: string;
  readonly keyword: string;
  readonly hash: (value: number) => number;
  readonly format: (value: number, format: string | null) => string;
  readonly parse: (text: string | null, style?: number) => number;
  readonly tryParse: (text: string | null, style?: number) => number | null;
}

type Text = string | null;

/** What runs the members that float-declaration.ts declares. */
export function floatMembers(kind: FloatKind): Readonly<Record<string, MemberRuntime>> {
  const { keyword, format, parse } = kind;
  const typeName = `System.${kind.name}`;
  const equal = (a: number, b: number) => a === b || (Number.isNaN(a) && Number.isNaN(b));
  const tryParse = (text: Text, result: Ref<number>, style?: number): boolean => {
    const value = kind.tryParse(text, style);
    result.value = value ?? 0;
    return value !== null;
  };
  return {
    NaN: () => Number.NaN,
    PositiveInfinity: () => Number.POSITIVE_INFINITY,
    NegativeInfinity: () => Number.NEGATIVE_INFINITY,
    "CompareTo(object)": (value: number, other: unknown) => {
      if (other === null) return 1;
      const number = unboxNumber(other, typeName);
      if (number === null) throw argumentException(`Object must be of type ${kind.name}.`);
      return compareNumbers(value, number);
    },
    [`CompareTo(${keyword})`]: compareNumbers,
    "Equals(object)": (value: number, other: unknown) => {
      const number = unboxNumber(other, typeName);
      return number !== null && equal(value, Number(number));
    },
    [`Equals(${keyword})`]: equal,
    "GetHashCode()": kind.hash,
    [`IsFinite(${keyword})`]: (value: number) => Number.isFinite(value),
    [`IsInfinity(${keyword})`]: (value: number) => Math.abs(value) === Number.POSITIVE_INFINITY,
    [`IsInteger(${keyword})`]: (value: number) => Number.isInteger(value),
    [`IsNaN(${keyword})`]: (value: number) => Number.isNaN(value),
    [`IsNegative(${keyword})`]: (value: number) => value < 0 || Object.is(value, -0),
    [`IsNegativeInfinity(${keyword})`]: (value: number) => value === Number.NEGATIVE_INFINITY,
    [`IsPositiveInfinity(${keyword})`]: (value: number) => value === Number.POSITIVE_INFINITY,
    "Parse(string)": (text: Text) => parse(text),
    "Parse(string, NumberStyles)": parse,
    "Parse(string, IFormatProvider)": (text: Text) => parse(text),
    "Parse(string, NumberStyles, IFormatProvider)": (text: Text, style: number) => parse(text, style),
    "ToString()": (value: number) => format(value, null),
    "ToString(string)": format,
    "ToString(IFormatProvider)": (value: number) => format(value, null),
    "ToString(string, IFormatProvider)": (value: number, wanted: Text) => format(value, wanted),
    [`TryParse(string, out ${keyword})`]: tryParse,
    [`TryParse(string, IFormatProvider, out ${keyword})`]: (text: Text, _: unknown, result: Ref<number>) =>
      tryParse(text, result),
    [`TryParse(string, NumberStyles, IFormatProvider, out ${keyword})`]: (
      text: Text,
      style: number,
      _: unknown,
      result: Ref<number>,
    ) => tryParse(text, result, style),
  };
}
