import type { Type } from "@/policy/expression/types/type";
import type { Constant, Method } from "@/policy/expression/types/type-definition";
import type { LocalFunctionSymbol, LocalSymbol } from "./bound";

/** A LocalSymbol with what only the binder asks of it. */
export interface Local extends LocalSymbol {
  /** Of `out var x` it is known once the method has been chosen. */
  type: Type;
  readonly start: number;
  readonly end: number;
  /** The function it is declared in; null for the context. Compared by identity. */
  readonly frame: object | null;
  readonly constant: Constant | undefined;
  /** "foreach iteration variable", "using variable": what may not be assigned to. */
  readonly readOnly: string | null;
  isRead: boolean;
  /** Assigned something whose computing may matter; such a variable is not reported as unused. */
  isAssigned: boolean;
  hasEffect: boolean;
  /** Its type is still to be inferred. */
  isInferring: boolean;
}

export interface LocalFunction extends LocalFunctionSymbol {
  readonly parameters: readonly Local[];
  readonly start: number;
  readonly end: number;
  /** What overload resolution sees. */
  readonly method: Method;
}

type Given = Pick<Local, "name" | "type" | "start" | "end"> & Partial<Local>;

export const makeLocal = (given: Given): Local => ({
  role: "local",
  isByRef: false,
  captured: false,
  frame: null,
  constant: undefined,
  readOnly: null,
  isRead: false,
  isAssigned: false,
  hasEffect: false,
  isInferring: false,
  ...given,
});
