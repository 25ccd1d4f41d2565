import { readEscape } from "./read-string";
import { isNewline, type Tokenizer } from "./tokenizer";

/** Holes stand within holes' strings; deeper than this the rest of the text is given up. */
const maxNesting = 200;

/** One string whose hole is being read; the tokenizer keeps a stack of them instead of calling itself. */
export interface OpenString {
  readonly verbatim: boolean;
  readonly start: number;
  holeStart: number;
  /** Brackets open within the hole, and the braces among them. */
  depth: number;
  braces: number;
  /** A "?" has been read that waits for its ":". */
  awaitsColon: boolean;
  newlineReported: boolean;
}

/** From "$" or "@" to the first hole, or to the end when there is none. */
export function openInterpolated(tokenizer: Tokenizer, stack: OpenString[]): void {
  const start = tokenizer.at;
  const verbatim = tokenizer.peek(1) !== '"';
  tokenizer.at += verbatim ? 3 : 2;
  if (stack.length >= maxNesting) {
    tokenizer.report("CS8078", "An expression is too long or complex to compile", start);
    tokenizer.problems.stop();
    tokenizer.at = tokenizer.end;
    return;
  }
  if (verbatim && tokenizer.text[start] === "@") {
    const message =
      "To use '@$' instead of '$@' for an interpolated verbatim string, please use language version '8.0' or greater.";
    tokenizer.problems.report("CS8401", message, start, tokenizer.at, "warning");
  }
  tokenizer.push("string-start", tokenizer.text.slice(start, tokenizer.at), start);
  stack.push({ verbatim, start, holeStart: start, depth: 0, braces: 0, awaitsColon: false, newlineReported: false });
  readText(tokenizer, stack);
}

/** The text up to the next hole or the end of the string. */
function readText(tokenizer: Tokenizer, stack: OpenString[]): void {
  const string = stack.at(-1) as OpenString;
  const start = tokenizer.at;
  const value = readPieces(tokenizer, string, false);
  if (value !== "") tokenizer.push("string-text", "", start, { type: "string", value });
  const at = tokenizer.at;
  if (tokenizer.peek() === "{") {
    string.holeStart = tokenizer.at++;
    string.depth = 0;
    string.braces = 0;
    string.awaitsColon = false;
    tokenizer.push("hole-start", "{", at);
    return;
  }
  if (tokenizer.peek() === '"') tokenizer.at++;
  else if (string.verbatim) tokenizer.report("CS1039", "Unterminated string literal", string.start);
  else tokenizer.report("CS1010", "Newline in constant", string.start);
  tokenizer.push("string-end", '"', at);
  stack.pop();
}

/** Text or, within a hole, a format; stops at what ends it. */
function readPieces(tokenizer: Tokenizer, string: OpenString, isFormat: boolean): string {
  const pieces: string[] = [];
  const plain = string.verbatim ? /[^"{}]+/y : /[^"{}\\\n\r\u2028\u2029\u0085]+/y;
  for (;;) {
    const text = tokenizer.match(plain) ?? cut(tokenizer, plain);
    if (text !== "") {
      pieces.push(text);
      tokenizer.at += text.length;
    }
    const char = tokenizer.peek();
    if (char === "\\" && !string.verbatim) pieces.push(escaped(tokenizer));
    else if (char === '"' && string.verbatim && tokenizer.peek(1) === '"') {
      pieces.push('"');
      tokenizer.at += 2;
    } else if ((char === "{" || char === "}") && tokenizer.peek(1) === char) {
      pieces.push(char);
      tokenizer.at += 2;
    } else if (char === (isFormat ? "{" : "}")) {
      tokenizer.report("CS8086", braceMessage(char), tokenizer.at, tokenizer.at + 1);
      tokenizer.at++;
    } else return pieces.join("");
  }
}

const braceMessage = (char: string): string =>
  `A '${char}' character must be escaped (by doubling) in an interpolated string.`;

/** What fits up to the end of the code, where the pattern reads beyond it. */
function cut(tokenizer: Tokenizer, plain: RegExp): string {
  plain.lastIndex = tokenizer.at;
  const found = plain.exec(tokenizer.text);
  return found === null ? "" : found[0].slice(0, tokenizer.end - tokenizer.at);
}

function escaped(tokenizer: Tokenizer): string {
  const start = tokenizer.at;
  const char = readEscape(tokenizer);
  if (char === "{" || char === "}") {
    const message = `A '${char}' character may only be escaped by doubling '${char}${char}' in an interpolated string.`;
    tokenizer.report("CS8087", message, start);
  }
  return char;
}

const notConditional = /\?(?:[?.[]|\s*[:})\]>,])/y;

/** Takes note of a "?" in the hole, and reports the ":" that goes with it; answers whether this ":" does. */
export function isConditionalColon(tokenizer: Tokenizer, string: OpenString): boolean {
  if (tokenizer.peek() === "?" && tokenizer.match(notConditional) === null) string.awaitsColon = true;
  if (tokenizer.peek() !== ":" || !string.awaitsColon) return false;
  string.awaitsColon = false;
  const message =
    "A conditional expression cannot be used directly in a string interpolation because the ':' ends the interpolation. Parenthesize the conditional expression.";
  tokenizer.report("CS8361", message, string.holeStart + 1, tokenizer.at);
  return true;
}

/** At a ":" or "}" of the hole itself: takes the format, if there is one, the end of the hole and the text after it. */
export function closeHole(tokenizer: Tokenizer, stack: OpenString[]): void {
  const string = stack.at(-1) as OpenString;
  if (tokenizer.peek() === ":") {
    const start = tokenizer.at++;
    const value = readPieces(tokenizer, string, true);
    if (value === "") tokenizer.report("CS8089", "Empty format specifier.", start);
    else if (/\s$/.test(value)) {
      tokenizer.report("CS8088", "A format specifier may not contain trailing whitespace.", start);
    }
    tokenizer.push("hole-format", value, start, { type: "string", value });
    if (tokenizer.peek() !== "}") {
      abandonHole(tokenizer, stack);
      return;
    }
  }
  const at = tokenizer.at++;
  tokenizer.push("hole-end", "}", at);
  readText(tokenizer, stack);
}

/** The hole has no end: the string ends here. */
export function abandonHole(tokenizer: Tokenizer, stack: OpenString[]): void {
  const string = stack.pop() as OpenString;
  const message = "Missing close delimiter '}' for interpolated expression started with '{'.";
  tokenizer.report("CS8076", message, string.holeStart, string.holeStart + 1);
  if (tokenizer.peek() === '"') tokenizer.at++;
  tokenizer.push("hole-end", "", tokenizer.at);
  tokenizer.push("string-end", "", tokenizer.at);
}

/** C# 11 lets the hole of an ordinary string go over lines. */
export function checkNewline(tokenizer: Tokenizer, stack: readonly OpenString[], start: number): void {
  const string = stack.at(-1);
  if (string === undefined || string.verbatim || string.newlineReported) return;
  for (let at = start; at < tokenizer.at; at++) {
    if (!isNewline(tokenizer.text[at] as string)) continue;
    string.newlineReported = true;
    const message =
      "Newlines inside a non-verbatim interpolated string are not supported in C# 7.3. Please use language version 11.0 or greater.";
    tokenizer.report("CS8967", message, string.holeStart, string.holeStart + 1);
    return;
  }
}
