import { stringArray } from "@/policy/kits/object/new-array";
import type { NetDateTime } from "@/policy/kits/time/net-date-time";
import { standardLetters } from "@/policy/kits/time/standard-patterns";

type D = NetDateTime;

const inFormat = (self: D, format: string | null) => self.format(format ?? "");

export const writing = {
  "ToString()": (self: D) => self.toText(),
  "ToString(string)": inFormat,
  "ToString(IFormatProvider)": (self: D) => self.toText(),
  "ToString(string, IFormatProvider)": inFormat,
  "ToLongDateString()": (self: D) => self.format("D"),
  "ToLongTimeString()": (self: D) => self.format("T"),
  "ToShortDateString()": (self: D) => self.format("d"),
  "ToShortTimeString()": (self: D) => self.format("t"),
  "GetDateTimeFormats()": (self: D) => stringArray(standardLetters.map((letter) => self.format(letter))),
  "GetDateTimeFormats(char)": (self: D, letter: number) => stringArray([self.format(String.fromCharCode(letter))]),
};
