import type { Type } from "./type";
import type { Constant, Method } from "./type-definition";

/** An argument as overload resolution sees it. What has no type of its own says how it fits a given one. */
export type ArgumentShape = { readonly name: string | null; readonly modifier: "out" | "ref" | null } & (
  | { readonly kind: "typed"; readonly type: Type; readonly constant: Constant | undefined }
  | { readonly kind: "null" }
  /** The literal `default`, or a throw expression: fits every type. */
  | { readonly kind: "any" }
  /** `out var x` and `out _`: takes the parameter's type. */
  | { readonly kind: "out-var" }
  | {
      readonly kind: "lambda";
      readonly parameterCount: number;
      /** null where the parameters are written without types. */
      readonly parameterTypes: readonly Type[] | null;
      /** The body bound with these parameter types; nothing is reported. Results are cached by the binder. */
      bind(parameterTypes: readonly Type[]): LambdaResult;
    }
  /** Methods of one name, not called. */
  | { readonly kind: "method-group"; readonly methods: readonly Method[] }
);

export interface LambdaResult {
  readonly hasErrors: boolean;
  /** The common type of what is returned; void when nothing is; null when there is none, as of `x => null`. */
  readonly returnType: Type | null;
  /** For conversions of constants, such as 1 to long, and of lambdas that are not returned a type. */
  convertsTo(returnType: Type): boolean;
  /** An expression that may also stand as a statement, so that it fits a delegate that returns void. */
  readonly isStatementExpression: boolean;
}

export interface ChosenOverload {
  /** With type arguments put in. */
  readonly method: Method;
  /** For every argument, in the order written: which parameter it goes to. */
  readonly parameterOf: readonly number[];
  /** Arguments from this one on are elements of the params array; null when they are passed as they are. */
  readonly expandedFrom: number | null;
}

export type OverloadResult =
  | { readonly kind: "chosen"; readonly overload: ChosenOverload }
  /** CS0121 */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Method[] }
  /** What the compiler says of the best candidate that does not fit: CS1501, CS1503, CS7036, CS0411, CS1739 ... */
  | {
      readonly kind: "none";
      readonly code: string;
      readonly message: string /** Index of the argument at fault, or null for the whole call. */;
      readonly argument: number | null;
      /** The argument is a lambda whose body keeps it from being this delegate: converting it says what is wrong. */
      readonly delegate?: Type;
    };
