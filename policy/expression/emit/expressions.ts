import type { BoundExpression } from "@/policy/expression/bind/bound";
import type { AnonymousType } from "@/policy/expression/types/type";
import { AnonymousObject } from "@/policy/expression/values/anonymous-object";
import { defaultOf } from "@/policy/kits/object/default-of";
import { call, delegateCall, localCall, newObject } from "./calls";
import { boxed, conversion, unboxed } from "./conversions";
import { lambda, methodGroup } from "./lambdas";
import { defaultCode, literal } from "./literals";
import { property, staticOrInstanceField } from "./members";
import { arrayWith, byteAt, bytesWith, elementOf, newArray, newBytes } from "./operations/arrays";
import { raise } from "./operations/control";
import { binary, unary } from "./operators";
import { asType, isPattern } from "./patterns";
import { receiver } from "./receivers";
import { isByteArray } from "./representation";
import { assignment, compoundAssignment } from "./targets";
import { interpolated } from "./texts";
import type { Writer } from "./writer";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;

/** Source text that gives the value raw; it stands on its own among operators and commas. */
export function expression(writer: Writer, node: BoundExpression): string {
  switch (node.kind) {
    case "literal":
      return literal(writer, node.value, node.type);
    case "local":
      return node.symbol.isByRef ? `${writer.nameOf(node.symbol)}.value` : writer.nameOf(node.symbol);
    case "conversion":
      return conversion(writer, node);
    case "unary":
      return unary(writer, node);
    case "binary":
      return binary(writer, node);
    case "logical":
      return `(${writer.expression(node.left)}${node.operator}${writer.expression(node.right)})`;
    case "coalesce":
      return coalesce(writer, node);
    case "conditional": {
      const { condition, whenTrue, whenFalse } = node;
      return `(${writer.expression(condition)}?${writer.expression(whenTrue)}:${writer.expression(whenFalse)})`;
    }
    case "conditional-access":
      return conditionalAccess(writer, node);
    case "assignment":
      return assignment(writer, node, true);
    case "compound-assignment":
      return compoundAssignment(writer, node, true);
    case "call":
      return call(writer, node);
    case "delegate-call":
      return delegateCall(writer, node);
    case "local-call":
      return localCall(writer, node);
    case "property":
      return property(writer, node);
    case "field":
      return staticOrInstanceField(writer, node);
    case "anonymous-property":
      return unboxed(writer, `${receiver(writer, node.receiver)}.values[${node.index}]`, node.type);
    case "element":
      return element(writer, node);
    case "array-length":
      return `${receiver(writer, node.array)}${isByteArray(node.array.type) ? "" : ".items"}.length`;
    case "new":
      return newObject(writer, node);
    case "default":
      return defaultCode(writer, node.type);
    case "new-array":
      return arrayCreation(writer, node);
    case "new-anonymous":
      return anonymousCreation(writer, node);
    case "lambda":
      return lambda(writer, node);
    case "method-group":
      return methodGroup(writer, node);
    case "is":
      return isPattern(writer, node.operand, node.pattern);
    case "as":
      return asType(writer, node);
    case "interpolated":
      return interpolated(writer, node);
    case "throw-expression":
      return `${writer.constant(raise)}(${writer.expression(node.operand)})`;
    case "bad":
      throw new Error("What does not compile cannot be run.");
  }
}

function coalesce(writer: Writer, node: Of<"coalesce">): string {
  const left = writer.expression(node.left);
  const { convertLeft, placeholder } = node;
  writer.nonNull.add(placeholder);
  if (convertLeft.kind === "local" && convertLeft.symbol === placeholder)
    return `(${left}??${writer.expression(node.right)})`;
  const value = writer.bind(placeholder, writer.temporary());
  return `((${value}=${left})!==null?${writer.expression(convertLeft)}:${writer.expression(node.right)})`;
}

function conditionalAccess(writer: Writer, node: Of<"conditional-access">): string {
  const from = writer.expression(node.receiver);
  const value = writer.bind(node.placeholder, writer.temporary());
  writer.nonNull.add(node.placeholder);
  return `((${value}=${from})===null?null:${writer.expression(node.access)})`;
}

function element(writer: Writer, { array, index, type }: Of<"element">): string {
  const [from, at] = [writer.expression(array), writer.expression(index)];
  if (isByteArray(array.type)) return `${writer.constant(byteAt)}(${from},${at})`;
  return unboxed(writer, `${writer.constant(elementOf)}(${from},${at})`, type);
}

function arrayCreation(writer: Writer, { arrayType, length, elements }: Of<"new-array">): string {
  const isBytes = isByteArray(arrayType);
  const element = writer.constant(arrayType.element);
  if (elements === null) {
    const count = length === null ? "0" : writer.expression(length);
    if (isBytes) return `${writer.constant(newBytes)}(${count})`;
    const initial = defaultOf(arrayType.element);
    return `${writer.constant(newArray)}(${element},${count},${writer.constant(initial)})`;
  }
  const codes = elements.map((one) => writer.expression(one));
  if (isBytes) return `${writer.constant(bytesWith)}([${codes.join(",")}])`;
  const items = codes.map((code) => boxed(writer, code, arrayType.element));
  return `${writer.constant(arrayWith)}(${element},[${items.join(",")}])`;
}

const makeAnonymous = (type: AnonymousType, values: readonly unknown[]) => new AnonymousObject(type, values);

function anonymousCreation(writer: Writer, { anonymous, values }: Of<"new-anonymous">): string {
  const codes = values.map((value) => boxed(writer, writer.expression(value), value.type));
  return `${writer.constant(makeAnonymous)}(${writer.constant(anonymous)},[${codes.join(",")}])`;
}
