import { boxDouble } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { NetException } from "@/policy/expression/values/net-exception";
import { BigInteger } from "@/policy/kits/json/big-integer";
import { JValue } from "@/policy/kits/json/jvalue";
import type { PathStep, Query, QueryOperator, QuerySide } from "./path-step";

export const pathError = (message: string) => new NetException("Newtonsoft.Json.JsonException", message);

/** Longer signs first. */
const operators: ReadonlyMap<string, QueryOperator> = new Map([
  ["===", "==="],
  ["==", "=="],
  ["=~", "=~"],
  ["!==", "!=="],
  ["!=", "!="],
  ["<>", "!="],
  ["<=", "<="],
  ["<", "<"],
  [">=", ">="],
  [">", ">"],
]);
const deepest = 64;

export const parsePath = (text: string): PathStep[] => new PathParser(text).parse();

class PathParser {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** A method, so that it may differ from call to call. */
  private c(): string {
    return this.text[this.at] ?? "";
  }

  parse(): PathStep[] {
    if (this.text === "") return [];
    this.skipSpace();
    if (this.c() === "$") {
      if (this.at === this.text.length - 1) return [];
      const next = this.text[this.at + 1];
      if (next === "." || next === "[") this.at++;
    }
    const steps: PathStep[] = [];
    this.steps(steps, false);
    this.skipSpace();
    if (this.at < this.text.length) throw pathError(`Unexpected character while parsing path: ${this.c()}`);
    return steps;
  }

  /** In a query a path ends at a space, an operator or the closing bracket. */
  private steps(steps: PathStep[], inQuery: boolean): void {
    let scan = false;
    let afterIndexer = false;
    let afterDot = false;
    let start = this.at;
    const flush = () => {
      if (this.at > start) {
        const name = this.text.slice(start, this.at);
        steps.push({ kind: "field", name: name === "*" ? null : name, scan });
        scan = false;
      }
    };
    for (; this.at < this.text.length; ) {
      tick();
      const c = this.c();
      if (c === "[" || c === "(") {
        flush();
        steps.push(this.indexer(c, scan));
        scan = false;
        start = ++this.at;
        afterIndexer = true;
        afterDot = false;
      } else if (c === "]" || c === ")") {
        break;
      } else if (c === " ") {
        if (inQuery) break;
        // Newtonsoft lets spaces only stand at the end.
        if (this.text.slice(this.at).trim() !== "") throw pathError("Unexpected character while parsing path:  ");
        break;
      } else if (c === ".") {
        flush();
        if (this.text[this.at + 1] === ".") {
          scan = true;
          this.at++;
        }
        start = ++this.at;
        afterIndexer = false;
        afterDot = true;
      } else if (inQuery && "=<!>&|".includes(c)) {
        break;
      } else {
        if (afterIndexer) throw pathError(`Unexpected character following indexer: ${c}`);
        this.at++;
        afterDot = false;
      }
    }
    if (this.at > start) flush();
    else if (afterDot && !inQuery) throw pathError("Unexpected end while parsing path.");
  }

  private indexer(open: string, scan: boolean): PathStep {
    this.at++;
    const close = open === "[" ? "]" : ")";
    this.skipSpace();
    this.mustGoOn("Path ended with open indexer.");
    if (this.c() === "'") return this.quotedFields(close, scan);
    if (this.c() === "?") return this.filter(close, scan);
    return this.arrayIndexer(close);
  }

  private quotedFields(close: string, scan: boolean): PathStep {
    const names: string[] = [];
    for (;;) {
      names.push(this.quoted());
      this.skipSpace();
      this.mustGoOn("Path ended with open indexer.");
      if (this.c() === close)
        return names.length === 1 ? { kind: "field", name: names[0]!, scan } : { kind: "fields", names, scan };
      if (this.c() !== ",") throw pathError(`Unexpected character while parsing path indexer: ${this.c()}`);
      this.at++;
      this.skipSpace();
      if (this.c() !== "'") throw pathError(`Unexpected character while parsing path indexer: ${this.c()}`);
    }
  }

  private arrayIndexer(close: string): PathStep {
    const end = this.text.indexOf(close, this.at);
    if (end < 0) throw pathError("Path ended with open indexer.");
    const inner = this.text.slice(this.at, end).trim();
    this.at = end;
    if (inner === "*") return { kind: "index", index: null };
    const bad = /[^\d,:\s-]/.exec(inner);
    if (bad) throw pathError(`Unexpected character while parsing path indexer: ${bad[0]}`);
    const number = (part: string): number | null => {
      if (part.trim() === "") return null;
      const value = Number(part);
      if (!Number.isInteger(value)) throw pathError(`Unexpected character while parsing path indexer: ${part.trim()}`);
      return value;
    };
    if (inner.includes(":")) {
      const [start = "", stop = "", step = "", more] = inner.split(":");
      if (more !== undefined) throw pathError("Unexpected character while parsing path indexer: :");
      return { kind: "slice", start: number(start), stop: number(stop), step: number(step) };
    }
    const indexes = inner.split(",").map((part) => {
      const index = number(part);
      if (index === null) throw pathError("Array index expected.");
      return index;
    });
    return indexes.length === 1 ? { kind: "index", index: indexes[0]! } : { kind: "indexes", indexes };
  }

