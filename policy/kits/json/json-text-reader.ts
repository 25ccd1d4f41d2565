import { boxDouble } from "@/policy/expression/values/boxed";
import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import type { NetException } from "@/policy/expression/values/net-exception";
import { isoDate } from "./iso-date";
import { JsonReader } from "./json-reader";
import { parseJsonNumber } from "./parse-json-number";
import { scriptDate } from "./script-date";

const space = /\s/;
const identifier = /[\p{L}\p{Nd}_$]/u;
const backslash = 92;
const numberCharacters = /[-+a-fA-FxX.0-9]*/y;
const escapes = new Map([
  ["b", "\b"],
  ["t", "\t"],
  ["n", "\n"],
  ["f", "\f"],
  ["r", "\r"],
  ["\\", "\\"],
  ["/", "/"],
  ["'", "'"],
  ['"', '"'],
]);

/** Reads JSON as tolerantly as Newtonsoft does: single quotes, bare names, comments, hexadecimal numbers, trailing commas. */
export class JsonTextReader extends JsonReader {
  private readonly text: string;
  private readonly datesAreParsed: boolean;
  private at = 0;

  constructor(text: string, datesAreParsed = true) {
    super();
    this.text = text;
    this.datesAreParsed = datesAreParsed;
  }

  /** Lines are only counted when an error needs to say where it is. */
  protected get where() {
    const before = this.text.slice(0, this.at);
    tickMany(before.length >> 2);
    const line = before.split(/\r\n|\r|\n/).length;
    const position = this.at - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) - 1;
    return { line: this.state === "Start" && position === 0 && this.token !== "Comment" ? 0 : line, position };
  }

  /** False at the end, or where the text breaks off between two tokens. */
  read(): boolean {
    for (;;) {
      switch (this.state) {
        case "Object":
        case "ObjectStart":
          return this.readInObject();
        case "PostValue": {
          const read = this.readAfterValue();
          if (read !== null) return read;
          break;
        }
        case "Finished":
          return this.readAfterEnd();
        default:
          return this.readValue();
      }
    }
  }

  private readValue(): boolean {
    const c = this.skipSpace();
    switch (c) {
      case "":
        return false;
      case '"':
      case "'":
        return this.string(c);
      case "t":
        return this.word("true", "boolean", () => this.primitive("Boolean", true));
      case "f":
        return this.word("false", "boolean", () => this.primitive("Boolean", false));
      case "n":
        if (this.text[this.at + 1] === "u") return this.word("null", "null", () => this.primitive("Null", null));
        if (this.text[this.at + 1] === "e") return this.constructor_();
        throw this.at + 1 < this.text.length ? this.unexpected(c) : this.unexpectedEnd();
      case "N":
        return this.word("NaN", "NaN", () => this.primitive("Float", boxDouble(Number.NaN)));
      case "I":
        return this.word("Infinity", "Infinity", () => this.primitive("Float", boxDouble(Number.POSITIVE_INFINITY)));
      case "u":
        return this.word("undefined", "undefined", () => this.primitive("Undefined", null));
      case "/":
        return this.comment();
      case "{":
        this.at++;
        return this.open("Object", null);
      case "[":
        this.at++;
        return this.open("Array", null);
      case "]":
        this.at++;
        return this.close("Array");
      case ")":
        this.at++;
        return this.close("Constructor");
      case ",":
        return this.primitive("Undefined", null);
      case "-":
        if (this.text[this.at + 1] === "I")
          return this.word("-Infinity", "-Infinity", () =>
            this.primitive("Float", boxDouble(Number.NEGATIVE_INFINITY)),
          );
        return this.number();
      default:
        if (/[\p{N}.]/u.test(c)) return this.number();
        throw this.unexpected(c);
    }
  }

  private readInObject(): boolean {
    const c = this.skipSpace();
    if (c === "") return false;
    if (c === "/") return this.comment();
    if (c === "}") {
      this.at++;
      return this.close("Object");
    }
    let name: string;
    if (c === '"' || c === "'") name = this.quoted(c);
    else if (identifier.test(c)) name = this.bareName();
    else throw this.error(`Invalid property identifier character: ${c}.`);
    const colon = this.skipSpace();
    if (colon !== ":")
      throw this.error(`Invalid character after parsing property name. Expected ':' but got: ${colon || "\0"}.`);
    this.at++;
    return this.named(name);
  }

  /** null: a comma, after which reading goes on. */
  private readAfterValue(): boolean | null {
    const c = this.skipSpace();
    switch (c) {
      case "":
        this.state = "Finished";
        return false;
      case "}":
        this.at++;
        return this.close("Object");
      case "]":
        this.at++;
        return this.close("Array");
      case ")":
        this.at++;
        return this.close("Constructor");
      case "/":
        return this.comment();
      case ",":
        this.at++;
        this.state = this.inside ?? "Start";
        return null;
      default:
        throw this.error(`After parsing a value an unexpected character was encountered: ${c}.`);
    }
  }

  private readAfterEnd(): boolean {
    const c = this.skipSpace();
    if (c === "") return false;
    if (c === "/") return this.comment();
    throw this.error(`Additional text encountered after finished reading JSON content: ${c}.`);
  }

  private string(quote: string): true {
    const text = this.quoted(quote);
    const date = this.datesAreParsed ? (isoDate(text) ?? scriptDate(text)) : null;
    return date === null ? this.primitive("String", text) : this.primitive("Date", date);
  }

  private quoted(quote: string): string {
    const { text } = this;
    const end = quote.charCodeAt(0);
    let result = "";
    let start = ++this.at;
    for (; ; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === end) break;
      if (code === backslash) {
        result += text.slice(start, this.at) + this.escape(quote);
        start = this.at + 1;
      } else if (Number.isNaN(code)) throw this.error(`Unterminated string. Expected delimiter: ${quote}.`);
    }
    result += text.slice(start, this.at++);
    tickMany(result.length >> 2);
    charge(result.length * 2);
    return result;
  }

  /** Leaves off at the last character of the escape. */
  private escape(quote: string): string {
    const c = this.text[++this.at];
    if (c === undefined) throw this.error(`Unterminated string. Expected delimiter: ${quote}.`);
    const plain = escapes.get(c);
    if (plain !== undefined) return plain;
    if (c !== "u") {
      this.at++;
      throw this.error(`Bad JSON escape sequence: \\${c}.`);
    }
    const digits = this.text.slice(this.at + 1, this.at + 5);
    if (digits.length < 4) {
      this.at = this.text.length;
      throw this.error("Unexpected end while parsing Unicode escape sequence.");
    }
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
      this.at++;
      throw this.error(`Invalid Unicode escape sequence: \\u${digits}.`);
    }
    this.at += 4;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private bareName(): string {
    const start = this.at;
    for (let c = this.text[this.at]; c !== undefined; c = this.text[++this.at]) {
      if (identifier.test(c)) continue;
      if (c === ":" || space.test(c)) return this.text.slice(start, this.at);
      throw this.error(`Invalid JavaScript property identifier character: ${c}.`);
    }
    throw this.error("Unexpected end while parsing unquoted property name.");
  }

  private number(): true {
    const start = this.at;
    numberCharacters.lastIndex = start;
    numberCharacters.test(this.text);
    this.at = Math.max(numberCharacters.lastIndex, start);
    const c = this.text[this.at];
    if (c !== undefined && !space.test(c) && !",}])/".includes(c))
      throw this.error(`Unexpected character encountered while parsing number: ${c}.`);
    tickMany(this.at - start);
    const digits = this.text.slice(start, this.at);
    const number = parseJsonNumber(digits);
    if (number !== null) return this.primitive(number.token, number.value);
    this.afterValue();
    throw this.error(`Input string '${digits}' is not a valid number.`);
  }

  private word(word: string, kind: string, read: () => true): true {
    this.expect(word, `Error parsing ${kind} value.`);
    return read();
  }

  private expect(word: string, message: string): void {
    const short = this.at + word.length > this.text.length;
    for (const c of word) {
      if (this.text[this.at] !== c) throw short ? this.unexpectedEnd() : this.error(message);
      this.at++;
    }
    const next = this.text[this.at];
    if (next !== undefined && !"}],/)".includes(next) && !space.test(next)) throw this.error(message);
  }

  private constructor_(): true {
    this.expect("new", "Unexpected content while parsing JSON.");
    this.skipSpace();
    const start = this.at;
    while (identifier.test(this.text[this.at] ?? "")) this.at++;
    const name = this.text.slice(start, this.at);
    const c = this.skipSpace();
    if (c === "") throw this.error("Unexpected end while parsing constructor.");
    if (c !== "(") throw this.error(`Unexpected character while parsing constructor: ${c}.`);
    this.at++;
    return this.open("Constructor", name);
  }

  private comment(): true {
    const kind = this.text[++this.at];
    if (kind === undefined) throw this.error("Unexpected end while parsing comment.");
    if (kind !== "*" && kind !== "/") throw this.error(`Error parsing comment. Expected: *, got ${kind}.`);
    const start = ++this.at;
    const end = kind === "*" ? this.text.indexOf("*/", start) : this.text.slice(start).search(/[\r\n]|$/) + start;
    if (end < 0) throw this.error("Unexpected end while parsing comment.");
    tickMany(end - start);
    this.at = kind === "*" ? end + 2 : end;
    this.token = "Comment";
    this.value = this.text.slice(start, end);
    charge((end - start) * 2);
    return true;
  }

  /** Goes to the next character that is no white space, and gives it; "" at the end. */
  private skipSpace(): string {
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (Number.isNaN(code)) return "";
      if (code !== 0x20 && ((code > 0x20 && code < 0x80) || !space.test(this.text[this.at]!)))
        return this.text[this.at]!;
      tick();
      this.at++;
    }
  }

  private unexpected(c: string): NetException {
    return this.error(`Unexpected character encountered while parsing value: ${c}.`);
  }

  private unexpectedEnd(): NetException {
    this.at = this.text.length;
    return this.error("Unexpected end when reading JSON.");
  }
}
