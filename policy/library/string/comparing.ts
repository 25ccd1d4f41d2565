import { argumentException, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { hashText } from "@/policy/kits/object/hash";
import { foldCase } from "@/policy/kits/text/casing";
import { compareText, culture, equalText, ignoresCase, ordinal } from "@/policy/kits/text/comparison";
import { isWhiteSpace, trim } from "@/policy/kits/text/white-space";

const caseless = (ignoreCase: boolean) => (ignoreCase ? culture + 1 : culture);

/** The parts of two texts that start at these indexes, at most so long. */
function comparePart(
  a: string | null,
  atA: number,
  b: string | null,
  atB: number,
  length: number,
  comparison: number,
): number {
  if (a === null || b === null) return compareText(a, b, comparison);
  if (length < 0) throw argumentOutOfRange("length", "Length cannot be less than zero.");
  const beyond = "Index must be less than or equal to the length of the string.";
  if (atA < 0 || atA > a.length) throw argumentOutOfRange("indexA", beyond);
  if (atB < 0 || atB > b.length) throw argumentOutOfRange("indexB", beyond);
  return compareText(a.slice(atA, atA + length), b.slice(atB, atB + length), comparison);
}

function compareToObject(text: string, other: unknown): number {
  if (other === null) return 1;
  if (typeof other !== "string") throw argumentException("Object must be of type String.");
  return compareText(text, other, culture);
}

const hashIgnoring = (text: string, comparison: number) => hashText(ignoresCase(comparison) ? foldCase(text) : text);

type Text = string | null;

/** Members of string that compare. */
export const comparing = {
  "Compare(string, string)": (a: Text, b: Text) => compareText(a, b, culture),
  "Compare(string, string, bool)": (a: Text, b: Text, ignoreCase: boolean) => compareText(a, b, caseless(ignoreCase)),
  "Compare(string, string, StringComparison)": compareText,
  "Compare(string, string, bool, CultureInfo)": (a: Text, b: Text, ignoreCase: boolean) =>
    compareText(a, b, caseless(ignoreCase)),
  "Compare(string, int, string, int, int)": (a: Text, atA: number, b: Text, atB: number, length: number) =>
    comparePart(a, atA, b, atB, length, culture),
  "Compare(string, int, string, int, int, bool)": (
    a: Text,
    atA: number,
    b: Text,
    atB: number,
    length: number,
    ignoreCase: boolean,
  ) => comparePart(a, atA, b, atB, length, caseless(ignoreCase)),
  "Compare(string, int, string, int, int, StringComparison)": comparePart,
  "CompareOrdinal(string, string)": (a: Text, b: Text) => compareText(a, b, ordinal),
  "CompareOrdinal(string, int, string, int, int)": (a: Text, atA: number, b: Text, atB: number, length: number) =>
    comparePart(a, atA, b, atB, length, ordinal),
  "CompareTo(object)": compareToObject,
  "CompareTo(string)": (text: string, other: Text) => compareText(text, other, culture),
  "Equals(string, string)": (a: Text, b: Text) => a === b,
  "Equals(string, string, StringComparison)": equalText,
  "Equals(object)": (text: string, other: unknown) => text === other,
  "Equals(string)": (text: string, other: Text) => text === other,
  "Equals(string, StringComparison)": equalText,
  "GetHashCode()": (text: string) => hashText(text),
  "GetHashCode(StringComparison)": hashIgnoring,
  "IsNullOrWhiteSpace(string)": (text: Text) => text === null || trim(text, "start", isWhiteSpace) === "",
};