  private filter(close: string, scan: boolean): PathStep {
    this.at++;
    this.mustGoOn("Path ended with open indexer.");
    if (this.c() !== "(") throw pathError(`Unexpected character while parsing path indexer: ${this.c()}`);
    this.at++;
    const query = this.query();
    this.at++;
    this.skipSpace();
    this.mustGoOn("Path ended with open indexer.");
    if (this.c() !== close) throw pathError(`Unexpected character while parsing path indexer: ${this.c()}`);
    return { kind: "filter", query, scan };
  }

  /** Leaves off at the closing parenthesis. Newtonsoft knows no precedence: a && b || c is a && (b || c). */
  private query(): Query {
    if (++this.depth > deepest) throw pathError("Path is nested too deeply.");
    const first = this.condition();
    this.skipSpace();
    this.mustGoOn("Path ended with open query.");
    if (this.c() === ")") return first;
    const kind = this.text.startsWith("&&", this.at) ? "and" : this.text.startsWith("||", this.at) ? "or" : null;
    if (kind === null) throw pathError(`Unexpected character while parsing path query: ${this.c()}`);
    this.at += 2;
    return { kind, of: [first, this.query()] };
  }

  private condition(): Query {
    const left = this.side();
    this.skipSpace();
    this.mustGoOn("Path ended with open query.");
    if (this.c() === ")" || this.c() === "|" || this.c() === "&")
      return { kind: "test", left, operator: "exists", right: left };
    const sign = [...operators.keys()].find((operator) => this.text.startsWith(operator, this.at));
    if (sign === undefined) throw pathError("Could not read query operator.");
    this.at += sign.length;
    return { kind: "test", left, operator: operators.get(sign)!, right: this.side() };
  }

  private side(): QuerySide {
    this.skipSpace();
    if (this.c() === "@" || this.c() === "$") {
      const fromRoot = this.c() === "$";
      this.at++;
      const path: PathStep[] = [];
      this.steps(path, true);
      return { kind: "path", path, fromRoot };
    }
    if (this.c() === "'") return { kind: "value", value: new JValue(this.quoted()) };
    if (this.c() === "/") return this.regex();
    const word = /^(true|false|null)\b|^-?\d+(\.\d+)?([eE][-+]?\d+)?/.exec(this.text.slice(this.at))?.[0];
    if (word === undefined)
      throw pathError(
        this.c() === "" ? "Path ended with open query." : `Unexpected character while parsing path query: ${this.c()}`,
      );
    this.at += word.length;
    if (word === "null") return { kind: "value", value: new JValue(null) };
    if (word === "true" || word === "false") return { kind: "value", value: new JValue(word === "true") };
    if (/[.eE]/.test(word)) return { kind: "value", value: new JValue(boxDouble(Number(word))) };
    const integer = BigInt(word);
    const fits = BigInt.asIntN(64, integer) === integer;
    return { kind: "value", value: new JValue(fits ? integer : new BigInteger(integer)) };
  }

  private regex(): QuerySide {
    const start = ++this.at;
    while (this.c() !== "/") {
      this.mustGoOn("Path ended with an open regex.");
      this.at += this.c() === "\\" ? 2 : 1;
    }
    const pattern = this.text.slice(start, this.at++);
    const options = /^[imsx]*/.exec(this.text.slice(this.at))![0];
    this.at += options.length;
    return { kind: "regex", pattern, options };
  }

  private quoted(): string {
    let result = "";
    for (this.at++; this.c() !== "'"; this.at++) {
      tick();
      this.mustGoOn("Path ended with an open string.");
      if (this.c() !== "\\") {
        result += this.c();
        continue;
      }
      this.at++;
      const plain = new Map([
        ["b", "\b"],
        ["t", "\t"],
        ["n", "\n"],
        ["f", "\f"],
        ["r", "\r"],
      ]).get(this.c());
      if (plain === undefined && !"\\'\"/".includes(this.c()))
        throw pathError(`Unknown escape character: \\${this.c()}`);
      result += plain ?? this.c();
    }
    this.at++;
    return result;
  }

  private skipSpace(): void {
    while (this.c() === " ") this.at++;
  }

  private mustGoOn(message: string): void {
    if (this.at >= this.text.length) throw pathError(message);
  }
}
