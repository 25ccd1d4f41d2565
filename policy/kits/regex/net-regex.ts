import { charge, tick } from "@/policy/expression/values/budget";
import { argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { type CompiledRegex, compiledRegex } from "./compiled-regex";
import { NetRegexList } from "./net-capture";
import { findMatch, NetMatch, nextStart } from "./net-match";
import { expand } from "./replacement";

/** What gives the text that replaces a match. */
export type Evaluator = (match: NetMatch) => string | null;

/** System.Text.RegularExpressions.Regex */
export class NetRegex extends NetObject {
  readonly compiled: CompiledRegex;
  readonly options: number;

  constructor(pattern: string | null, options = 0) {
    super();
    if (pattern === null) throw argumentNull("pattern");
    this.options = options;
    this.compiled = compiledRegex(pattern, options);
  }

  isMatch(input: string | null, from = 0): boolean {
    return this.compiled.isMatch(...checked(input, from));
  }

  match(input: string | null, from = 0): NetMatch {
    return findMatch(this.compiled, ...checked(input, from));
  }

  /** The search stays within the piece, but tells places in the whole. */
  matchWithin(input: string | null, from: number, length: number): NetMatch {
    const [text, start] = checked(input, from, "beginning");
    if (length < 0 || start + length > text.length) throw argumentOutOfRange("length");
    const found = this.compiled.find(text.slice(start, start + length), 0);
    if (found === null) return NetMatch.empty;
    const moved = found.map((value, at) => (at % 4 === 1 || at % 4 === 2 ? value + start : value));
    return new NetMatch(this.compiled, text.slice(0, start + length), moved);
  }

  matches(input: string | null, from = 0): NetRegexList<NetMatch> {
    return new NetRegexList("System.Text.RegularExpressions.MatchCollection", [...this.each(...checked(input, from))]);
  }

  count(input: string | null, from = 0): number {
    let count = 0;
    for (const _ of this.each(...checked(input, from))) count++;
    return count;
  }

  private *each(text: string, from: number): Iterable<NetMatch> {
    for (let match = findMatch(this.compiled, text, from); match.success; ) {
      yield match;
      match = findMatch(this.compiled, text, nextStart(match));
    }
  }

  replace(input: string | null, replacement: string | null, count = -1, from = 0): string {
    if (replacement === null) throw argumentNull("replacement");
    return this.replaceWith(input, (match) => expand(replacement, match), count, from);
  }

  replaceWith(input: string | null, evaluator: Evaluator | null, count = -1, from = 0): string {
    const [text, start] = checked(input, from);
    if (evaluator === null) throw argumentNull("evaluator");
    if (count < -1) throw argumentOutOfRange("count", "Count cannot be less than -1.");
    let result = "";
    let behind = 0;
    let left = count;
    for (const match of left === 0 ? [] : this.each(text, start)) {
      tick();
      const replacement = evaluator(match) ?? "";
      charge(2 * (match.index - behind + replacement.length));
      result += text.slice(behind, match.index) + replacement;
      behind = match.index + match.length;
      if (--left === 0) break;
    }
    return behind === 0 && result === "" ? text : result + text.slice(behind);
  }

  /** What stands between matches, and what their groups captured. */
  split(input: string | null, count = 0, from = 0): string[] {
    const [text, start] = checked(input, from);
    if (count < 0) throw argumentOutOfRange("count", "Count cannot be less than -1.");
    const pieces: string[] = [];
    const add = (piece: string) => {
      charge(16 + 2 * piece.length);
      pieces.push(piece);
    };
    let behind = 0;
    let left = count - 1;
    for (const match of count === 1 ? [] : this.each(text, start)) {
      add(text.slice(behind, match.index));
      behind = match.index + match.length;
      if (this.compiled.groups.length > 1)
        for (const group of match.groups.items.slice(1)) if (group.success) add(group.value);
      if (--left === 0) break;
    }
    add(text.slice(behind));
    return pieces;
  }

  override get typeName(): string {
    return "System.Text.RegularExpressions.Regex";
  }

  override toText(): string {
    return this.compiled.pattern;
  }
}

function checked(input: string | null, from: number, parameter = "startat"): [text: string, from: number] {
  if (input === null) throw argumentNull("input");
  if (from < 0 || from > input.length)
    throw argumentOutOfRange(parameter, "Start index cannot be less than 0 or greater than input length.");
  return [input, from];
}
