import type { CharSet } from "./char-set";

export type Anchor =
  /** ^ \A, and ^ of lines */
  | "start"
  | "line-start"
  /** \z; \Z and $; $ of lines */
  | "end"
  | "last-line-end"
  | "line-end"
  /** \G */
  | "search-start"
  | "boundary"
  | "no-boundary"
  | "ascii-boundary"
  | "no-ascii-boundary";

/** A pattern, parsed. Groups are told by their number. */
export type RegexNode =
  | { readonly kind: "set"; readonly set: CharSet }
  | { readonly kind: "sequence"; readonly nodes: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly branches: readonly RegexNode[] }
  | {
      readonly kind: "loop";
      readonly node: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: "capture"; readonly group: number; readonly node: RegexNode }
  | { readonly kind: "atomic"; readonly node: RegexNode }
  | { readonly kind: "look"; readonly behind: boolean; readonly negative: boolean; readonly node: RegexNode }
  | { readonly kind: "reference"; readonly group: number; readonly caseless: boolean }
  | { readonly kind: "anchor"; readonly anchor: Anchor }
  | { readonly kind: "if-group"; readonly group: number; readonly yes: RegexNode; readonly no: RegexNode }
  | { readonly kind: "if"; readonly condition: RegexNode; readonly yes: RegexNode; readonly no: RegexNode };

export const choiceOf = (branches: readonly RegexNode[]): RegexNode =>
  branches.length === 1 ? (branches[0] as RegexNode) : { kind: "choice", branches };

export const nothing: RegexNode = { kind: "sequence", nodes: [] };

/** As int.MaxValue: no upper bound. */
export const unbounded = 2_147_483_647;

/** Values of System.Text.RegularExpressions.RegexOptions. */
export const Option = {
  ignoreCase: 1,
  multiline: 2,
  explicitCapture: 4,
  compiled: 8,
  singleline: 16,
  ignoreWhitespace: 32,
  rightToLeft: 64,
  ecmaScript: 256,
  cultureInvariant: 512,
  nonBacktracking: 1024,
} as const;
