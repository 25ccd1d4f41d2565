import { Cursor } from "@/policy/expression/syntax/cursor";
import { parseType } from "@/policy/expression/syntax/parse-type";
import { Problems } from "@/policy/expression/syntax/problems";
import type { Name, TypeSyntax } from "@/policy/expression/syntax/syntax";
import { tokenize } from "@/policy/expression/syntax/tokenize";

/** Reads the text of a declaration. It is our own text: a mistake in it is thrown, with its line and column. */
export class DeclarationCursor {
  readonly #text: string;
  readonly #cursor: Cursor;
  readonly #problems: Problems;

  constructor(text: string) {
    this.#text = text;
    this.#problems = new Problems(text.length);
    const tokens = tokenize(text, 0, text.length, this.#problems, { namedValues: false });
    this.#cursor = new Cursor(tokens, this.#problems);
    this.#check();
  }

  get token() {
    return this.#cursor.token;
  }

  ahead(count: number) {
    return this.#cursor.ahead(count);
  }

  next() {
    return this.#cursor.next();
  }

  is(text: string): boolean {
    return this.token.text === text && this.token.kind !== "literal";
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail(`'${text}' expected, not '${this.token.text}'`);
  }

  name(): Name {
    const name = this.#cursor.name();
    this.#check();
    return name;
  }

  type(): TypeSyntax {
    const type = parseType(this.#cursor);
    this.#check();
    return type;
  }

  /** The lines of "///" right above an offset. */
  docBefore(offset: number): string {
    const lines: string[] = [];
    let end = this.#text.lastIndexOf("\n", offset);
    while (end > 0) {
      const start = this.#text.lastIndexOf("\n", end - 1) + 1;
      const line = this.#text.slice(start, end).trim();
      if (!line.startsWith("///")) break;
      lines.unshift(line.slice(3).trim());
      end = start - 1;
    }
    return lines.join(" ");
  }

  fail(message: string, offset = this.token.start): never {
    const before = this.#text.slice(0, offset).split("\n");
    const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
    const type = /\b(?:class|struct|interface|enum|delegate)\s+([\w ]+)/.exec(this.#text)?.[1]?.trim() ?? "?";
    throw new Error(`Declaration of ${type}, ${place}: ${message}`);
  }

  #check(): void {
    const [problem] = this.#problems.list;
    if (problem !== undefined) this.fail(problem.message, problem.start);
  }
}
