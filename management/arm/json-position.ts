export interface JsonProblem {
  line: number;
  column: number;
  message: string;
}

class Stop extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message);
  }
}

/** Where and why a text is not JSON. V8's own messages often lack the place, so the text is read once more, only then. */
export function findJsonProblem(text: string): JsonProblem {
  try {
    const end = skipSpace(text, readValue(text, skipSpace(text, 0), 0));
    if (end < text.length) throw new Stop(end, `Unexpected ${shown(text, end)} after the end of the value.`);
    return { line: 1, column: 1, message: "The content cannot be read." };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const before = text.slice(0, error.at);
    const line = before.split("\n").length;
    return { line, column: error.at - (before.lastIndexOf("\n") + 1) + 1, message: error.message };
  }
}

function readValue(text: string, at: number, depth: number): number {
  if (depth > 2000) throw new Stop(at, "The content is nested too deeply.");
  const first = text[at];
  if (first === "{") return readItems(text, at, "}", (from) => readMember(text, from, depth));
  if (first === "[") return readItems(text, at, "]", (from) => readValue(text, from, depth + 1));
  if (first === '"') return readString(text, at);
  const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/.exec(
    text.slice(at, at + 400),
  );
  if (literal === null) throw new Stop(at, `Expected a value, found ${shown(text, at)}.`);
  return at + literal[0].length;
}

function readItems(text: string, open: number, close: "}" | "]", readItem: (at: number) => number): number {
  let at = skipSpace(text, open + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    at = skipSpace(text, readItem(at));
    if (text[at] === close) return at + 1;
    if (text[at] !== ",") throw new Stop(at, `Expected ',' or '${close}', found ${shown(text, at)}.`);
    at = skipSpace(text, at + 1);
  }
}

function readMember(text: string, at: number, depth: number): number {
  if (text[at] !== '"') throw new Stop(at, `Expected a property name in double quotes, found ${shown(text, at)}.`);
  const colon = skipSpace(text, readString(text, at));
  if (text[colon] !== ":") throw new Stop(colon, `Expected ':' after the property name, found ${shown(text, colon)}.`);
  return readValue(text, skipSpace(text, colon + 1), depth + 1);
}

function readString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at] as string;
    if (character === '"') return at + 1;
    if (character < " ") throw new Stop(at, "A control character in a string must be escaped.");
    if (character !== "\\") continue;
    const escaped = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6));
    if (escaped === null) throw new Stop(at, "The escape sequence is not one of JSON's.");
    at += escaped[0].length;
  }
  throw new Stop(text.length, "The string has no end.");
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text[at] as string)) at++;
  return at;
}

const shown = (text: string, at: number): string => (at >= text.length ? "the end of the content" : `'${text[at]}'`);
