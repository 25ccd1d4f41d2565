import type { Expression, NamedTypeSyntax, TypeSyntax } from "@/policy/expression/syntax/syntax";
import type { Binder } from "./binder";
import { asValue, literal, type Span, type Value } from "./value";

type NameSyntax = Extract<Expression, { kind: "name" }>;

/** "write" does not read it: what is only ever written to is reported as unused. */
export type NameUse = "read" | "write" | "change";

export function bindName(binder: Binder, syntax: NameSyntax, use: NameUse = "read"): Value {
  const { text } = syntax.name;
  const { start, end } = syntax;
  if (syntax.typeArguments === null) {
    const found = binder.find(text);
    if (found === "later") {
      const message = `Cannot use local variable '${text}' before it is declared`;
      return asValue(binder.bad("CS0841", message, syntax));
    }
    if (found?.kind === "function") return { kind: "function", function: found.function, start, end };
    if (found !== null) return localValue(binder, found.local, use, { start, end });
  }
  return typeOrNamespace(binder, syntax);
}

function localValue(
  binder: Binder,
  local: Extract<ReturnType<Binder["find"]>, { kind: "local" }>["local"],
  use: NameUse,
  at: Span,
): Value {
  const { name, type } = local;
  if (use !== "write") local.isRead = true;
  if (use !== "read") local.isAssigned = true;
  if (local.isInferring) {
    const text = `Reference to an implicitly-typed out variable '${name}' is not permitted in the same argument list.`;
    return asValue(binder.bad("CS8196", text, at));
  }
  if (local.constant !== undefined) return asValue(literal(type, local.constant, at));
  if (local.frame !== binder.frame && binder.frame.kind !== "program") local.captured = true;
  if (type === binder.known.error) {
    // A table without IContext knows nothing of the context.
    if (local.role === "context") binder.isIncomplete = true;
    return asValue(binder.nothing(at));
  }
  const node = { kind: "local", symbol: local, type, start: at.start, end: at.end } as const;
  const isOwnType = type.kind === "named" && type.definition.name === name && type.definition.keyword === null;
  return {
    kind: "value",
    node,
    ...(isOwnType ? { orType: type } : {}),
    ...(local.readOnly === null ? {} : { readOnly: local.readOnly }),
  };
}

function typeOrNamespace(binder: Binder, syntax: NameSyntax): Value {
  const { table } = binder;
  const { start, end } = syntax;
  const { text } = syntax.name;
  const typeArguments = syntax.typeArguments ?? [];
  const found = table.find(text, typeArguments.length);
  if (found !== null && typeArguments.length === 0)
    return { kind: "type", type: table.construct(found, []), start, end };
  if (typeArguments.length === 0 && table.isNamespace(text)) return { kind: "namespace", name: text, start, end };
  const result = table.fromSyntax(namedType(syntax, typeArguments));
  if (result.type !== null) return { kind: "type", type: result.type, start, end };
  if (result.code !== "CS0246") {
    return asValue(binder.bad(result.code, result.message, result));
  }
  return asValue(binder.bad("CS0103", `The name '${text}' does not exist in the current context`, syntax.name));
}

export const namedType = (syntax: NameSyntax, typeArguments: readonly TypeSyntax[]): NamedTypeSyntax => ({
  kind: "named-type",
  parts: [{ name: syntax.name, typeArguments }],
  start: syntax.start,
  end: syntax.end,
});
