import { Binder } from "@/policy/expression/bind/binder";
import type { BoundExpression } from "@/policy/expression/bind/bound";
import { bindValue } from "@/policy/expression/bind/expression";
import type { Local } from "@/policy/expression/bind/local";
import type { Scope } from "@/policy/expression/bind/scope";
import { bindStatement, bindStatements } from "@/policy/expression/bind/statement";
import type { Value } from "@/policy/expression/bind/value";
import type { Expression, ExpressionSyntax } from "@/policy/expression/syntax/syntax";
import { typeTable } from "@/policy/expression/types/shared-table";
import type { TypeTable } from "@/policy/expression/types/type-table";

/** What the binder found out about an expression, written or half written. */
export interface Observed {
  table: TypeTable;
  /** A lambda's body is bound more than once; what is known best is kept. */
  values: ReadonlyMap<Expression, Value>;
  scopes: ReadonlyMap<Expression, Scope>;
  locals: readonly Local[];
}

/** Binds as the checker does, and keeps what everything means. */
export function observe(syntax: ExpressionSyntax): Observed {
  const table = typeTable();
  const values = new Map<Expression, Value>();
  const scopes = new Map<Expression, Scope>();
  const binder = new Binder(table, {
    value(inner, expression) {
      const { scope } = inner;
      const value = bindValue(inner, expression);
      const known = values.get(expression);
      if (known === undefined || !isKnown(known)) {
        values.set(expression, value);
        scopes.set(expression, scope);
      }
      return value;
    },
    statement: bindStatement,
    statements: bindStatements,
  });
  binder.declare({
    name: "context",
    type: table.definition("IContext", 0)?.self ?? table.known.error,
    start: -1,
    end: -1,
    role: "context",
    readOnly: "parameter",
    isRead: true,
  });
  binder.inScope(() => {
    if (syntax.kind === "statement-body") binder.block(syntax.block);
    else {
      const value = binder.value(syntax.expression);
      // Nothing takes a lambda here, but what stands in it is to be known.
      if (value.kind === "lambda") value.giveUp();
    }
  });
  return { table, values, scopes, locals: binder.locals };
}

/** Whether it is anything but what was wrong. */
export const isKnown = (value: Value): boolean => value.kind !== "value" || isTyped(value.node);

const isTyped = ({ kind, type }: BoundExpression): boolean =>
  kind !== "bad" && !(type.kind === "special" && type.name === "error");
