import { keywords } from "./keywords";
import type { Problems } from "./problems";
import {
  abandonHole,
  checkNewline,
  closeHole,
  isConditionalColon,
  type OpenString,
  openInterpolated,
} from "./read-interpolated";
import { readNumber } from "./read-number";
import { readChar, readString, readVerbatim, refuseRawString } from "./read-string";
import { skipTrivia } from "./read-trivia";
import type { Token } from "./token";
import { type TokenizeOptions, Tokenizer } from "./tokenizer";

const identifier =
  /(?:[\p{L}\p{Nl}_]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})(?:[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\p{Cf}]|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8})*/uy;
const namedValue = /\{\{([A-Za-z0-9._-]{1,256})\}\}/y;
// ">" stands alone so that "List<List<int>>" closes twice; the parser puts ">>" together.
const punctuation =
  /<<=|\?\?=|\.\.|\?\?|=>|==|!=|<=|>=|&&|\|\||\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|->|::|[-+*/%&|^!~=<>?:;,.()[\]{}]/y;

/** The tokens of the code between two offsets; the last one is the "end". Problems are reported, and reading goes on. */
export function tokenize(
  text: string,
  from: number,
  end: number,
  problems: Problems,
  options: TokenizeOptions,
): Token[] {
  const tokenizer = new Tokenizer(text, from, end, problems, options);
  const stack: OpenString[] = [];
  for (;;) {
    const before = tokenizer.at;
    skipTrivia(tokenizer);
    checkNewline(tokenizer, stack, before);
    if (tokenizer.at >= end) {
      if (stack.length === 0) break;
      abandonHole(tokenizer, stack);
    } else if (stack.length > 0 && endsHole(tokenizer, stack)) closeHole(tokenizer, stack);
    else readToken(tokenizer, stack);
  }
  tokenizer.push("end", "", end);
  return tokenizer.tokens;
}

/** Whether ":" or "}" stands here that belongs to the hole and not to brackets within it; counts those brackets. */
function endsHole(tokenizer: Tokenizer, stack: readonly OpenString[]): boolean {
  const string = stack.at(-1) as OpenString;
  const char = tokenizer.peek();
  if (char === "}" && string.braces === 0) return true;
  if (string.depth === 0 && isConditionalColon(tokenizer, string)) return false;
  if (char === ":" && string.depth === 0 && !tokenizer.looksAt("::")) return true;
  if (char === "(" || char === "[" || char === "{") string.depth++;
  else if (char === ")" || char === "]" || char === "}") string.depth = Math.max(0, string.depth - 1);
  if (char === "{") string.braces++;
  else if (char === "}") string.braces--;
  return false;
}

function readToken(tokenizer: Tokenizer, stack: OpenString[]): void {
  const char = tokenizer.peek();
  const next = tokenizer.peek(1);
  if (char === '"' || char === "$" || char === "@") {
    if (readAnyString(tokenizer, stack, char, next)) return;
  }
  if (char === "'") readChar(tokenizer);
  else if (isDigit(char) || (char === "." && isDigit(next))) readNumber(tokenizer);
  else if (char === "{" && next === "{" && readNamedValue(tokenizer)) return;
  else if (!readIdentifier(tokenizer) && !readPunctuation(tokenizer)) skipCharacter(tokenizer);
}

const isDigit = (char: string): boolean => char >= "0" && char <= "9";

function readAnyString(tokenizer: Tokenizer, stack: OpenString[], char: string, next: string): boolean {
  if (tokenizer.looksAt('@"')) readVerbatim(tokenizer);
  else if (char !== "@" && refuseRawString(tokenizer)) return true;
  else if (char === '"') {
    const start = tokenizer.at;
    if (readString(tokenizer)) return true;
    // Most likely the quote was to close the string around this hole.
    const string = stack.at(-1);
    if (string !== undefined && !string.verbatim) abandonHole(tokenizer, stack);
    else tokenizer.report("CS1010", "Newline in constant", start);
  } else if ((next === '"' && char === "$") || tokenizer.looksAt('$@"') || tokenizer.looksAt('@$"')) {
    openInterpolated(tokenizer, stack);
  } else return false;
  return true;
}

function readNamedValue(tokenizer: Tokenizer): boolean {
  const found = tokenizer.options.namedValues ? tokenizer.match(namedValue) : null;
  if (found === null) return false;
  const start = tokenizer.at;
  tokenizer.at += found.length;
  tokenizer.push("named-value", found.slice(2, -2), start);
  return true;
}

function readIdentifier(tokenizer: Tokenizer): boolean {
  const start = tokenizer.at;
  const verbatim = tokenizer.peek() === "@";
  if (verbatim) tokenizer.at++;
  const found = tokenizer.match(identifier);
  if (found === null) {
    tokenizer.at = start;
    return false;
  }
  tokenizer.at += found.length;
  const escaped = found.includes("\\");
  const name = escaped ? unescapeName(found) : found;
  tokenizer.push(!verbatim && !escaped && keywords.has(name) ? "keyword" : "identifier", name, start);
  return true;
}

const unescapeName = (name: string): string =>
  name.replace(/\\u(.{4})|\\U(.{8})/g, (_, short: string | undefined, long: string | undefined) => {
    const code = Number.parseInt(short ?? long ?? "0", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "_";
  });

function readPunctuation(tokenizer: Tokenizer): boolean {
  const found = tokenizer.match(punctuation);
  if (found === null) return false;
  const start = tokenizer.at;
  tokenizer.at += found.length;
  tokenizer.push("punctuation", found, start);
  return true;
}

function skipCharacter(tokenizer: Tokenizer): void {
  const start = tokenizer.at;
  const char = String.fromCodePoint(tokenizer.text.codePointAt(start) as number);
  tokenizer.at = Math.min(start + char.length, tokenizer.end);
  if (char === "@") {
    tokenizer.report("CS1646", "Keyword, identifier, or string expected after verbatim specifier: @", start);
  } else tokenizer.report("CS1056", `Unexpected character '${char}'`, start);
}
