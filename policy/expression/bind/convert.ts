import {
  type Conversion,
  type ConversionStep,
  explicitConversion,
  implicitConversion,
} from "@/policy/expression/types/conversions";
import { qualifiedDisplay } from "@/policy/expression/types/display";
import { foldConversion } from "@/policy/expression/types/fold-constants";
import { invokeOf } from "@/policy/expression/types/members";
import { integralRanges, numericName } from "@/policy/expression/types/numeric-types";
import { resolveMethodGroup } from "@/policy/expression/types/overloads";
import type { Type } from "@/policy/expression/types/type";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { warnBeyond } from "./beyond";
import type { Binder } from "./binder";
import type { BoundExpression, LocalSymbol } from "./bound";
import { defaultValue } from "./default-value";
import { asValue, constantOf, literal, type Span, spanOf, type Value } from "./value";

export const localNode = (symbol: LocalSymbol, { start, end }: Span, type = symbol.type): BoundExpression => ({
  kind: "local",
  symbol,
  type,
  start,
  end,
});

/** The value as one of this type, by an implicit conversion; reports where there is none. */
export function convert(binder: Binder, value: Value, to: Type): BoundExpression {
  const at = spanOf(value);
  switch (value.kind) {
    case "value":
      return convertNode(binder, rvalue(binder, value), to);
    case "default":
      return defaultValue(binder, to, at);
    case "throw":
      return { kind: "throw-expression", type: to, operand: value.operand, start: at.start, end: at.end };
    case "lambda":
    case "methods":
    case "function":
      return toDelegate(binder, value, to);
    default:
      return rvalue(binder, value);
  }
}

export function convertNode(binder: Binder, node: BoundExpression, to: Type): BoundExpression {
  const { known } = binder;
  if (node.type === to) return node;
  if (node.type === known.error || to === known.error) return node.type === known.error ? node : binder.nothing(node);
  const conversion = implicitConversion(binder.table, node.type, to, constantOf(node));
  if (conversion === null) return noImplicit(binder, node, to);
  return applied(binder, node, conversion);
}

function noImplicit(binder: Binder, node: BoundExpression, to: Type): BoundExpression {
  const { table, known } = binder;
  const target = qualifiedDisplay(to);
  if (node.type === known.null) {
    return binder.bad("CS0037", `Cannot convert null to '${target}' because it is a non-nullable value type`, node);
  }
  const constant = constantOf(node);
  const explicit = explicitConversion(table, node.type, to, constant);
  if (explicit === null) {
    return binder.bad("CS0029", `Cannot implicitly convert type '${qualifiedDisplay(node.type)}' to '${target}'`, node);
  }
  const narrow = nullableUnderlying(to) ?? to;
  const narrowName = numericName(narrow);
  if (constant !== undefined && constant !== null && narrowName !== null) {
    if (node.type === known.double && (narrow === known.float || narrow === known.decimal)) {
      const suffix = narrow === known.float ? "F" : "M";
      const text = `Literal of type double cannot be implicitly converted to type '${narrow.display}'; use an '${suffix}' suffix to create a literal of this type`;
      return binder.bad("CS0664", text, node);
    }
    if (
      (node.type === known.int || node.type === known.long) &&
      integralRanges.has(narrowName) &&
      narrow !== known.char
    ) {
      if (node.type === known.int || narrow === known.ulong) {
        const text = `Constant value '${constant}' cannot be converted to a '${narrow.display}'`;
        return binder.bad("CS0031", text, node);
      }
    }
  }
  const text = `Cannot implicitly convert type '${qualifiedDisplay(node.type)}' to '${target}'. An explicit conversion exists (are you missing a cast?)`;
  return binder.bad("CS0266", text, node);
}

/** (to)value */
export function cast(binder: Binder, value: Value, to: Type, at: Span): BoundExpression {
  if (value.kind !== "value") return withSpan(convert(binder, value, to), at);
  const { known } = binder;
  const node = rvalue(binder, value);
  if (node.type === known.error || to === known.error) return binder.nothing(at);
  if (node.type === to) return withSpan(node, at);
  const conversion = explicitConversion(binder.table, node.type, to, constantOf(node));
  if (conversion !== null) return withSpan(applied(binder, node, conversion, at), at);
  if (node.type === known.null) {
    const text = `Cannot convert null to '${qualifiedDisplay(to)}' because it is a non-nullable value type`;
    return binder.bad("CS0037", text, at);
  }
  const text = `Cannot convert type '${qualifiedDisplay(node.type)}' to '${qualifiedDisplay(to)}'`;
  return binder.bad("CS0030", text, at);
}

const withSpan = (node: BoundExpression, { start, end }: Span): BoundExpression =>
  node.start === start && node.end === end ? node : { ...node, start, end };

/** An explicit conversion known to exist, as compound assignments make them. */
export function narrowed(binder: Binder, node: BoundExpression, to: Type): BoundExpression {
  const conversion = explicitConversion(binder.table, node.type, to, constantOf(node));
  return conversion === null ? convertNode(binder, node, to) : applied(binder, node, conversion);
}

