import { bindText } from "@/policy/expression/bind-text";
import { compileExpression } from "@/policy/expression/compile-expression";
import type { RuntimeLibrary } from "@/policy/expression/emit/runtime-library";
import { ExpressionFailure } from "@/policy/expression/expression-failure";
import { begin, defaultLimits, end } from "@/policy/expression/values/budget";
import { textOf } from "@/policy/kits/object/text-of";
import { evaluateProgram } from "./evaluate";

/** "1.5", "throws System.FormatException: text", or "error CS1061": what a row expects. */
export type Outcome = string;

export const wrapRow = (expression: string): string =>
  expression.startsWith("{") ? `@${expression}` : `@(${expression})`;

/** Compiled, then run. */
export function compiledOutcome(text: string, library: RuntimeLibrary, context: unknown = null): Outcome {
  const compiled = compileExpression(text, library);
  if (!compiled.ok) return failureOf(compiled.problems);
  return outcomeOf(() => compiled.evaluate(context));
}

/** The same by the evaluator. */
export function evaluatedOutcome(text: string, library: RuntimeLibrary, context: unknown = null): Outcome {
  const { program, problems } = bindText(text, library.table);
  if (program === null) return failureOf(problems);
  return outcomeOf(() => {
    // It is slow, so it has more time.
    begin({ ...defaultLimits, milliseconds: 10_000 });
    try {
      return evaluateProgram(program, library, context);
    } catch (error) {
      throw new ExpressionFailure(error);
    } finally {
      end();
    }
  });
}

function failureOf(problems: readonly { code: string; message: string; severity: string }[]): Outcome {
  const first = problems.find((problem) => problem.severity === "error");
  return `error ${first?.code}: ${first?.message}`;
}

function outcomeOf(run: () => unknown): Outcome {
  try {
    return textOf(run());
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error;
    if (error.exception !== null) return `throws ${error.exception.typeName}: ${error.exception.message}`;
    // What is neither an exception of .NET nor an exhausted budget is a mistake of ours.
    const cause = error.cause as Error;
    return `fails ${cause.name} ${cause.message}`;
  }
}

export function meets(outcome: Outcome, expected: string): boolean {
  if (outcome === expected) return true;
  return (expected.startsWith("throws ") || expected.startsWith("error ")) && outcome.startsWith(`${expected}: `);
}
