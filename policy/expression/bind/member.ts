import type { Expression, Name, TypeSyntax } from "@/policy/expression/syntax/syntax";
import { extensionsFor, noSuchMember, noSuchMethod } from "@/policy/expression/types/calls";
import { instantiate } from "@/policy/expression/types/candidate";
import { forbiddenMessage } from "@/policy/expression/types/forbidden-types";
import { type FoundMember, findMember, invokeOf } from "@/policy/expression/types/members";
import type { Type } from "@/policy/expression/types/type";
import type { Field, Method, Property, TypeDefinition } from "@/policy/expression/types/type-definition";
import type { TypeTable } from "@/policy/expression/types/type-table";
import { warnBeyond } from "./beyond";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { rvalue } from "./convert";
import { asValue, literal, type MethodGroup, type Span, type Value } from "./value";

type MemberSyntax = Extract<Expression, { kind: "member" }>;

export function bindMember(binder: Binder, syntax: MemberSyntax): Value {
  const forbidden = forbiddenPath(binder, syntax);
  if (forbidden !== null) return asValue(forbidden);
  const target = binder.value(syntax.target);
  return memberOf(binder, target, syntax.name, syntax.typeArguments, syntax);
}

/** System.IO.File, where not even the namespace is known. */
export function forbiddenPath(binder: Binder, syntax: MemberSyntax): BoundExpression | null {
  let root: Expression = syntax;
  while (root.kind === "member") root = root.target;
  if (root.kind !== "name" || root.name.text !== "System" || binder.find("System") !== null) return null;
  const path: string[] = [];
  for (let at: Expression = syntax; at.kind === "member"; at = at.target) path.unshift(at.name.text);
  path.unshift(root.name.text);
  for (let count = 2; count <= Math.min(path.length, 6); count++) {
    const forbidden = binder.table.forbidden(path.slice(0, count).join("."));
    if (forbidden !== null) return binder.bad("GH0001", forbiddenMessage(forbidden), syntax);
  }
  return null;
}

/** target.Name */
export function memberOf(
  binder: Binder,
  target: Value,
  name: Name,
  typeArguments: readonly TypeSyntax[] | null,
  at: Span,
  isCalled = false,
): Value {
  if (name.text === "") return asValue(binder.nothing(at));
  if (target.kind === "namespace") return inNamespace(binder, target.name, name, typeArguments, at);
  if (target.kind === "type") return memberOfType(binder, target.type, name, typeArguments, at);
  const node = rvalue(binder, target);
  if (node.type === binder.known.error) return asValue(binder.nothing(at));
  if (node.type.kind === "special") {
    const text = `Operator '.' cannot be applied to operand of type '${node.type.display}'`;
    return asValue(binder.bad("CS0023", text, at));
  }
  const orType = target.kind === "value" ? target.orType : undefined;
  return memberOfValue(binder, node, orType, name, typeArguments, at, isCalled);
}

function inNamespace(
  binder: Binder,
  namespace: string,
  name: Name,
  typeArguments: readonly TypeSyntax[] | null,
  at: Span,
): Value {
  const { table } = binder;
  const { start, end } = at;
  const found = table.findIn(namespace, name.text, typeArguments?.length ?? 0);
  if (found !== null) return { kind: "type", type: constructed(binder, found, typeArguments), start, end };
  const path = `${namespace}.${name.text}`;
  if (typeArguments === null && table.isNamespace(path)) return { kind: "namespace", name: path, start, end };
  const text = `The type or namespace name '${name.text}' does not exist in the namespace '${namespace}' (are you missing an assembly reference?)`;
  return asValue(binder.bad("CS0234", text, name));
}

const constructed = (binder: Binder, found: TypeDefinition, typeArguments: readonly TypeSyntax[] | null): Type =>
  binder.table.construct(
    found,
    (typeArguments ?? []).map((syntax) => binder.type(syntax)),
  );

/** A group of methods with the type arguments that are written after its name. */
function instantiated(
  binder: Binder,
  methods: readonly Method[],
  written: readonly TypeSyntax[] | null,
): Pick<MethodGroup, "methods" | "typeArguments"> {
  if (methods.some((method) => method.declaring.name === "IMessageBody")) binder.seen.body = true;
  if (written === null) return { methods, typeArguments: null };
  const types = written.map((syntax) => binder.type(syntax));
  const fitting = methods.filter((method) => method.typeParameters.length === types.length);
  return { methods: fitting.map((method) => instantiate(binder.table, method, types)), typeArguments: types };
}

