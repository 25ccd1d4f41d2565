import type { BoundProgram } from "@/policy/expression/bind/bound";
import { toBoxed } from "@/policy/expression/emit/representation";
import type { RuntimeLibrary } from "@/policy/expression/emit/runtime-library";
import { evaluateExpression } from "./evaluate-expression";
import { run } from "./evaluate-statement";
import { Machine } from "./machine";
import { Scope } from "./scope";

/** Walks the bound tree: slow, and simple enough to be believed, so that what is emitted can be compared with it. */
export function evaluateProgram(program: BoundProgram, library: RuntimeLibrary, context: unknown): unknown {
  const scope = new Scope(null);
  scope.declare(program.context, context);
  const machine = new Machine(library, { evaluate: evaluateExpression, run });
  if (program.body.kind !== "block")
    return toBoxed(evaluateExpression(machine, scope, program.body), program.body.type);
  const completion = run(machine, scope, program.body);
  return completion.kind === "return" ? completion.value : null;
}
