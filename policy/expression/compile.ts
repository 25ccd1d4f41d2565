import type { Exchange } from "@/policy/exchange";
import { startsExpression } from "@/policy/xml/scan-expression";

export interface ExpressionProblem {
  code: "expression-unsupported";
  /** Offset and length within the text that was given. */
  at: number;
  length: number;
}

export type CompiledExpression =
  | { ok: true; evaluate: (exchange: Exchange) => unknown; fixed?: { value: unknown } }
  | { ok: false; problems: ExpressionProblem[] };

export const isExpression = (value: string): boolean => startsExpression(value.trimStart(), 0);

/** What an expression's value is as text, in the words of .NET. */
export function expressionText(value: unknown): string {
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null || value === undefined ? "" : String(value);
}

/** Takes the whole of "@(...)" or "@{...}". This version knows the literals true and false. */
export function compileExpression(text: string): CompiledExpression {
  const literal = /^\s*@\(\s*(true|false)\s*\)\s*$/.exec(text);
  if (literal === null) {
    const at = text.length - text.trimStart().length;
    return { ok: false, problems: [{ code: "expression-unsupported", at, length: text.trim().length }] };
  }
  const value = literal[1] === "true";
  return { ok: true, evaluate: () => value, fixed: { value } };
}
