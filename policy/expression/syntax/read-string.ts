import { unavailable } from "./refuse";
import { isNewline, type Tokenizer } from "./tokenizer";

const simple: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['"', '"'],
  ["\\", "\\"],
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);
const hex = /\\(?:x[0-9a-fA-F]{1,4}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;
const plainText = /[^"\\\n\r\u2028\u2029\u0085]+/y;

/** What the escape that starts here stands for; one that is wrong stands for its letter. */
export function readEscape(tokenizer: Tokenizer): string {
  const start = tokenizer.at;
  const known = simple.get(tokenizer.peek(1));
  if (known !== undefined) {
    tokenizer.at += 2;
    return known;
  }
  const numbered = tokenizer.match(hex);
  const code = numbered === null ? -1 : Number.parseInt(numbered.slice(2), 16);
  if (numbered !== null && code <= 0x10ffff) {
    tokenizer.at += numbered.length;
    return numbered[1] === "U" ? String.fromCodePoint(code) : String.fromCharCode(code);
  }
  tokenizer.at += isNewline(tokenizer.peek(1)) || tokenizer.peek(1) === "" ? 1 : 2;
  tokenizer.report("CS1009", "Unrecognized escape sequence", start);
  return tokenizer.text.slice(start + 1, tokenizer.at);
}

/** From its opening quote; answers whether it was closed. */
export function readString(tokenizer: Tokenizer): boolean {
  const start = tokenizer.at++;
  const pieces: string[] = [];
  for (;;) {
    const text = tokenizer.match(plainText);
    if (text !== null) {
      pieces.push(text);
      tokenizer.at += text.length;
    }
    if (tokenizer.peek() === "\\") pieces.push(readEscape(tokenizer));
    else break;
  }
  const closed = tokenizer.peek() === '"';
  if (closed) tokenizer.at++;
  push(tokenizer, start, pieces.join(""));
  return closed;
}

/** From its "@". */
export function readVerbatim(tokenizer: Tokenizer): void {
  const start = tokenizer.at;
  tokenizer.at += 2;
  const pieces: string[] = [];
  for (;;) {
    const quote = tokenizer.text.indexOf('"', tokenizer.at);
    if (quote < 0 || quote >= tokenizer.end) {
      pieces.push(tokenizer.text.slice(tokenizer.at, tokenizer.end));
      tokenizer.at = tokenizer.end;
      tokenizer.report("CS1039", "Unterminated string literal", start);
      break;
    }
    pieces.push(tokenizer.text.slice(tokenizer.at, quote));
    tokenizer.at = quote + 1;
    if (tokenizer.peek() !== '"') break;
    pieces.push('"');
    tokenizer.at++;
  }
  push(tokenizer, start, pieces.join(""));
}

function push(tokenizer: Tokenizer, start: number, value: string): void {
  const text = tokenizer.text.slice(start, tokenizer.at);
  if (/^[uU]8(?![0-9A-Za-z_])/.test(tokenizer.text.slice(tokenizer.at, tokenizer.at + 3))) {
    tokenizer.at += 2;
    tokenizer.report("CS8370", unavailable("UTF-8 string literals", "11.0"), start);
  }
  tokenizer.push("literal", text, start, { type: "string", value });
}

export function readChar(tokenizer: Tokenizer): void {
  const start = tokenizer.at++;
  let value = "";
  while (tokenizer.peek() !== "'" && tokenizer.peek() !== "" && !isNewline(tokenizer.peek())) {
    value += tokenizer.peek() === "\\" ? readEscape(tokenizer) : (tokenizer.text[tokenizer.at++] as string);
  }
  const closed = tokenizer.peek() === "'";
  if (closed) tokenizer.at++;
  if (!closed) tokenizer.report("CS1010", "Newline in constant", start);
  else if (value === "") tokenizer.report("CS1011", "Empty character literal", start);
  else if (value.length > 1) tokenizer.report("CS1012", "Too many characters in character literal", start);
  const text = tokenizer.text.slice(start, tokenizer.at);
  tokenizer.push("literal", text, start, { type: "char", value: value === "" ? 0 : value.charCodeAt(0) });
}

const quotes = /"{3,}/y;

/** C# 11's """raw""" strings: refused as a whole. Answers false where none starts. */
export function refuseRawString(tokenizer: Tokenizer): boolean {
  const start = tokenizer.at;
  const fence = /"{3,}/.exec(tokenizer.text.slice(start, start + 16))?.index ?? -1;
  if (fence < 0 || !/^\$*$/.test(tokenizer.text.slice(start, start + fence))) return false;
  tokenizer.at += fence;
  const open = tokenizer.match(quotes);
  if (open === null) {
    tokenizer.at = start;
    return false;
  }
  const close = tokenizer.text.indexOf(open, tokenizer.at + open.length);
  tokenizer.at = close < 0 || close + open.length > tokenizer.end ? tokenizer.end : close + open.length;
  tokenizer.report("CS8370", unavailable("raw string literals", "11.0"), start);
  tokenizer.push("literal", '""', start, { type: "string", value: "" });
  return true;
}
