import type { Type } from "@/policy/expression/types/type";
import type { BoundExpression, BoundStatement } from "./bound";
import type { Span, Value } from "./value";

/** A return statement whose value is converted once it is known what the function returns. */
export interface PendingReturn extends Span {
  readonly value: Value | null;
  /** The statement's own value, put in when the type is known. */
  settle(value: BoundExpression): void;
}

/** The body of the expression, of a lambda or of a local function. */
export interface Frame {
  readonly parent: Frame | null;
  readonly kind: "program" | "lambda" | "local-function";
  /** null where what is returned decides. */
  readonly returnType: Type | null;
  readonly returns: PendingReturn[];
  /** What break, continue and a bare throw may leave. */
  loops: number;
  switches: number;
  catches: number;
  finallies: number;
  /** The jump to a label of the switch that stands around. */
  gotoCase: ((label: Value | null, at: Span) => BoundStatement | null) | null;
}

export const makeFrame = (kind: Frame["kind"], parent: Frame | null, returnType: Type | null): Frame => ({
  parent,
  kind,
  returnType,
  returns: [],
  loops: 0,
  switches: 0,
  catches: 0,
  finallies: 0,
  gotoCase: null,
});
