import type { LiteralValue, Positioned } from "./syntax";

/**
 * An interpolated string is written out among the tokens: "string-start", then "string-text" and holes, then "string-end".
 * A hole is "hole-start", the tokens of its expression, "hole-format" if there is one, and "hole-end".
 */
export type TokenKind =
  | "identifier"
  | "keyword"
  | "literal"
  | "punctuation"
  | "named-value"
  | "string-start"
  | "string-text"
  | "hole-start"
  | "hole-format"
  | "hole-end"
  | "string-end"
  | "end";

export interface Token extends Positioned {
  readonly kind: TokenKind;
  /** A name without "@" and escapes, a symbol, a named value's name; else as written. */
  readonly text: string;
  /** Of literals and the texts of interpolated strings. */
  readonly value: LiteralValue | null;
  readonly startsLine: boolean;
}
