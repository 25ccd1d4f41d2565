import { type Cursor, isSymbol } from "./cursor";
import { typeKeywords } from "./keywords";

export interface ScannedType {
  /** Index of the token after the type. */
  readonly end: number;
  /** It can be nothing but a type: a keyword, an array, a nullable one. */
  readonly isDefinite: boolean;
  readonly isGeneric: boolean;
}

const maxNesting = 100;

/** Where "?" may as well start a conditional, as after `is` and `as`, it belongs to the type only if no operand follows. */
export type QuestionMark = "type" | "careful";

/** Behind "?" these cannot start an operand, so that "?" was part of the type. */
const noOperand = new Set(") ] } , ; : ? ?? == != && || & | ^ > < >= <= = => .".split(" "));

export function questionIsType(cursor: Cursor, index: number): boolean {
  const next = cursor.at(index + 1);
  if (next.kind === "end" || next.kind === "hole-end" || next.kind === "hole-format") return true;
  if (isSymbol(next, "[")) return isSymbol(cursor.at(index + 2), "]") || isSymbol(cursor.at(index + 2), ",");
  if (next.kind === "keyword") return next.text === "is" || next.text === "as";
  return next.kind === "punctuation" && noOperand.has(next.text);
}

/** Looks whether a type is written from this token on, without moving; null where it is not. */
export function scanType(
  cursor: Cursor,
  from: number,
  question: QuestionMark = "type",
  nesting = 0,
): ScannedType | null {
  if (nesting > maxNesting) return null;
  const first = cursor.at(from);
  let end = from;
  let isGeneric = false;
  let isDefinite = first.kind === "keyword" && typeKeywords.has(first.text);
  if (isDefinite) end++;
  else if (isSymbol(first, "(")) {
    end = scanTuple(cursor, from, nesting);
    isDefinite = true;
    if (end < 0) return null;
  } else {
    for (;;) {
      if (cursor.at(end).kind !== "identifier") return null;
      end++;
      if (isSymbol(cursor.at(end), "<")) {
        const close = scanTypeArguments(cursor, end, nesting);
        if (close < 0) return null;
        end = close;
        isGeneric = true;
      }
      if (!isSymbol(cursor.at(end), ".") && !isSymbol(cursor.at(end), "::")) break;
      end++;
    }
  }
  const suffixed = scanSuffixes(cursor, end, question);
  return { end: suffixed, isDefinite: isDefinite || suffixed > end, isGeneric };
}

/** "?", "[]" and "[,]" in any number; the index after them. */
function scanSuffixes(cursor: Cursor, from: number, question: QuestionMark): number {
  let end = from;
  for (;;) {
    const token = cursor.at(end);
    if (isSymbol(token, "?")) {
      if (question === "careful" && !questionIsType(cursor, end)) return end;
      end++;
    } else if (isSymbol(token, "[")) {
      let close = end + 1;
      while (isSymbol(cursor.at(close), ",")) close++;
      if (!isSymbol(cursor.at(close), "]")) return end;
      end = close + 1;
    } else return end;
  }
}

/** From "<" to behind its ">"; -1 where no list of types stands. Each place is looked at once, however often it is asked. */
export function scanTypeArguments(cursor: Cursor, from: number, nesting = 0): number {
  const known = cursor.scanned[from] as number;
  if (known !== 0) return known;
  const end = scanArguments(cursor, from, nesting);
  cursor.scanned[from] = end;
  return end;
}

function scanArguments(cursor: Cursor, from: number, nesting: number): number {
  let at = from + 1;
  if (isSymbol(cursor.at(at), ">")) return at + 1;
  for (;;) {
    const type = scanType(cursor, at, "type", nesting + 1);
    if (type === null) return -1;
    at = type.end;
    if (isSymbol(cursor.at(at), ">")) return at + 1;
    if (!isSymbol(cursor.at(at), ",")) return -1;
    at++;
  }
}

/** "(int a, string b)" as a type: at least two of them. */
function scanTuple(cursor: Cursor, from: number, nesting: number): number {
  let at = from + 1;
  for (let count = 1; ; count++) {
    const type = scanType(cursor, at, "type", nesting + 1);
    if (type === null) return -1;
    at = type.end;
    if (cursor.at(at).kind === "identifier") at++;
    if (isSymbol(cursor.at(at), ")")) return count > 1 ? at + 1 : -1;
    if (!isSymbol(cursor.at(at), ",")) return -1;
    at++;
  }
}
