import { charge, tickMany } from "@/policy/expression/values/budget";
import { argumentOutOfRange, notSupported } from "@/policy/expression/values/net-exception";
import { caseless } from "./case-equivalents";
import { CharSet } from "./char-set";
import { GroupSlots } from "./group-slots";
import { parseClass } from "./parse-class";
import { parseCharEscape, parseShorthand } from "./parse-escape";
import { type PatternParser, parseGroup, parseReference } from "./parse-group";
import { parseQuantifier } from "./parse-quantifier";
import { PatternCursor } from "./pattern-cursor";
import { type Anchor, choiceOf, nothing, Option, type RegexNode } from "./regex-node";

export interface ParsedRegex {
  readonly node: RegexNode;
  readonly slots: GroupSlots;
}

const deepest = 250;
const notNewLine = CharSet.of([10, 10]).complement();

/** Parses a pattern of .NET; throws ArgumentException in its words. */
export function parseRegex(pattern: string, options: number): ParsedRegex {
  if (options < 0 || options >= 2048) throw argumentOutOfRange("options");
  if (options & Option.ecmaScript && options & ~0x30b) throw argumentOutOfRange("options");
  if (options & Option.rightToLeft) throw notSupported("RegexOptions.RightToLeft is not supported.");
  charge(pattern.length * 200);
  const slots = new GroupSlots();
  // The first pass finds the groups, so that the second knows which a reference may mean.
  new RegexParser(pattern, options, slots, true).parse();
  slots.settle();
  slots.restart();
  return { node: new RegexParser(pattern, options, slots, false).parse(), slots };
}

class RegexParser implements PatternParser {
  readonly cursor: PatternCursor;
  readonly slots: GroupSlots;
  readonly isFirstPass: boolean;
  options: number;
  private depth = 0;

  constructor(pattern: string, options: number, slots: GroupSlots, isFirstPass: boolean) {
    this.cursor = new PatternCursor(pattern);
    this.options = options;
    this.slots = slots;
    this.isFirstPass = isFirstPass;
  }

  parse(): RegexNode {
    const node = this.alternatives();
    if (!this.cursor.atEnd) {
      this.cursor.next();
      throw this.cursor.error("Too many )'s.");
    }
    return node;
  }

  /** Up to the group's ")", which is left; options set inside end with it. */
  alternatives(): RegexNode {
    return choiceOf(this.branches());
  }

  branches(): RegexNode[] {
    if (++this.depth > deepest) throw this.cursor.error("Groups are nested too deeply.");
    const { options } = this;
    const branches: RegexNode[] = [];
    do branches.push(this.sequence());
    while (this.cursor.take("|"));
    this.options = options;
    this.depth--;
    return branches;
  }

  /** The ")" of a group. */
  close(): void {
    if (!this.cursor.take(")")) throw this.cursor.error("Not enough )'s.");
  }

  private sequence(): RegexNode {
    const nodes: RegexNode[] = [];
    let quantified = false;
    for (;;) {
      this.skipBlank();
      const letter = this.cursor.peek();
      if (letter === "" || letter === "|" || letter === ")") break;
      if (this.atQuantifier()) {
        this.cursor.next();
        throw this.cursor.error(
          quantified ? `Nested quantifier '${letter}'.` : `Quantifier '${letter}' following nothing.`,
        );
      }
      // Read here, and compiled afterwards.
      tickMany(16);
      const node = this.atom();
      quantified = false;
      if (node === null) continue;
      this.skipBlank();
      quantified = this.atQuantifier();
      nodes.push(quantified ? parseQuantifier(this.cursor, node, () => this.skipBlank()) : node);
    }
    return nodes.length === 1 ? (nodes[0] as RegexNode) : nodes.length === 0 ? nothing : { kind: "sequence", nodes };
  }

  private atQuantifier(): boolean {
    const letter = this.cursor.peek();
    if (letter === "*" || letter === "+" || letter === "?") return true;
    return letter === "{" && this.braces();
  }

  /** "{2}", "{2,}" or "{2,3}" stands here; other braces stand for themselves. */
  private braces(): boolean {
    const { cursor } = this;
    const { at } = cursor;
    const found = cursor.scan(/\{\d+(,\d*)?\}/y) !== null;
    cursor.at = at;
    return found;
  }

  skipBlank(): void {
    const { cursor } = this;
    for (;;) {
      if (cursor.take("(?#")) {
        cursor.scan(/[^)]*/y);
        if (!cursor.take(")")) throw cursor.error("Unterminated (?#...) comment.");
      } else if (!(this.options & Option.ignoreWhitespace) || cursor.scan(/[\t-\r ]+|#[^\n]*/y) === null) return;
    }
  }

  /** null for what only sets options. */
  private atom(): RegexNode | null {
    const { cursor } = this;
    switch (cursor.peek()) {
      case "(":
        cursor.next();
        return parseGroup(this);
      case "[":
        cursor.next();
        return { kind: "set", set: parseClass(cursor, this.options) };
      case ".":
        cursor.next();
        return { kind: "set", set: this.options & Option.singleline ? CharSet.any : notNewLine };
      case "^":
        cursor.next();
        return anchor(this.options & Option.multiline ? "line-start" : "start");
      case "$":
        cursor.next();
        return anchor(this.options & Option.multiline ? "line-end" : "last-line-end");
      case "\\":
        cursor.next();
        return this.escape();
      default:
        return this.single(cursor.next().charCodeAt(0));
    }
  }

  private single(code: number): RegexNode {
    return { kind: "set", set: this.options & Option.ignoreCase ? caseless(code) : CharSet.of([code, code]) };
  }

  private escape(): RegexNode {
    const { cursor } = this;
    if (cursor.atEnd) throw cursor.error("Illegal \\ at end of pattern.");
    const ecma = (this.options & Option.ecmaScript) !== 0;
    switch (cursor.peek()) {
      case "A":
        return this.anchorHere("start");
      case "Z":
        return this.anchorHere("last-line-end");
      case "z":
        return this.anchorHere("end");
      case "G":
        return this.anchorHere("search-start");
      case "b":
        return this.anchorHere(ecma ? "ascii-boundary" : "boundary");
      case "B":
        return this.anchorHere(ecma ? "no-ascii-boundary" : "no-boundary");
    }
    const set = parseShorthand(cursor, this.options);
    if (set !== null) return { kind: "set", set };
    return parseReference(this) ?? this.single(parseCharEscape(cursor));
  }

  private anchorHere(name: Anchor): RegexNode {
    this.cursor.next();
    return anchor(name);
  }
}

const anchor = (name: Anchor): RegexNode => ({ kind: "anchor", anchor: name });
