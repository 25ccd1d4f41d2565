import { argumentNull, formatException } from "@/policy/expression/values/net-exception";
import { parseGuid } from "@/policy/kits/guid/parse-guid";
import { textToOffset, textToRoundtrip } from "@/policy/kits/json/dates";
import { parseDecimal, parseDouble, parseInteger } from "@/policy/kits/numbers/parse-number";
import type { MemberRuntime } from "@/policy/library/implement";
import { type IntegerKind, int32Kind, int64Kind, uint32Kind, uint64Kind } from "@/policy/library/integer-kinds";
import { parseDuration } from "./duration";

const integer = (kind: IntegerKind) => (text: string) => parseInteger(text, kind);

/** XmlConvert, by what it converts to; raw values. */
const readers: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ["bool", boolean],
  ["int", integer(int32Kind)],
  ["uint", integer(uint32Kind)],
  ["long", integer(int64Kind)],
  ["ulong", integer(uint64Kind)],
  ["float", (text) => Math.fround(double(text))],
  ["double", double],
  ["decimal", (text) => parseDecimal(text)],
  ["DateTime", textToRoundtrip],
  ["DateTimeOffset", textToOffset],
  ["TimeSpan", (text) => parseDuration(text.trim())],
  ["Guid", (text) => parseGuid(text)],
];

/** The explicit conversions of XElement and XAttribute. */
export function explicitConversions<T>(
  type: string,
  parameter: string,
  textIn: (source: T) => string,
): Record<string, MemberRuntime> {
  const members: [string, MemberRuntime][] = [
    [`explicit string(${type})`, (source: T | null) => (source === null ? null : textIn(source))],
  ];
  for (const [name, read] of readers) {
    members.push([
      `explicit ${name}(${type})`,
      (source: T | null) => {
        if (source === null) throw argumentNull(parameter);
        return read(textIn(source));
      },
    ]);
    members.push([`explicit ${name}?(${type})`, (source: T | null) => (source === null ? null : read(textIn(source)))]);
  }
  return Object.fromEntries(members);
}

function boolean(text: string): boolean {
  const word = text.toLowerCase().trim();
  if (word === "true" || word === "1") return true;
  if (word === "false" || word === "0") return false;
  throw formatException(`The string '${text.toLowerCase()}' is not a valid Boolean value.`);
}

function double(text: string): number {
  const word = text.trim();
  if (word === "INF") return Number.POSITIVE_INFINITY;
  return word === "-INF" ? Number.NEGATIVE_INFINITY : parseDouble(word);
}
