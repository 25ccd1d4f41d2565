import type { Expression } from "@/policy/expression/syntax/syntax";
import { isValueType } from "@/policy/expression/types/type-relations";
import type { Binder } from "./binder";
import type { BoundExpression, BoundTarget } from "./bound";
import { rvalue } from "./convert";
import { bindName } from "./name";
import { propertyName } from "./property-name";
import { type Span, spanOf } from "./value";

/** "assign" writes, "change" reads and writes, "increment" too. */
export type TargetUse = "assign" | "change" | "increment" | "out" | "ref";

const notAssignable: Readonly<Record<TargetUse, readonly [code: string, text: string]>> = {
  assign: ["CS0131", "The left-hand side of an assignment must be a variable, property or indexer"],
  change: ["CS0131", "The left-hand side of an assignment must be a variable, property or indexer"],
  increment: ["CS1059", "The operand of an increment or decrement operator must be a variable, property or indexer"],
  out: ["CS1510", "A ref or out value must be an assignable variable"],
  ref: ["CS1510", "A ref or out value must be an assignable variable"],
};

/** What stands left of "=", or behind "out"; null where it cannot be written to, which has been reported. */
export function bindTarget(binder: Binder, syntax: Expression, use: TargetUse): BoundTarget | null {
  if (syntax.kind === "parenthesised") return bindTarget(binder, syntax.inner, use);
  const { start, end } = syntax;
  const writesOnly = use === "assign" || use === "out";
  if (syntax.kind === "name" && syntax.name.text === "_" && binder.find("_") === null && writesOnly) {
    return { kind: "discard", type: binder.known.error, start, end };
  }
  const value =
    syntax.kind === "name" ? bindName(binder, syntax, writesOnly ? "write" : "change") : binder.value(syntax);
  if (value.kind === "methods" || value.kind === "function") {
    const name = value.kind === "methods" ? value.name : value.function.name;
    binder.report("CS1656", `Cannot assign to '${name}' because it is a 'method group'`, value);
    return null;
  }
  if (value.kind !== "value") {
    if (value.kind === "type" || value.kind === "namespace") rvalue(binder, value);
    else binder.report(...notAssignable[use], spanOf(value));
    return null;
  }
  if (value.readOnly !== undefined) {
    const name = value.node.kind === "local" ? value.node.symbol.name : "";
    const because = `because it is a '${value.readOnly}'`;
    if (use === "out" || use === "ref") {
      binder.report("CS1657", `Cannot use '${name}' as a ref or out value ${because}`, syntax);
    } else binder.report("CS1656", `Cannot assign to '${name}' ${because}`, syntax);
    return null;
  }
  return writable(binder, value.node, use);
}

export function writable(
  binder: Binder,
  node: BoundExpression,
  use: TargetUse,
  writesOnly = use === "assign" || use === "out",
): BoundTarget | null {
  const at: Span = node;
  switch (node.kind) {
    case "bad":
      return null;
    case "local":
    case "element":
      return node;
    case "property":
      if (use === "out" || use === "ref") {
        binder.report("CS0206", "A property or indexer may not be passed as an out or ref parameter", at);
        return null;
      }
      if (!node.property.writable) return readOnly(binder, propertyName(node.property), at);
      if (!writesOnly && !node.property.readable) {
        const text = `The property or indexer '${propertyName(node.property)}' cannot be used in this context because it lacks the get accessor`;
        binder.report("CS0154", text, at);
        return null;
      }
      if (node.receiver !== null && isValueType(node.receiver.type) && node.receiver.kind !== "local") {
        const text = `Cannot modify the return value of '${describe(node.receiver)}' because it is not a variable`;
        binder.report("CS1612", text, at);
        return null;
      }
      return node;
    case "field": {
      const text =
        "A static readonly field cannot be assigned to (except in a static constructor or a variable initializer)";
      binder.report("CS0198", text, at);
      return null;
    }
    case "anonymous-property": {
      const { type } = node.receiver;
      const name = type.kind === "anonymous" ? type.properties[node.index]?.name : "";
      return readOnly(binder, `${type.display}.${name}`, at);
    }
    case "array-length":
      return readOnly(binder, "Array.Length", at);
    default:
      binder.report(...notAssignable[use], at);
      return null;
  }
}

function readOnly(binder: Binder, name: string, at: Span): null {
  binder.report("CS0200", `Property or indexer '${name}' cannot be assigned to -- it is read only`, at);
  return null;
}

function describe(node: BoundExpression): string {
  if (node.kind === "property") return propertyName(node.property);
  if (node.kind === "call") return `${node.method.declaring.self.display}.${node.method.name}`;
  return node.type.display;
}
