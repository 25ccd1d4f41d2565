import type { ExpressionProblem } from "@/policy/expression/problem";
import type { Block, Expression, Statement, TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { Type } from "@/policy/expression/types/type";
import type { KnownTypes, TypeTable } from "@/policy/expression/types/type-table";
import type { BoundBlock, BoundExpression, BoundStatement, LocalSymbol } from "./bound";
import { type Frame, makeFrame } from "./frame";
import { type Local, makeLocal } from "./local";
import { type Named, Scope } from "./scope";
import type { Span, Value } from "./value";

/** How the parts of the binder call each other without importing each other. */
export interface Dispatch {
  value(binder: Binder, syntax: Expression): Value;
  statement(binder: Binder, syntax: Statement): BoundStatement;
  statements(binder: Binder, syntax: readonly Statement[]): BoundStatement[];
}

/** Where the binder stands; a lambda is bound later, with the place it was written in. */
interface Place {
  readonly scope: Scope;
  readonly frame: Frame;
  readonly checking: Binder["checking"];
  readonly receivers: readonly BoundExpression[];
}

/** More than anyone reads. */
const mostReported = 100;

/** What a binding knows while it goes through one expression. */
export class Binder {
  readonly table: TypeTable;
  readonly known: KnownTypes;
  readonly #dispatch: Dispatch;
  problems: ExpressionProblem[] = [];
  scope = new Scope(null);
  frame: Frame = makeFrame("program", null, null);
  /** What the text says about overflow: constants are checked by default, and nothing else is. */
  checking: "default" | "checked" | "unchecked" = "default";
  /** What "receiver" nodes stand for, innermost last. */
  receivers: readonly BoundExpression[] = [];
  readonly locals: Local[] = [];
  /** A part was left out that only a run can fill in: there is nothing to run. */
  isIncomplete = false;
  readonly seen = { request: false, response: false, body: false };
  /** Lambdas bound so far; a text that would bind too many is refused. */
  lambdasBound = 0;

  constructor(table: TypeTable, dispatch: Dispatch) {
    this.table = table;
    this.known = table.known;
    this.#dispatch = dispatch;
  }

  report(code: string, message: string, { start, end }: Span, severity: ExpressionProblem["severity"] = "error"): void {
    const alike = this.problems.filter((one) => one.severity === severity);
    if (alike.length >= mostReported) return;
    if (alike.some((one) => one.start === start && one.end === end && one.code === code)) return;
    this.problems.push({ code, severity, message, start, end });
  }

  /** Reports what was found apart. */
  adopt(problems: readonly ExpressionProblem[]): void {
    for (const { code, message, start, end, severity } of problems)
      this.report(code, message, { start, end }, severity);
  }

  /** Reports it and stands for what was wrong. */
  bad(code: string, message: string, at: Span): BoundExpression {
    this.report(code, message, at);
    return this.nothing(at);
  }

  nothing({ start, end }: Span): BoundExpression {
    return { kind: "bad", type: this.known.error, start, end };
  }

  value(syntax: Expression): Value {
    return this.#dispatch.value(this, syntax);
  }

  statement(syntax: Statement): BoundStatement {
    return this.#dispatch.statement(this, syntax);
  }

  statements(syntax: readonly Statement[]): BoundStatement[] {
    return this.#dispatch.statements(this, syntax);
  }

  block({ statements, start, end }: Block): BoundBlock {
    return this.inScope(() => ({ kind: "block", statements: this.statements(statements), start, end }));
  }

  type(syntax: TypeSyntax): Type {
    const result = this.table.fromSyntax(syntax);
    if (result.type !== null) return result.type;
    // A named value stands for a type, or the parser has said that one is missing.
    if (result.message.includes("'{{")) this.isIncomplete = true;
    else if (!result.message.includes("name ''")) this.report(result.code, result.message, result);
    return this.known.error;
  }

  placeholder(type: Type): LocalSymbol {
    return { name: "", type, role: "placeholder", isByRef: false, captured: false };
  }

  inScope<T>(work: () => T, scope = new Scope(this.scope)): T {
    const before = this.scope;
    this.scope = scope;
    try {
      return work();
    } finally {
      this.scope = before;
    }
  }

  place(): Place {
    return { scope: this.scope, frame: this.frame, checking: this.checking, receivers: this.receivers };
  }

  at<T>(place: Place, work: () => T): T {
    const before = this.place();
    Object.assign(this, place);
    try {
      return work();
    } finally {
      Object.assign(this, before);
    }
  }

  /** What is reported meanwhile goes to a list of its own. */
  apart<T>(work: () => T): { result: T; problems: ExpressionProblem[] } {
    const before = this.problems;
    const problems: ExpressionProblem[] = [];
    this.problems = problems;
    try {
      return { result: work(), problems };
    } finally {
      this.problems = before;
    }
  }

  declare(given: Parameters<typeof makeLocal>[0]): Local {
    const local = makeLocal({ frame: this.frame, ...given });
    this.checkFree(local.name, local);
    this.locals.push(local);
    this.scope.add(local.name, { kind: "local", local });
    return local;
  }

  checkFree(name: string, at: Span): void {
    if (this.scope.own(name) !== null) {
      const text = `A local variable or function named '${name}' is already defined in this scope`;
      this.report("CS0128", text, at);
    } else if (this.scope.isTakenAround(name)) {
      const text = `A local or parameter named '${name}' cannot be declared in this scope because that name is used in an enclosing local scope to define a local or parameter`;
      this.report("CS0136", text, at);
    }
  }

  find(name: string): Named | "later" | null {
    return this.scope.find(name);
  }

  unsupported(what: string, at: Span): BoundExpression {
    return this.bad("GH0002", `${what} not supported within expressions`, at);
  }
}
