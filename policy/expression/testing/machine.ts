import type { BoundExpression, BoundStatement } from "@/policy/expression/bind/bound";
import type { RuntimeLibrary } from "@/policy/expression/emit/runtime-library";
import type { TypeTable } from "@/policy/expression/types/type-table";
import type { NetException } from "@/policy/expression/values/net-exception";
import type { Completion } from "./completion";
import type { Scope } from "./scope";

/** How the parts of the evaluator call each other without importing each other. */
export interface Dispatch {
  evaluate(machine: Machine, scope: Scope, node: BoundExpression): unknown;
  run(machine: Machine, scope: Scope, node: BoundStatement): Completion;
}

/** What an evaluation knows besides its variables. */
export class Machine {
  readonly library: RuntimeLibrary;
  readonly table: TypeTable;
  readonly #dispatch: Dispatch;
  /** What `throw;` throws again. */
  readonly caught: NetException | null;
  /** Whether `return` gives its value boxed. */
  readonly returnsBoxed: boolean;

  constructor(library: RuntimeLibrary, dispatch: Dispatch, returnsBoxed = true, caught: NetException | null = null) {
    this.library = library;
    this.table = library.table;
    this.#dispatch = dispatch;
    this.returnsBoxed = returnsBoxed;
    this.caught = caught;
  }

  /** For the body of a lambda or local function. */
  within(returnsBoxed: boolean): Machine {
    return new Machine(this.library, this.#dispatch, returnsBoxed);
  }

  catching(caught: NetException): Machine {
    return new Machine(this.library, this.#dispatch, this.returnsBoxed, caught);
  }

  evaluate(scope: Scope, node: BoundExpression): unknown {
    return this.#dispatch.evaluate(this, scope, node);
  }

  run(scope: Scope, node: BoundStatement): Completion {
    return this.#dispatch.run(this, scope, node);
  }
}
