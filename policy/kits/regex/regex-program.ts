import type { CharSet } from "./char-set";
import type { Anchor } from "./regex-node";

/** Operations of a compiled pattern, each with its operands behind it in the code. */
export const Op = {
  /** code: the one unit that fits */
  Char: 0,
  /** set: index of the set */
  Set: 1,
  /** The same, towards the start of the text. */
  CharBack: 2,
  SetBack: 3,
  /** set, min, max: as many as fit, given back one by one */
  Run: 4,
  /** other: goes on here, and there when that fails */
  Split: 5,
  Jump: 6,
  /** group */
  GroupStart: 7,
  GroupEnd: 8,
  /** index of the anchor */
  Anchor: 9,
  /** group, caseless, back */
  Reference: 10,
  /** register */
  Cut: 11,
  /** register: keeps how high the stack is, and where in the text we are */
  Mark: 12,
  /** register: goes back to where the mark was made */
  Return: 13,
  Fail: 14,
  /** group, other */
  IfGroup: 15,
  /** register */
  LoopInit: 16,
  /** register, min, max, lazy, exit */
  LoopTest: 17,
  /** register */
  LoopEnter: 18,
  Match: 19,
} as const;

export interface RegexProgram {
  readonly code: Int32Array;
  readonly sets: readonly CharSet[];
  readonly anchors: readonly Anchor[];
  readonly registers: number;
  /** Groups are counted through here: index 0 is the whole match. */
  readonly groups: number;
}
