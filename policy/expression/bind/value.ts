import type { ArgumentShape } from "@/policy/expression/types/argument";
import type { Type } from "@/policy/expression/types/type";
import type { Constant, Method } from "@/policy/expression/types/type-definition";
import type { BoundExpression } from "./bound";
import type { LocalFunction } from "./local";

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What an expression means before it is known where it goes. */
export type Value =
  /** A value with a type; the literal null has the type known.null. */
  | {
      readonly kind: "value";
      readonly node: BoundExpression;
      /** "Color Color": the name means this type too. */
      readonly orType?: Type;
      /** Not to be assigned to, with what the compiler calls it: "foreach iteration variable". */
      readonly readOnly?: string;
    }
  | (Span & { readonly kind: "type"; readonly type: Type })
  | (Span & { readonly kind: "namespace"; readonly name: string })
  | (Span & MethodGroup)
  | (Span & { readonly kind: "function"; readonly function: LocalFunction })
  | (Span & UnboundLambda)
  /** The literal `default`. */
  | (Span & { readonly kind: "default" })
  | (Span & { readonly kind: "throw"; readonly operand: BoundExpression });

/** receiver.Name without a call. */
export interface MethodGroup {
  readonly kind: "methods";
  readonly name: string;
  readonly nameAt: Span;
  readonly methods: readonly Method[];
  /** null where a type is named. */
  readonly receiver: BoundExpression | null;
  readonly receiverType: Type;
  readonly receiverKind: "type" | "value" | "either";
  readonly typeArguments: readonly Type[] | null;
}

export interface UnboundLambda {
  readonly kind: "lambda";
  readonly shape: Extract<ArgumentShape, { kind: "lambda" }>;
  /** "lambda expression" or "anonymous method". */
  readonly called: string;
  /** Reports what its body has wrong; null where it does not fit, which has been reported. */
  convertTo(delegate: Type, invoke: Method): BoundExpression | null;
  /** Reports what the last tries found wrong; false when they found nothing. */
  reportErrors(): boolean;
  /** Reports what is wrong in its body whatever its parameters are: nothing takes it. */
  giveUp(): void;
}

/** Constants are always literals once bound. */
export const constantOf = (node: BoundExpression): Constant | undefined =>
  node.kind === "literal" ? node.value : undefined;

export const asValue = (node: BoundExpression): Value => ({ kind: "value", node });

export const literal = (type: Type, value: Constant, { start, end }: Span): BoundExpression => ({
  kind: "literal",
  type,
  value,
  start,
  end,
});

/** The same node, said to stand elsewhere: parentheses move no meaning, only offsets. */
export const spanOf = (value: Value): Span => (value.kind === "value" ? value.node : value);
