import { textOf } from "@/policy/kits/object/text-of";
import type { BoundProgram } from "./bind/bound";
import { bindText } from "./bind-text";
import { emitProgram } from "./emit/emit";
import { isFixed } from "./emit/fixed-value";
import type { RuntimeLibrary } from "./emit/runtime-library";
import { ExpressionFailure } from "./expression-failure";
import type { ExpressionProblem } from "./problem";
import { begin, defaultLimits, end } from "./values/budget";

export type CompiledExpression =
  | {
      readonly ok: true;
      /** The value, boxed; an ExpressionFailure where it comes to none. `context` is what the library knows it by. */
      readonly evaluate: (context: unknown) => unknown;
      /** Of what is the same in every run. */
      readonly fixed?: { readonly value: unknown };
      /** Which bodies must be at hand before it runs. */
      readonly reads: BoundProgram["reads"];
    }
  | { readonly ok: false; readonly problems: ExpressionProblem[] };

/** What an expression's value is as text, in the words of .NET. It is metered too: texts of values may be endless. */
export const expressionText = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined ? "" : metered(textOf, value);

function metered<Given, Value>(run: (given: Given) => Value, given: Given): Value {
  begin(defaultLimits);
  try {
    return run(given);
  } catch (error) {
    throw new ExpressionFailure(error);
  } finally {
    end();
  }
}

/** Takes the whole of "@(...)" or "@{...}". */
export function compileExpression(text: string, library: RuntimeLibrary): CompiledExpression {
  const { program, problems } = bindText(text, library.table);
  if (program === null) return { ok: false, problems };
  const run = emitted(program, library);
  if (run === null) return { ok: false, problems: [tooLarge(text)] };
  const evaluate = (context: unknown): unknown => metered(run, context);
  const { reads, body } = program;
  const fixed = body.kind !== "block" && isFixed(body) ? fixedValue(evaluate) : undefined;
  return fixed === undefined ? { ok: true, evaluate, reads } : { ok: true, evaluate, reads, fixed };
}

/** null where it nests more deeply than the JavaScript engine can read. */
function emitted(program: BoundProgram, library: RuntimeLibrary): ((context: unknown) => unknown) | null {
  try {
    return emitProgram(program, library);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const tooLarge = (text: string): ExpressionProblem => ({
  code: "GH0005",
  severity: "error",
  message: "The expression is too large or too deeply nested.",
  start: 0,
  end: text.length,
});

/** What throws does so when it runs. */
function fixedValue(evaluate: (context: unknown) => unknown): { value: unknown } | undefined {
  try {
    return { value: evaluate(null) };
  } catch {
    return undefined;
  }
}
