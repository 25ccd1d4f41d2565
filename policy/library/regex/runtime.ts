import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { newArray, stringArray } from "@/policy/kits/object/new-array";
import { escapePattern, unescapePattern } from "@/policy/kits/regex/escape-pattern";
import { NetRegex } from "@/policy/kits/regex/net-regex";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { implementType } from "@/policy/library/implement";
import { replacing } from "./replacing";
import { searching } from "./searching";

type R = NetRegex;
type Text = string | null;

const infinite = new NetTimeSpan(-1, 0);

/** The span is looked at and forgotten: the budget ends a search sooner. */
function timed(pattern: Text, options: number, timeout: NetTimeSpan): R {
  if (!timeout.equalTo(infinite) && (timeout.ms < 0 || timeout.ms > 2_147_483_646 || timeout.ticks === 0n))
    throw argumentOutOfRange("matchTimeout");
  return new NetRegex(pattern, options);
}

export const runtime = implementType("System.Text.RegularExpressions.Regex", {
  ...searching,
  ...replacing,
  InfiniteMatchTimeout: () => infinite,
  "new(string)": (pattern: Text) => new NetRegex(pattern),
  "new(string, RegexOptions)": (pattern: Text, options: number) => new NetRegex(pattern, options),
  "new(string, RegexOptions, TimeSpan)": timed,
  MatchTimeout: () => infinite,
  Options: (self: R) => self.options,
  RightToLeft: () => false,
  "Escape(string)": escapePattern,
  "Unescape(string)": unescapePattern,
  "GetGroupNames()": (self: R) => stringArray(self.compiled.groups.map(({ name }) => name)),
  "GetGroupNumbers()": (self: R) =>
    newArray(
      "System.Int32",
      self.compiled.groups.map(({ number }) => number),
    ),
  "GroupNameFromNumber(int)": (self: R, number: number) =>
    self.compiled.groups.find((group) => group.number === number)?.name ?? "",
  "GroupNumberFromName(string)": (self: R, name: Text) => {
    if (name === null) throw argumentNull("name");
    return self.compiled.groups.find((group) => group.name === name)?.number ?? -1;
  },
  "ToString()": (self: R) => self.toText(),
});
