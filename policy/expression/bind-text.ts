import { bindExpression } from "./bind/bind";
import type { BoundProgram } from "./bind/bound";
import type { ExpressionProblem } from "./problem";
import { parseExpression } from "./syntax/parse";
import type { TypeTable } from "./types/type-table";

const isError = (problem: ExpressionProblem): boolean => problem.severity === "error";

/** The program that the whole of "@(...)" or "@{...}" means, ready to be run; null where there is an error. */
export function bindText(
  text: string,
  table: TypeTable,
): { program: BoundProgram | null; problems: ExpressionProblem[] } {
  const { syntax, problems } = parseExpression(text, { namedValues: false });
  if (syntax === null || problems.some(isError)) return { program: null, problems };
  return bindExpression(syntax, table);
}
