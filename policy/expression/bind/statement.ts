import type { Statement } from "@/policy/expression/syntax/syntax";
import type { Binder } from "./binder";
import type { BoundStatement } from "./bound";
import { convert, rvalue, usable } from "./convert";
import { bindDeclaration } from "./declaration";
import { thrown } from "./expression";
import { reportMissing, reportNoStatement } from "./lambda";
import { bindLocalFunction, declareLocalFunction } from "./local-function";
import { bindCondition } from "./logic";
import { bindDo, bindFor, bindForeach, bindWhile } from "./loop";
import { isStatementExpression } from "./statement-expression";
import { bindSwitch } from "./switch";
import { bindTry } from "./try";
import { bindUsing } from "./using";

/** Names of a block stand for it as a whole, before their declaration too. */
function expectNames(binder: Binder, statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.kind === "local-function") declareLocalFunction(binder, statement);
    if (statement.kind !== "local") continue;
    for (const { name } of statement.variables) binder.scope.expect(name.text);
  }
}

export function bindStatements(binder: Binder, statements: readonly Statement[]): BoundStatement[] {
  expectNames(binder, statements);
  return statements.flatMap((statement) => bindAny(binder, statement));
}

/** A statement within another, with a scope of its own. */
export function bindStatement(binder: Binder, syntax: Statement): BoundStatement {
  if (syntax.kind === "block") return binder.block(syntax);
  if (syntax.kind === "local" || syntax.kind === "local-function") {
    binder.report("CS1023", "Embedded statement cannot be a declaration or labeled statement", syntax);
  }
  const bound = binder.inScope(() => bindStatements(binder, [syntax]));
  const [only] = bound;
  if (only !== undefined && bound.length === 1) return only;
  return { kind: "block", statements: bound, start: syntax.start, end: syntax.end };
}

function bindAny(binder: Binder, syntax: Statement): BoundStatement | BoundStatement[] {
  const { start, end } = syntax;
  switch (syntax.kind) {
    case "block":
      return binder.block(syntax);
    case "local":
      return bindDeclaration(binder, syntax);
    case "local-function":
      return bindLocalFunction(binder, syntax);
    case "expression": {
      const value = binder.value(syntax.expression);
      if (!isStatementExpression(syntax.expression)) {
        if (value.kind !== "value" || value.node.kind !== "bad") reportNoStatement(binder, syntax.expression);
        return [];
      }
      return { kind: "expression", expression: rvalue(binder, value), start, end };
    }
    case "empty":
      return { kind: "block", statements: [], start, end };
    case "if": {
      const condition = bindCondition(binder, syntax.condition);
      const then = binder.statement(syntax.then);
      const otherwise = syntax.else === null ? null : binder.statement(syntax.else);
      return { kind: "if", condition, then, else: otherwise, start, end };
    }
    case "for":
      return bindFor(binder, syntax);
    case "foreach":
      return bindForeach(binder, syntax);
    case "while":
      return bindWhile(binder, syntax);
    case "do":
      return bindDo(binder, syntax);
    case "switch":
      return bindSwitch(binder, syntax);
    case "try":
      return bindTry(binder, syntax);
    case "using":
      return bindUsing(binder, syntax);
    case "checked": {
      const place = { ...binder.place(), checking: syntax.isChecked ? "checked" : "unchecked" } as const;
      return binder.at(place, () => binder.block(syntax.block));
    }
    default:
      return bindJump(binder, syntax);
  }
}

type Jump = Extract<Statement, { kind: "break" | "continue" | "goto-case" | "return" | "throw" }>;

function bindJump(binder: Binder, syntax: Jump): BoundStatement | BoundStatement[] {
  const { start, end } = syntax;
  const { frame } = binder;
  switch (syntax.kind) {
    case "break":
    case "continue": {
      const isInside = frame.loops > 0 || (syntax.kind === "break" && frame.switches > 0);
      if (isInside) return { kind: syntax.kind, start, end };
      binder.report("CS0139", "No enclosing loop out of which to break or continue", syntax);
      return { kind: "break", start, end };
    }
    case "goto-case": {
      const label = syntax.value === null ? null : binder.value(syntax.value);
      const jump = frame.gotoCase?.(label, syntax) ?? null;
      if (frame.gotoCase === null) {
        binder.report("CS0153", "A goto case is only valid inside a switch statement", syntax);
      }
      // What follows a wrong jump is not reached either.
      return jump ?? { kind: "break", start, end };
    }
    case "throw":
      if (syntax.value !== null) return { kind: "throw", value: thrown(binder, syntax.value), start, end };
      if (frame.catches === 0) {
        const text = "A throw statement with no arguments is not allowed outside of a catch clause";
        binder.report("CS0156", text, syntax);
      }
      return { kind: "throw", value: null, start, end };
    case "return":
      return bindReturn(binder, syntax);
  }
}

function bindReturn(binder: Binder, syntax: Extract<Statement, { kind: "return" }>): BoundStatement {
  const { start, end } = syntax;
  const { frame, known } = binder;
  if (frame.finallies > 0) binder.report("CS0157", "Control cannot leave the body of a finally clause", syntax);
  const value = syntax.value === null ? null : usable(binder, binder.value(syntax.value));
  const node: { -readonly [K in keyof ReturnNode]: ReturnNode[K] } = { kind: "return", value: null, start, end };
  if (frame.returnType === null) {
    const settle = (settled: ReturnNode["value"]) => {
      node.value = settled;
    };
    frame.returns.push({ value, settle, start, end });
  } else if (frame.returnType === known.void) {
    if (value !== null) {
      const text =
        "Since the local function returns void, a return keyword must not be followed by an object expression";
      binder.report("CS0127", text, { start, end: start + "return".length });
    }
  } else if (value === null) reportMissing(binder, frame.returnType, { start, end: start + "return".length });
  else node.value = convert(binder, value, frame.returnType);
  return node;
}

type ReturnNode = Extract<BoundStatement, { kind: "return" }>;
