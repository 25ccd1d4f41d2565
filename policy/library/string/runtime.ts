import { charge } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull, argumentOutOfRange, indexOutOfRange } from "@/policy/expression/values/net-exception";
import { charCodes, textOfCodes } from "@/policy/kits/text/char-codes";
import { implementType } from "@/policy/library/implement";
import { changing } from "./changing";
import { comparing } from "./comparing";
import { joining } from "./joining";
import { searching } from "./searching";
import { splitting } from "./splitting";

function repeat(code: number, count: number): string {
  if (count < 0) throw argumentOutOfRange("count", "'count' must be non-negative.");
  charge(2 * count);
  return String.fromCharCode(code).repeat(count);
}

export const runtime = implementType("System.String", {
  Empty: () => "",
  "new(char, int)": (code: number, count: number) => repeat(code, count),
  "new(char[])": (characters: NetArray | null) => textOfCodes(charCodes(characters)),
  "new(char[], int, int)": (characters: NetArray | null, start: number, length: number) => {
    if (characters === null) throw argumentNull("value");
    const codes = charCodes(characters);
    if (start < 0) throw argumentOutOfRange("startIndex", "StartIndex cannot be less than zero.");
    if (length < 0) throw argumentOutOfRange("length", "Length cannot be less than zero.");
    if (start > codes.length - length)
      throw argumentOutOfRange(
        "startIndex",
        "Index was out of range. Must be non-negative and less than or equal to the size of the collection.",
      );
    return textOfCodes(codes.slice(start, start + length));
  },
  Length: (text: string) => text.length,
  "this[int]": (text: string, at: number) => {
    if (at < 0 || at >= text.length) throw indexOutOfRange();
    return text.charCodeAt(at);
  },
  "Clone()": (text: string) => text,
  "Copy(string)": (text: string | null) => {
    if (text === null) throw argumentNull("str");
    return text;
  },
  "ToString()": (text: string) => text,
  "ToString(IFormatProvider)": (text: string) => text,
  "IsNullOrEmpty(string)": (text: string | null) => text === null || text === "",
  ...comparing,
  ...joining,
  ...searching,
  ...changing,
  ...splitting,
});
