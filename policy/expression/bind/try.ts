import type { CatchClause, Statement } from "@/policy/expression/syntax/syntax";
import { isSubtype } from "@/policy/expression/types/reference-conversions";
import type { Type } from "@/policy/expression/types/type";
import type { Binder } from "./binder";
import type { BoundCatch, BoundStatement } from "./bound";
import { bindCondition } from "./logic";

type TrySyntax = Extract<Statement, { kind: "try" }>;

export function bindTry(binder: Binder, syntax: TrySyntax): BoundStatement {
  const { start, end } = syntax;
  const { frame } = binder;
  const block = binder.block(syntax.block);
  const caught: (Type | null)[] = [];
  const catches = syntax.catches.map((clause): BoundCatch => {
    const type = caughtType(binder, clause, caught);
    if (clause.when === null) caught.push(type);
    frame.catches++;
    const bound = binder.inScope(() => bindCatch(binder, clause, type));
    frame.catches--;
    return bound;
  });
  frame.finallies++;
  const last = syntax.finally === null ? null : binder.block(syntax.finally);
  frame.finallies--;
  return { kind: "try", block, catches, finally: last, start, end };
}

function caughtType(binder: Binder, clause: CatchClause, before: readonly (Type | null)[]): Type | null {
  const { table, known } = binder;
  if (before.includes(null)) {
    const text = "Catch clauses cannot follow the general catch clause of a try statement";
    binder.report("CS1017", text, { start: clause.start, end: clause.start + "catch".length });
  }
  if (clause.type === null) return null;
  const type = binder.type(clause.type);
  if (type === known.error) return type;
  if (!isSubtype(table, type, known.exception)) {
    const text = "The type caught or thrown must be derived from System.Exception";
    binder.report("CS0155", text, clause.type);
    return known.error;
  }
  const wider = before.find((one) => one !== null && one !== known.error && isSubtype(table, type, one));
  if (wider !== undefined && wider !== null) {
    const text = `A previous catch clause already catches all exceptions of this or of a super type ('${wider.display}')`;
    binder.report("CS0160", text, clause.type);
  }
  return type;
}

function bindCatch(binder: Binder, clause: CatchClause, type: Type | null): BoundCatch {
  const { name } = clause;
  const symbol =
    name === null
      ? null
      : binder.declare({ name: name.text, type: type ?? binder.known.exception, start: name.start, end: name.end });
  const when = clause.when === null ? null : bindCondition(binder, clause.when);
  return { type, symbol, when, block: binder.block(clause.block) };
}
