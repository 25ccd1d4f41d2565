import type { Expression, Initializer, InitializerElement } from "@/policy/expression/syntax/syntax";
import { findMember } from "@/policy/expression/types/members";
import type { Type } from "@/policy/expression/types/type";
import { elementTypeOf } from "@/policy/expression/types/type-relations";
import { bindArguments, type Given } from "./arguments";
import { assign } from "./assignment";
import type { Binder } from "./binder";
import type { BoundExpression, BoundInitializer, BoundInitializerStep, LocalSymbol } from "./bound";
import { callMethod } from "./call";
import { convert, localNode, rvalue, usable } from "./convert";
import { indexed } from "./element";
import { memberOf } from "./member";
import { shapeOf } from "./shape";
import { writable } from "./target";
import { asValue, type Span } from "./value";

/** { a, b } or { Name = v, ["k"] = v } on a new object of the type. */
export function bindInitializer(binder: Binder, type: Type, syntax: Initializer): BoundInitializer {
  const placeholder = binder.placeholder(type);
  const isCollection = syntax.elements[0]?.kind === "element";
  for (const element of syntax.elements) {
    if ((element.kind === "element") !== isCollection) {
      binder.report(isCollection ? "CS0747" : "CS0747", "Invalid initializer member declarator", element);
      return { kind: "object", placeholder, steps: [] };
    }
  }
  if (!isCollection) {
    const steps = syntax.elements.flatMap((element) => bindStep(binder, placeholder, element) ?? []);
    return { kind: "object", placeholder, steps };
  }
  if (elementTypeOf(binder.table, type) === null) {
    const text = `Cannot initialize type '${type.display}' with a collection initializer because it does not implement 'System.Collections.IEnumerable'`;
    binder.report("CS1922", text, syntax);
    return { kind: "collection", placeholder, adds: [] };
  }
  const adds = syntax.elements.map((element) => bindAdd(binder, placeholder, element));
  return { kind: "collection", placeholder, adds };
}

function bindAdd(binder: Binder, placeholder: LocalSymbol, element: InitializerElement): BoundExpression {
  if (element.kind !== "element") return binder.nothing(element);
  const given = element.values.map((syntax): Given => {
    const value = usable(binder, binder.value(syntax));
    return { syntax, shape: shapeOf(binder, value), value, target: null, inferred: null, isDiscard: false };
  });
  const { start, end } = element;
  const receiver = asValue(localNode(placeholder, element));
  const group = memberOf(binder, receiver, { text: "Add", start, end }, null, element);
  if (group.kind !== "methods") return binder.nothing(element);
  return callMethod(binder, group, given, element);
}

function bindStep(binder: Binder, placeholder: LocalSymbol, element: InitializerElement): BoundInitializerStep | null {
  if (element.kind === "element") return null;
  const holder = localNode(placeholder, element);
  const node =
    element.kind === "index"
      ? indexed(binder, holder, bindArguments(binder, element.arguments), element)
      : named(binder, placeholder, element);
  const { value } = element;
  if (!isExpression(value)) {
    if (node.type === binder.known.error) return null;
    return {
      kind: "nested",
      value: rvalue(binder, asValue(node)),
      initializer: bindInitializer(binder, node.type, value),
    };
  }
  const given = binder.value(value);
  if (node.type === binder.known.error) {
    convert(binder, given, binder.known.error);
    return null;
  }
  const target = writable(binder, node, "assign");
  return { kind: "assign", assignment: assign(binder, target, given, element) };
}

const isExpression = (value: Expression | Initializer): value is Expression => "kind" in value;

function named(
  binder: Binder,
  placeholder: LocalSymbol,
  element: Span & { name: { text: string; start: number; end: number } },
): BoundExpression {
  const { name } = element;
  if (findMember(binder.table, placeholder.type, name.text) === null) {
    const text = `'${placeholder.type.display}' does not contain a definition for '${name.text}'`;
    return binder.bad("CS0117", text, name);
  }
  const value = memberOf(binder, asValue(localNode(placeholder, element)), name, null, name);
  if (value.kind !== "value") {
    const text = `Member '${name.text}' cannot be initialized. It is not a field or property.`;
    return binder.bad("CS1913", text, name);
  }
  return value.node;
}
