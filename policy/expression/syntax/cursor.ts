import { matchBrackets } from "./match-brackets";
import type { Problems } from "./problems";
import type { Name, Positioned } from "./syntax";
import type { Token } from "./token";

/** Deeper nesting than people write; it keeps every pass over the tree off the end of the stack. */
const maxDepth = 200;

/** The tokens and how far the parser has come in them; every parse function takes one. */
export class Cursor {
  readonly tokens: readonly Token[];
  readonly problems: Problems;
  /** For every bracket the index of its counterpart, -1 where it has none. */
  readonly matching: Int32Array;
  /** Per token, where the type arguments that start there end: see scan-type.ts. */
  readonly scanned: Int32Array;
  index = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], problems: Problems) {
    this.tokens = tokens;
    this.problems = problems;
    this.matching = matchBrackets(tokens);
    this.scanned = new Int32Array(tokens.length);
  }

  get token(): Token {
    return this.tokens[this.index] as Token;
  }

  ahead(count: number): Token {
    return this.at(this.index + count);
  }

  at(index: number): Token {
    return this.tokens[Math.min(index, this.tokens.length - 1)] as Token;
  }

  /** Where what has been read ends. */
  get lastEnd(): number {
    return this.index === 0 ? this.token.start : (this.tokens[this.index - 1] as Token).end;
  }

  /** Moves on; the "end" stays. */
  next(): Token {
    const token = this.token;
    if (token.kind !== "end") this.index++;
    return token;
  }

  /** Whether a symbol or a keyword stands here. */
  is(text: string): boolean {
    return isSymbol(this.token, text);
  }

  isWord(text: string): boolean {
    return this.token.kind === "identifier" && this.token.text === text;
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  /** Takes the symbol, or reports that it is missing and reads on without it. */
  expect(text: string): boolean {
    if (this.take(text)) return true;
    const known = expected.get(text);
    if (known === undefined) this.missing("CS1003", `Syntax error, '${text}' expected`);
    else this.missing(known, `${text} expected`);
    return false;
  }

  /** Reports what should stand here: behind what was read when the line ends there, else at what stands here instead. */
  missing(code: string, message: string): void {
    const { token } = this;
    if (this.index > 0 && (token.startsLine || token.kind === "end")) {
      this.problems.report(code, message, this.lastEnd, this.lastEnd + 1);
    } else this.problems.report(code, message, token.start, Math.max(token.end, token.start + 1));
  }

  report(code: string, message: string, where: Positioned): void {
    this.problems.report(code, message, where.start, where.end);
  }

  name(): Name {
    const { token } = this;
    if (token.kind === "identifier") {
      this.next();
      return { text: token.text, start: token.start, end: token.end };
    }
    if (token.kind === "keyword" && !token.startsLine) {
      const message = `Identifier expected; '${token.text}' is a keyword`;
      this.problems.report("CS1041", message, token.start, token.end);
      this.next();
    } else this.missing("CS1001", "Identifier expected");
    return { text: "", start: token.start, end: token.start };
  }

  /** Runs a step that may contain itself; past the limit the rest of the text is given up. */
  nested<T>(step: () => T, instead: () => T): T {
    if (this.#depth >= maxDepth) {
      this.report("CS8078", "An expression is too long or complex to compile", this.token);
      this.giveUp();
      return instead();
    }
    this.#depth++;
    const result = step();
    this.#depth--;
    return result;
  }

  giveUp(): void {
    this.problems.stop();
    this.index = this.tokens.length - 1;
  }
}

const expected: ReadonlyMap<string, string> = new Map([
  [";", "CS1002"],
  [")", "CS1026"],
  ["}", "CS1513"],
  ["{", "CS1514"],
]);

export const isSymbol = (token: Token, text: string): boolean =>
  token.text === text && (token.kind === "punctuation" || token.kind === "keyword");

/** Whether two tokens stand side by side with nothing between: "> >" is no ">>". */
export const touch = (left: Token, right: Token): boolean => left.end === right.start;
