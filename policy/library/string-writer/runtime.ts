import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { newLine } from "@/policy/kits/json/new-line";
import { textOf } from "@/policy/kits/object/text-of";
import { charCodes, textOfCodes } from "@/policy/kits/text/char-codes";
import { formatString } from "@/policy/kits/text/format-string";
import { type RawKeyword, rawText } from "@/policy/kits/text/raw-text";
import { StringBuilder } from "@/policy/kits/text/string-builder";
import { StringWriter } from "@/policy/kits/text/string-writer";
import { implementType, type MemberRuntime } from "@/policy/library/implement";

const raw: readonly RawKeyword[] = ["bool", "char", "decimal", "double", "float", "int", "long", "uint", "ulong"];

function part(buffer: NetArray | null, start: number, count: number): string {
  if (buffer === null) throw argumentNull("buffer");
  if (start < 0) throw argumentOutOfRange("index", "Non-negative number required.");
  if (count < 0) throw argumentOutOfRange("count", "Non-negative number required.");
  const codes = charCodes(buffer);
  if (codes.length - start < count)
    throw argumentException(
      "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
    );
  return textOfCodes(codes.slice(start, start + count));
}

const format = (text: string | null, ...values: unknown[]) => formatString(text, values);

/** What is written for each list of parameters, by Write and by WriteLine. */
const pieces: readonly (readonly [string, (...values: never[]) => string])[] = [
  ...raw.map((keyword) => [keyword, rawText[keyword]] as const),
  ["char[]", (buffer: NetArray | null) => textOfCodes(charCodes(buffer))],
  ["char[], int, int", part],
  ["object", textOf],
  ["string", (text: string | null) => text ?? ""],
  ["string, object", format],
  ["string, object, object", format],
  ["string, object, object, object", format],
  [
    "string, params object[]",
    (text: string | null, values: NetArray | null) => {
      if (values === null) throw argumentNull("args");
      return formatString(text, values.items);
    },
  ],
  ["StringBuilder", (value: StringBuilder | null) => value?.text ?? ""],
];

const writing = pieces.flatMap(([parameters, toText]): [string, MemberRuntime][] => {
  const text = toText as (...values: unknown[]) => string;
  return [
    [`Write(${parameters})`, (writer: StringWriter, ...values: unknown[]) => writer.write(text(...values))],
    [
      `WriteLine(${parameters})`,
      (writer: StringWriter, ...values: unknown[]) => {
        writer.write(text(...values));
        writer.write(writer.newLine);
      },
    ],
  ];
});

const over = (builder: StringBuilder | null) => {
  if (builder === null) throw argumentNull("sb");
  return new StringWriter(builder);
};

export const runtime = implementType("System.IO.StringWriter", {
  "new()": () => new StringWriter(new StringBuilder()),
  "new(IFormatProvider)": () => new StringWriter(new StringBuilder()),
  "new(StringBuilder)": over,
  "new(StringBuilder, IFormatProvider)": over,
  NewLine: (writer: StringWriter) => writer.newLine,
  "set NewLine": (writer: StringWriter, value: string | null) => {
    writer.newLine = value ?? newLine;
  },
  "Close()": (writer: StringWriter) => writer.close(),
  "Dispose()": (writer: StringWriter) => writer.close(),
  "Flush()": () => undefined,
  "GetStringBuilder()": (writer: StringWriter) => writer.builder,
  "ToString()": (writer: StringWriter) => writer.toText(),
  ...Object.fromEntries(writing),
  "WriteLine()": (writer: StringWriter) => writer.write(writer.newLine),
});