export function applied(
  binder: Binder,
  node: BoundExpression,
  conversion: Conversion,
  at: Span = node,
): BoundExpression {
  let result = node;
  for (const step of conversion.steps) result = wrapped(binder, result, step, at);
  return result;
}

function wrapped(binder: Binder, operand: BoundExpression, step: ConversionStep, at: Span): BoundExpression {
  const { start, end } = operand;
  const { to } = step;
  if (step.kind === "operator") {
    warnBeyond(binder, step.method, at);
    const call = (argument: BoundExpression): BoundExpression => ({
      kind: "call",
      method: step.method,
      receiver: null,
      arguments: [{ parameter: 0, modifier: null, value: argument }],
      type: step.method.returnType,
      start,
      end,
    });
    if (!step.lifted) return { ...call(operand), type: to };
    const placeholder = binder.placeholder(nullableUnderlying(operand.type) ?? operand.type);
    const result = call(localNode(placeholder, operand));
    const access = result.type === to ? result : wrapped(binder, result, { kind: "to-nullable", to }, at);
    return { kind: "conditional-access", receiver: operand, placeholder, access, type: to, start, end };
  }
  const constant = constantOf(operand);
  if (constant === null && (step.kind === "reference" || step.kind === "reference-cast"))
    return literal(to, null, operand);
  if (constant !== undefined && constant !== null && step.kind === "numeric") {
    const folded = foldConversion(constant, operand.type, to, binder.checking !== "unchecked");
    if (folded.kind === "error") return binder.bad(folded.code, folded.message, at);
    if (folded.value !== undefined) return literal(to, folded.value, operand);
  }
  if (step.kind === "identity") return operand;
  const isChecked = binder.checking === "checked";
  return { kind: "conversion", conversion: step.kind, operand, isChecked, type: to, start, end };
}

const called = { lambda: "lambda expression", methods: "method group", function: "method group" };

function toDelegate(
  binder: Binder,
  value: Extract<Value, { kind: "lambda" | "methods" | "function" }>,
  to: Type,
): BoundExpression {
  const { known, table } = binder;
  const invoke = invokeOf(table, to);
  if (value.kind === "lambda") {
    if (to === known.error) {
      value.giveUp();
      return binder.nothing(value);
    }
    if (invoke !== null) return value.convertTo(to, invoke) ?? binder.nothing(value);
    const text = `Cannot convert ${value.called} to type '${to.display}' because it is not a delegate type`;
    return binder.bad("CS1660", text, value);
  }
  if (to === known.error) return binder.nothing(value);
  const name = value.kind === "methods" ? value.name : value.function.name;
  if (invoke === null) {
    const text = `Cannot convert ${called[value.kind]} '${name}' to non-delegate type '${to.display}'. Did you intend to invoke the method?`;
    return binder.bad("CS0428", text, value);
  }
  const methods = value.kind === "methods" ? value.methods : [value.function.method];
  const method = resolveMethodGroup(table, methods, to);
  if (method === null) return binder.bad("CS0123", `No overload for '${name}' matches delegate '${to.display}'`, value);
  const { start, end } = value;
  if (value.kind === "function") {
    return { kind: "method-group", invoke, method: value.function, receiver: null, type: to, start, end };
  }
  warnBeyond(binder, method, value.nameAt);
  const receiver = method.isStatic && !method.isExtension ? null : value.receiver;
  return { kind: "method-group", invoke, method, receiver, type: to, start, end };
}

/** The value with the type it has by itself; reports what has none. */
export function rvalue(binder: Binder, value: Value): BoundExpression {
  switch (value.kind) {
    case "value": {
      const { node } = value;
      if (node.kind === "property" && !node.property.readable) {
        const name = `${node.property.declaring.self.display}.${node.property.kind === "indexer" ? "this[]" : node.property.name}`;
        const text = `The property or indexer '${name}' cannot be used in this context because it lacks the get accessor`;
        return binder.bad("CS0154", text, node);
      }
      return node;
    }
    case "type":
      if (value.type === binder.known.error) return binder.nothing(value);
      return binder.bad("CS0119", `'${value.type.display}' is a type, which is not valid in the given context`, value);
    case "namespace":
      return binder.bad("CS0118", `'${value.name}' is a namespace but is used like a variable`, value);
    case "methods": {
      const text = `'${value.receiverType.display}.${value.name}' is a method, which is not valid in the given context`;
      return binder.bad("CS0119", text, value);
    }
    case "function":
      return binder.bad(
        "CS0119",
        `'${value.function.name}' is a method, which is not valid in the given context`,
        value,
      );
    case "lambda":
      return toDelegate(binder, value, binder.known.object);
    case "default":
      return binder.bad("CS8716", "There is no target type for the default literal.", value);
    case "throw":
      return binder.bad("CS8115", "A throw expression is not allowed in this context.", value);
  }
}

/** The same value, where it is one; reports a type or namespace that stands in its place. */
export const usable = (binder: Binder, value: Value): Value =>
  value.kind === "value" || value.kind === "type" || value.kind === "namespace"
    ? asValue(rvalue(binder, value))
    : value;
