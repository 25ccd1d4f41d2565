import type { Statement } from "@/policy/expression/syntax/syntax";
import { implicitConversion } from "@/policy/expression/types/conversions";
import { findMember } from "@/policy/expression/types/members";
import type { Binder } from "./binder";
import type { BoundExpression, BoundStatement, LocalSymbol } from "./bound";
import { callMethod } from "./call";
import { convertNode, localNode, rvalue } from "./convert";
import { bindVariables } from "./declaration";
import { memberOf } from "./member";
import { asValue, type Span } from "./value";

type UsingSyntax = Extract<Statement, { kind: "using" }>;

export function bindUsing(binder: Binder, syntax: UsingSyntax): BoundStatement {
  const { start, end, resource } = syntax;
  return binder.inScope(() => {
    if (resource.kind !== "local") {
      const value = rvalue(binder, binder.value(resource));
      const symbol = binder.placeholder(value.type);
      const dispose = disposal(binder, symbol, resource);
      return { kind: "using", symbol, value, dispose, body: binder.statement(syntax.body), start, end };
    }
    const variables = bindVariables(binder, resource, "using variable").map((one) => ({
      ...one,
      dispose: disposal(binder, one.local, resource.type),
    }));
    let body = binder.statement(syntax.body);
    for (const { local, value, dispose, at } of variables.reverse()) {
      if (value === null)
        binder.report("CS0210", "You must provide an initializer in a fixed or using statement declaration", at);
      body = { kind: "using", symbol: local, value: value ?? binder.nothing(at), dispose, body, start, end };
    }
    return body;
  });
}

function disposal(binder: Binder, symbol: LocalSymbol, at: Span): BoundExpression | null {
  const { table, known } = binder;
  const { type } = symbol;
  if (type === known.error || type === known.null) return null;
  if (implicitConversion(table, type, known.disposable) === null) {
    const text = `'${type.display}': type used in a using statement must be implicitly convertible to 'System.IDisposable'.`;
    binder.report("CS1674", text, at);
    return null;
  }
  const local = localNode(symbol, at);
  const has = (of: typeof type) => findMember(table, of, "Dispose")?.kind === "methods";
  if (!has(type) && !has(known.disposable)) return null;
  const receiver = has(type) ? local : convertNode(binder, local, known.disposable);
  const { start, end } = at;
  const group = memberOf(binder, asValue(receiver), { text: "Dispose", start, end }, null, at);
  return group.kind === "methods" ? callMethod(binder, group, [], at) : null;
}
