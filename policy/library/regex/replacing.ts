import { type Evaluator, NetRegex } from "@/policy/kits/regex/net-regex";

type R = NetRegex;
type Text = string | null;
type Give = Evaluator | null;

const replace = (input: Text, pattern: Text, replacement: Text, options?: number) =>
  new NetRegex(pattern, options).replace(input, replacement);
const replaceWith = (input: Text, pattern: Text, evaluator: Give, options?: number) =>
  new NetRegex(pattern, options).replaceWith(input, evaluator);

export const replacing = {
  "Replace(string, string)": (self: R, input: Text, replacement: Text) => self.replace(input, replacement),
  "Replace(string, string, int)": (self: R, input: Text, replacement: Text, count: number) =>
    self.replace(input, replacement, count),
  "Replace(string, string, int, int)": (self: R, input: Text, replacement: Text, count: number, from: number) =>
    self.replace(input, replacement, count, from),
  "Replace(string, MatchEvaluator)": (self: R, input: Text, evaluator: Give) => self.replaceWith(input, evaluator),
  "Replace(string, MatchEvaluator, int)": (self: R, input: Text, evaluator: Give, count: number) =>
    self.replaceWith(input, evaluator, count),
  "Replace(string, MatchEvaluator, int, int)": (self: R, input: Text, evaluator: Give, count: number, from: number) =>
    self.replaceWith(input, evaluator, count, from),
  "Replace(string, string, string)": replace,
  "Replace(string, string, string, RegexOptions)": replace,
  "Replace(string, string, string, RegexOptions, TimeSpan)": replace,
  "Replace(string, string, MatchEvaluator)": replaceWith,
  "Replace(string, string, MatchEvaluator, RegexOptions)": replaceWith,
  "Replace(string, string, MatchEvaluator, RegexOptions, TimeSpan)": replaceWith,
};
