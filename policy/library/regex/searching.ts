import { stringArray } from "@/policy/kits/object/new-array";
import { NetRegex } from "@/policy/kits/regex/net-regex";

type R = NetRegex;
type Text = string | null;

const isMatch = (input: Text, pattern: Text, options?: number) => new NetRegex(pattern, options).isMatch(input);
const match = (input: Text, pattern: Text, options?: number) => new NetRegex(pattern, options).match(input);
const matches = (input: Text, pattern: Text, options?: number) => new NetRegex(pattern, options).matches(input);
const count = (input: Text, pattern: Text, options?: number) => new NetRegex(pattern, options).count(input);
const split = (input: Text, pattern: Text, options?: number) =>
  stringArray(new NetRegex(pattern, options).split(input));

export const searching = {
  "Count(string)": (self: R, input: Text) => self.count(input),
  "Count(string, string)": count,
  "Count(string, string, RegexOptions)": count,
  "IsMatch(string)": (self: R, input: Text) => self.isMatch(input),
  "IsMatch(string, int)": (self: R, input: Text, from: number) => self.isMatch(input, from),
  "IsMatch(string, string)": isMatch,
  "IsMatch(string, string, RegexOptions)": isMatch,
  "IsMatch(string, string, RegexOptions, TimeSpan)": isMatch,
  "Match(string)": (self: R, input: Text) => self.match(input),
  "Match(string, int)": (self: R, input: Text, from: number) => self.match(input, from),
  "Match(string, int, int)": (self: R, input: Text, from: number, length: number) =>
    self.matchWithin(input, from, length),
  "Match(string, string)": match,
  "Match(string, string, RegexOptions)": match,
  "Match(string, string, RegexOptions, TimeSpan)": match,
  "Matches(string)": (self: R, input: Text) => self.matches(input),
  "Matches(string, int)": (self: R, input: Text, from: number) => self.matches(input, from),
  "Matches(string, string)": matches,
  "Matches(string, string, RegexOptions)": matches,
  "Matches(string, string, RegexOptions, TimeSpan)": matches,
  "Split(string)": (self: R, input: Text) => stringArray(self.split(input)),
  "Split(string, int)": (self: R, input: Text, most: number) => stringArray(self.split(input, most)),
  "Split(string, int, int)": (self: R, input: Text, most: number, from: number) =>
    stringArray(self.split(input, most, from)),
  "Split(string, string)": split,
  "Split(string, string, RegexOptions)": split,
  "Split(string, string, RegexOptions, TimeSpan)": split,
};
