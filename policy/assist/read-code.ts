import { Problems } from "@/policy/expression/syntax/problems";
import type { Token } from "@/policy/expression/syntax/token";
import { tokenize } from "@/policy/expression/syntax/tokenize";

/** The tokens of "@( ... )" or "@{ ... }", the bracket that opens it first; the "end" is left out. */
export function tokensOf(code: string): Token[] {
  const start = code.search(/\S/) + 1;
  return tokenize(code, start, code.length, new Problems(code.length), { namedValues: true }).slice(0, -1);
}

/** Where an offset of the code stands among its tokens. */
export type CodePlace =
  /** In the middle of a string, whose text stands between `from` and `to`; `index` is its token. */
  | { kind: "string"; index: number; from: number; to: number }
  | { kind: "comment" }
  /** `index`: of the first token that does not end before the name that is being written. */
  | { kind: "code"; index: number; from: number; to: number; name: string };

export function codePlaceAt(code: string, tokens: readonly Token[], at: number): CodePlace {
  for (const [index, token] of tokens.entries()) {
    if (token.start >= at) break;
    if (token.end < at) continue;
    const string = stringAt(code, token, at);
    if (string !== null) return { ...string, index };
    if (token.kind === "string-text" && token.end > at) return { kind: "comment" };
  }
  const before = tokens.findLast((token) => token.end <= at && token.start < at);
  const gap = code.slice(before?.end ?? 0, at);
  if (/\/\/[^\n]*$/.test(gap) || gap.lastIndexOf("/*") > gap.lastIndexOf("*/")) return { kind: "comment" };
  const name = /@?[\p{L}\p{Nl}_][\p{L}\p{N}_]*$/u.exec(code.slice(0, at))?.[0] ?? "";
  const rest = /^[\p{L}\p{N}_]*/u.exec(code.slice(at))?.[0] ?? "";
  const from = at - name.length;
  const index = tokens.findIndex((token) => token.end > from);
  return {
    kind: "code",
    index: index < 0 ? tokens.length : index,
    from,
    to: at + (name === "" ? 0 : rest.length),
    name,
  };
}

function stringAt(code: string, token: Token, at: number): { kind: "string"; from: number; to: number } | null {
  const raw = code.slice(token.start, token.end);
  const [opener = ""] = /^@?"|^'/.exec(raw) ?? [];
  if (opener === "" || at < token.start + opener.length) return null;
  if (token.kind !== "literal") return null;
  const quote = opener.at(-1) as string;
  const isClosed = raw.length > opener.length && raw.endsWith(quote);
  if (at === token.end && isClosed) return null;
  return { kind: "string", from: token.start + opener.length, to: token.end - (isClosed ? 1 : 0) };
}

const closers: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** What has to follow so that all that is open in these tokens is closed. */
export function closing(tokens: readonly Token[]): string {
  const open: string[] = [];
  for (const { kind, text } of tokens) {
    if (kind === "string-start") open.push('"');
    else if (kind === "hole-start") open.push("}");
    else if (kind === "hole-end" || kind === "string-end") open.pop();
    else if (kind === "punctuation" && closers[text] !== undefined) open.push(closers[text]);
    else if (kind === "punctuation" && open.at(-1) === text) open.pop();
  }
  return open.reverse().join("");
}
