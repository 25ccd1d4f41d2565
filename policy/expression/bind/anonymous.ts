import type { Expression } from "@/policy/expression/syntax/syntax";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { rvalue } from "./convert";
import type { Value } from "./value";

type AnonymousSyntax = Extract<Expression, { kind: "new-anonymous" }>;

export function bindAnonymous(binder: Binder, syntax: AnonymousSyntax): BoundExpression {
  const names = new Set<string>();
  const properties: { name: string; type: BoundExpression["type"] }[] = [];
  const values: BoundExpression[] = [];
  for (const member of syntax.members) {
    const name = member.name ?? impliedName(member.value);
    const value = typed(binder, binder.value(member.value));
    if (name === null) {
      const text =
        "Invalid anonymous type member declarator. Anonymous type members must be declared with a member assignment, simple name or member access.";
      binder.report("CS0746", text, member.value);
      continue;
    }
    if (names.has(name.text)) {
      binder.report("CS0833", "An anonymous type cannot have multiple properties with the same name", name);
      continue;
    }
    names.add(name.text);
    properties.push({ name: name.text, type: value.type });
    values.push(value);
  }
  const type = binder.table.anonymous(properties);
  const { start, end } = syntax;
  return { kind: "new-anonymous", anonymous: type, values, type, start, end };
}

function typed(binder: Binder, value: Value): BoundExpression {
  const what =
    value.kind === "value"
      ? null
      : value.kind === "lambda"
        ? value.called
        : value.kind === "methods"
          ? "method group"
          : null;
  if (what === null) {
    const node = rvalue(binder, value);
    if (node.type.kind !== "special" || node.type.name === "error") return node;
    return binder.bad("CS0828", `Cannot assign '${node.type.display}' to anonymous type property`, node);
  }
  return binder.bad(
    "CS0828",
    `Cannot assign '${what}' to anonymous type property`,
    value as Exclude<Value, { kind: "value" }>,
  );
}

/** new { order.Id } names its property Id. */
function impliedName(value: Expression) {
  if (value.kind === "name" || value.kind === "member") return value.name;
  return value.kind === "conditional-access" && value.access.kind === "member" ? value.access.name : null;
}
