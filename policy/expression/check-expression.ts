import { bindExpression } from "./bind/bind";
import type { BoundProgram } from "./bind/bound";
import { constantOf } from "./bind/value";
import type { ExpressionProblem } from "./problem";
import { parseExpression } from "./syntax/parse";
import { typeTable } from "./types/shared-table";
import type { Type } from "./types/type";
import type { Constant } from "./types/type-definition";

export interface CheckedExpression {
  readonly problems: readonly ExpressionProblem[];
  /** Of an expression that is a constant: "@(true)". */
  readonly fixed?: { readonly value: Constant; readonly type: Type };
  /** null where there are errors, and where a {{named value}} stands in the code. */
  readonly program: BoundProgram | null;
}

/** Texts are checked over and over while someone types; the least recently used ones are forgotten. */
const kept = new Map<string, CheckedExpression>();
const mostKept = 500;
const longestKept = 20_000;

/** What is wrong with the whole of "@( ... )" or "@{ ... }". */
export function checkExpression(text: string): CheckedExpression {
  const known = kept.get(text);
  if (known !== undefined) {
    kept.delete(text);
    kept.set(text, known);
    return known;
  }
  const checked = check(text);
  if (text.length <= longestKept) kept.set(text, checked);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return checked;
}

function check(text: string): CheckedExpression {
  const { syntax, problems } = parseExpression(text);
  // What follows from a syntax error would only be its echo.
  if (syntax === null || problems.some((problem) => problem.severity === "error")) return { problems, program: null };
  const bound = bindExpression(syntax, typeTable());
  const all = [...problems, ...bound.problems].sort((a, b) => a.start - b.start);
  const { program } = bound;
  const value = program !== null && program.body.kind !== "block" ? constantOf(program.body) : undefined;
  if (program === null || value === undefined) return { problems: all, program };
  return { problems: all, program, fixed: { value, type: program.type } };
}