function memberOfType(
  binder: Binder,
  type: Type,
  name: Name,
  typeArguments: readonly TypeSyntax[] | null,
  at: Span,
): Value {
  const { table, known } = binder;
  const { start, end } = at;
  if (type === known.error) return asValue(binder.nothing(at));
  const found = findMember(table, type, name.text);
  if (found === null) {
    const nested = type.kind === "named" ? table.findIn(type.definition, name.text, typeArguments?.length ?? 0) : null;
    if (nested !== null) return { kind: "type", type: constructed(binder, nested, typeArguments), start, end };
    const missing = noSuchMember(type, name.text, true);
    return asValue(binder.bad(missing.code, missing.message, name));
  }
  switch (found.kind) {
    case "methods":
      return {
        kind: "methods",
        name: name.text,
        nameAt: name,
        receiver: null,
        receiverType: type,
        receiverKind: "type",
        ...instantiated(
          binder,
          found.methods.filter((method) => method.isStatic),
          typeArguments,
        ),
        start,
        end,
      };
    case "property":
      if (!found.property.isStatic) return needsObject(binder, found.property, name);
      return asValue(propertyNode(binder, found.property, null, name, at));
    case "field":
      if (!found.field.isStatic && found.field.constant === undefined) return needsObject(binder, found.field, name);
      return asValue(fieldNode(binder, found.field, null, name, at));
    default:
      return needsObject(binder, { declaring: known.array.definition, name: name.text }, name);
  }
}

function needsObject(binder: Binder, member: { declaring: TypeDefinition; name: string }, at: Span): Value {
  const text = `An object reference is required for the non-static field, method, or property '${member.declaring.self.display}.${member.name}'`;
  return asValue(binder.bad("CS0120", text, at));
}

function memberOfValue(
  binder: Binder,
  node: BoundExpression,
  orType: Type | undefined,
  name: Name,
  typeArguments: readonly TypeSyntax[] | null,
  at: Span,
  isCalled: boolean,
): Value {
  const { table } = binder;
  const { start, end } = at;
  const member = findMember(table, node.type, name.text);
  // list.Count(...) means the extension method, though Count is a property.
  const isHidden =
    isCalled && member !== null && !canBeCalled(table, member) && extensionsFor(table, node.type, name.text).length > 0;
  const found = isHidden ? null : member;
  if (found === null || found.kind === "methods") {
    const extensions = extensionsFor(table, node.type, name.text);
    if (found === null && extensions.length === 0) {
      const missing = isCalled ? noSuchMethod(table, node.type, name.text) : noSuchMember(node.type, name.text, false);
      // The compiler shows a wrong receiver, not the name.
      return asValue(binder.bad(missing.code, missing.message, missing.code === "CS1929" ? node : name));
    }
    const own = (found?.methods ?? []).filter((method) => !method.isStatic || orType !== undefined);
    return {
      kind: "methods",
      name: name.text,
      nameAt: name,
      receiver: node,
      receiverType: node.type,
      receiverKind: orType === undefined ? "value" : "either",
      ...instantiated(binder, own.length > 0 ? own : extensions, typeArguments),
      start,
      end,
    };
  }
  const isStatic =
    (found.kind === "property" && found.property.isStatic) || (found.kind === "field" && found.field.isStatic);
  if (isStatic && orType === undefined) {
    const member = found.kind === "property" ? found.property : found.field;
    const text = `Member '${member.declaring.self.display}.${name.text}' cannot be accessed with an instance reference; qualify it with a type name instead`;
    return asValue(binder.bad("CS0176", text, name));
  }
  const receiver = isStatic ? null : node;
  switch (found.kind) {
    case "property":
      return asValue(propertyNode(binder, found.property, receiver, name, at));
    case "field":
      return asValue(fieldNode(binder, found.field, receiver, name, at));
    case "array-length":
      return asValue({ kind: "array-length", array: node, type: binder.known.int, start, end });
    case "anonymous-property":
      return asValue({ kind: "anonymous-property", receiver: node, index: found.index, type: found.type, start, end });
  }
}

function canBeCalled(table: TypeTable, member: FoundMember): boolean {
  if (member.kind === "methods") return true;
  if (member.kind === "property") return invokeOf(table, member.property.type) !== null;
  if (member.kind === "anonymous-property") return invokeOf(table, member.type) !== null;
  return member.kind === "field" && invokeOf(table, member.field.type) !== null;
}

export function propertyNode(
  binder: Binder,
  property: Property,
  receiver: BoundExpression | null,
  nameAt: Span,
  at: Span,
  arguments_: readonly BoundExpression[] = [],
): BoundExpression {
  warnBeyond(binder, property, nameAt);
  if (property.declaring.name === "IContext") {
    if (property.name === "Request") binder.seen.request = true;
    if (property.name === "Response") binder.seen.response = true;
  }
  const { start, end } = at;
  return { kind: "property", property, receiver, arguments: arguments_, type: property.type, start, end };
}

function fieldNode(
  binder: Binder,
  field: Field,
  receiver: BoundExpression | null,
  nameAt: Span,
  at: Span,
): BoundExpression {
  warnBeyond(binder, field, nameAt);
  const { start, end } = at;
  if (field.constant !== undefined) return literal(field.type, field.constant, at);
  return { kind: "field", field, receiver, type: field.type, start, end };
}
