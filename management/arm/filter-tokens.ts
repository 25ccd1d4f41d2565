import type { Refusal } from "../refusals";

export interface Token {
  kind: "word" | "string" | "number" | "mark" | "end";
  text: string;
  /** Index of its first character. */
  at: number;
}

const maxTokens = 500;
const pattern =
  /\s+|(?<mark>[(),:])|(?<number>-?\d+(?:\.\d+)?(?![\w.]))|(?<word>[A-Za-z_][\w./-]*)|'(?<string>(?:[^']|'')*)'/y;

/** Splits a $filter; a quote inside a text is written twice. */
export function tokenize(text: string, refuse: (at: number, message: string) => Refusal): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) {
      throw refuse(at, text[at] === "'" ? "The text has no closing quote." : `Unexpected '${text[at]}'.`);
    }
    const { mark, number, word, string } = match.groups ?? {};
    if (mark !== undefined) tokens.push({ kind: "mark", text: mark, at });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, at });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, at });
    else if (string !== undefined) tokens.push({ kind: "string", text: string.replaceAll("''", "'"), at });
    if (tokens.length > maxTokens) throw refuse(at, `It has more than ${maxTokens} parts.`);
    at = pattern.lastIndex;
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}
