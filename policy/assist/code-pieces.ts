import type { Token } from "@/policy/expression/syntax/token";
import { tokensOf } from "./read-code";

export type CodeClass =
  | "code-frame"
  | "code-keyword"
  | "code-name"
  | "code-member"
  | "code-call"
  | "code-type"
  | "code-string"
  | "code-number"
  | "code-comment"
  | "code-punctuation"
  | "code-space"
  | "named-value";

export interface CodePiece {
  to: number;
  type: CodeClass;
}

const typeWords: ReadonlySet<string> = new Set(
  "bool byte sbyte short ushort int uint long ulong float double decimal char string object void".split(" "),
);
/** Words that mean something in their place only. */
const placeWords: ReadonlySet<string> = new Set(["var", "when", "nameof"]);

/** The whole of an expression in pieces, one behind the other. */
export function codePieces(code: string): CodePiece[] {
  const pieces: CodePiece[] = [];
  const tokens = tokensOf(code);
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const start = Math.max(token.start, at);
    gap(code, at, start, pieces);
    const isFrame = index === 0 || index === tokens.length - 1;
    if (token.end > start) pieces.push({ to: token.end, type: classOf(tokens, index, code, isFrame) });
    at = Math.max(at, token.end);
  }
  gap(code, at, code.length, pieces);
  return pieces;
}

/** Space, comments, and the "@" before the first bracket. */
function gap(code: string, from: number, to: number, pieces: CodePiece[]): void {
  for (const match of code.slice(from, to).matchAll(/\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|@|(?:(?!\/\/|\/\*)[^@])+/g)) {
    const [text] = match;
    const type = text === "@" ? "code-frame" : text.startsWith("/") ? "code-comment" : "code-space";
    pieces.push({ to: from + match.index + text.length, type });
  }
}

function classOf(tokens: readonly Token[], index: number, code: string, isFrame: boolean): CodeClass {
  const { kind, text, start } = tokens[index] as Token;
  const next = tokens[index + 1]?.text;
  switch (kind) {
    case "keyword":
      return typeWords.has(text) ? "code-type" : "code-keyword";
    case "literal":
      return /^[@"'$]/.test(code[start] ?? "") ? "code-string" : "code-number";
    case "string-start":
    case "string-text":
    case "string-end":
    case "hole-format":
      return "code-string";
    case "hole-start":
    case "hole-end":
      return "code-punctuation";
    case "named-value":
      return "named-value";
    case "punctuation":
      return isFrame && /[(){}]/.test(text) ? "code-frame" : "code-punctuation";
    case "identifier":
      break;
    default:
      return "code-space";
  }
  const before = tokens[index - 1];
  if (before?.text === ".") return next === "(" || next === "<" ? "code-call" : "code-member";
  if (placeWords.has(text) && code[start] !== "@") return "code-keyword";
  if (before?.text === "new" || before?.text === "as" || before?.text === "is") return "code-type";
  if (next === "(") return "code-call";
  return /^\p{Lu}/u.test(text) ? "code-type" : "code-name";
}
