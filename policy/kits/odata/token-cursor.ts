import { OdataProblem } from "./odata-problem";
import { odataTokens, type Token } from "./odata-tokens";

const deepest = 64;

/** Goes through the tokens of one option, and counts how deep its parser has gone. */
export class TokenCursor {
  readonly where: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, where: string) {
    this.where = where;
    this.#tokens = odataTokens(text, where);
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  get after(): Token | undefined {
    return this.#tokens[this.#at + 1];
  }

  take(): Token {
    const token = this.next;
    if (token === undefined) throw this.problem("It ends too soon.");
    this.#at++;
    return token;
  }

  isAt(...texts: readonly string[]): boolean {
    const token = this.next;
    return token !== undefined && token.kind !== "literal" && texts.includes(token.text);
  }

  takeIf(...texts: readonly string[]): boolean {
    if (!this.isAt(...texts)) return false;
    this.#at++;
    return true;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) throw this.problem(`'${text}' is expected instead of ${this.#here}.`);
  }

  expectName(): string {
    const token = this.next;
    if (token?.kind !== "name") throw this.problem(`A name is expected instead of ${this.#here}.`);
    this.#at++;
    return token.text;
  }

  expectEnd(): void {
    if (this.next !== undefined) throw this.problem(`${this.#here} is not expected.`);
  }

  deeper<T>(run: () => T): T {
    if (++this.#depth > deepest) throw this.problem(`It is nested more than ${deepest} times.`);
    const result = run();
    this.#depth--;
    return result;
  }

  problem(message: string): OdataProblem {
    return new OdataProblem(this.where, message);
  }

  get #here(): string {
    return this.next === undefined ? "its end" : `'${this.next.text.slice(0, 80)}'`;
  }
}
