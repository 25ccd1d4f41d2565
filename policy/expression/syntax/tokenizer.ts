import type { Problems } from "./problems";
import type { LiteralValue } from "./syntax";
import type { Token, TokenKind } from "./token";

export interface TokenizeOptions {
  /** Whether {{name}} outside of strings is a value that is put in later. */
  readonly namedValues: boolean;
}

/** Where the reading of tokens has come to; what reads one kind of token stands in its own file. */
export class Tokenizer {
  readonly text: string;
  readonly end: number;
  readonly problems: Problems;
  readonly options: TokenizeOptions;
  readonly tokens: Token[] = [];
  at: number;
  startsLine = false;

  constructor(text: string, from: number, end: number, problems: Problems, options: TokenizeOptions) {
    this.text = text;
    this.at = from;
    this.end = end;
    this.problems = problems;
    this.options = options;
  }

  /** The character so many places ahead; "" at the end. */
  peek(ahead = 0): string {
    const at = this.at + ahead;
    return at < this.end ? (this.text[at] as string) : "";
  }

  looksAt(text: string): boolean {
    return this.text.startsWith(text, this.at) && this.at + text.length <= this.end;
  }

  /** Takes what a sticky pattern finds here; null where it does not fit. */
  match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    return found === null || this.at + found[0].length > this.end ? null : found[0];
  }

  push(kind: TokenKind, text: string, start: number, value: LiteralValue | null = null): void {
    this.tokens.push({ kind, text, start, end: this.at, value, startsLine: this.startsLine });
    this.startsLine = false;
  }

  report(code: string, message: string, start: number, end = this.at): void {
    this.problems.report(code, message, start, end);
  }
}

export const isNewline = (char: string): boolean =>
  char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029" || char === "\u0085";
