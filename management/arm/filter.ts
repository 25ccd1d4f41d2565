import { badRequest, type Refusal } from "../refusals";
import type { Filter } from "../store/store";
import { type Token, tokenize } from "./filter-tokens";

type Comparison = "eq" | "ne" | "gt" | "ge" | "lt" | "le";
type TextFunction = "contains" | "startswith" | "endswith";
const comparisons = new Set<string>(["eq", "ne", "gt", "ge", "lt", "le"]);
const textFunctions = new Set<string>(["contains", "startswith", "endswith", "substringof"]);
const maxNesting = 32;

/**
 * The part of OData that Azure's clients send: comparisons, contains, startswith, endswith, substringof, and, or, not,
 * parentheses, tags/any(t: t eq 'x'). Members are those that the kind makes filterable, in any case.
 */
export function parseFilter(text: string, members: readonly string[]): Filter {
  const parser = new FilterParser(text, members);
  return parser.parse();
}

class FilterParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #members: readonly string[];
  #next = 0;
  #depth = 0;

  constructor(text: string, members: readonly string[]) {
    this.#text = text;
    this.#members = members;
    this.#tokens = tokenize(text, (at, message) => refuse(text, at, message));
  }

  parse(): Filter {
    const filter = this.#or();
    const rest = this.#peek();
    if (rest.kind !== "end") throw this.#wrong(rest, "'and', 'or' or the end");
    return filter;
  }

  #or(): Filter {
    let left = this.#and();
    while (this.#takeWord("or")) left = { op: "or", left, right: this.#and() };
    return left;
  }

  #and(): Filter {
    let left = this.#not();
    while (this.#takeWord("and")) left = { op: "and", left, right: this.#not() };
    return left;
  }

  #not(): Filter {
    if (++this.#depth > maxNesting)
      throw refuse(this.#text, this.#peek().at, `It is nested deeper than ${maxNesting} levels.`);
    const filter: Filter = this.#takeWord("not") ? { op: "not", of: this.#not() } : this.#primary();
    this.#depth--;
    return filter;
  }

  #primary(): Filter {
    if (this.#takeMark("(")) {
      const inner = this.#or();
      this.#expectMark(")");
      return inner;
    }
    const word = this.#take();
    if (word.kind !== "word") throw this.#wrong(word, "a member, a function or '('");
    const name = word.text.toLowerCase();
    if (textFunctions.has(name) && this.#takeMark("(")) return this.#truth(this.#textFunction(name));
    if (name.endsWith("/any") && this.#takeMark("(")) return this.#any(word);
    return this.#comparison(word);
  }

  #comparison(word: Token): Filter {
    const member = this.#member(word);
    const operator = this.#take();
    const op = operator.text.toLowerCase();
    if (operator.kind !== "word" || !comparisons.has(op)) throw this.#wrong(operator, "eq, ne, gt, ge, lt or le");
    return { op: op as Comparison, member, value: this.#value() };
  }

  #textFunction(name: string): Filter {
    if (name === "substringof") {
      const value = this.#string();
      this.#expectMark(",");
      const member = this.#member(this.#take());
      this.#expectMark(")");
      return { op: "contains", member, value };
    }
    const member = this.#member(this.#take());
    this.#expectMark(",");
    const value = this.#string();
    this.#expectMark(")");
    return { op: name as TextFunction, member, value };
  }

  /** tags/any(t: t eq 'x') */
  #any(word: Token): Filter {
    const member = this.#member({ ...word, text: word.text.slice(0, -"/any".length) });
    const variable = this.#take();
    if (variable.kind !== "word") throw this.#wrong(variable, "a variable");
    this.#expectMark(":");
    const again = this.#take();
    if (again.kind !== "word" || again.text !== variable.text)
      throw this.#wrong(again, `the variable ${variable.text}`);
    if (!this.#takeWord("eq")) throw this.#wrong(this.#peek(), "eq");
    const value = this.#string();
    this.#expectMark(")");
    return { op: "any", member, value };
  }

  /** A function may be compared with a truth value, as older clients write it. */
  #truth(filter: Filter): Filter {
    const operator = this.#peek();
    if (operator.kind !== "word" || !/^(?:eq|ne)$/i.test(operator.text)) return filter;
    this.#next++;
    const value = this.#take();
    if (value.kind !== "word" || !/^(?:true|false)$/i.test(value.text)) throw this.#wrong(value, "true or false");
    const holds = (value.text.toLowerCase() === "true") === (operator.text.toLowerCase() === "eq");
    return holds ? filter : { op: "not", of: filter };
  }

  #member(token: Token): string[] {
    if (token.kind !== "word") throw this.#wrong(token, "a member");
    const asked = token.text.replace(/^properties\//i, "").toLowerCase();
    const known = ["name", ...this.#members].find((member) => member.replaceAll(".", "/").toLowerCase() === asked);
    if (known !== undefined) return known.split(/[./]/);
    const list = ["name", ...this.#members].join(", ");
    throw refuse(this.#text, token.at, `'${token.text}' is not a member that can be filtered. Those are ${list}.`);
  }

  #value(): string | number | boolean | null {
    const token = this.#take();
    if (token.kind === "string") return token.text;
    if (token.kind === "number") return Number(token.text);
    const word = token.kind === "word" ? token.text.toLowerCase() : "";
    if (word === "true" || word === "false") return word === "true";
    if (word === "null") return null;
    throw this.#wrong(token, "a value: 'text', a number, true, false or null");
  }

  #string(): string {
    const token = this.#take();
    if (token.kind !== "string") throw this.#wrong(token, "a text in single quotes");
    return token.text;
  }

  #peek(): Token {
    return this.#tokens[this.#next] as Token;
  }
  #take(): Token {
    const token = this.#peek();
    if (token.kind !== "end") this.#next++;
    return token;
  }
  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token.kind !== "word" || token.text.toLowerCase() !== word) return false;
    this.#next++;
    return true;
  }
  #takeMark(mark: string): boolean {
    const token = this.#peek();
    if (token.kind !== "mark" || token.text !== mark) return false;
    this.#next++;
    return true;
  }
  #expectMark(mark: string): void {
    if (!this.#takeMark(mark)) throw this.#wrong(this.#peek(), `'${mark}'`);
  }
  #wrong(token: Token, expected: string): Refusal {
    const found = token.kind === "end" ? "the end" : `'${token.text}'`;
    return refuse(this.#text, token.at, `Expected ${expected}, found ${found}.`);
  }
}

function refuse(text: string, at: number, message: string): Refusal {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return badRequest("InvalidFilter", "$filter", `The filter "${shown}" is wrong at position ${at + 1}. ${message}`);
}
