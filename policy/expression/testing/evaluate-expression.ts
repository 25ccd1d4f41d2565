import type { BoundExpression, BoundInitializer } from "@/policy/expression/bind/bound";
import { numericKind } from "@/policy/expression/emit/numeric-kind";
import { defaultRaw, isByteArray, toBoxed, toRaw } from "@/policy/expression/emit/representation";
import { isInstance, rememberDelegate, runtimeName } from "@/policy/expression/emit/runtime-types";
import { numericName } from "@/policy/expression/types/numeric-types";
import { isDelegate, isEnum, isValueType, nullableUnderlying } from "@/policy/expression/types/type-relations";
import { AnonymousObject } from "@/policy/expression/values/anonymous-object";
import { Boxed } from "@/policy/expression/values/boxed";
import { BudgetExceeded, charge } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import {
  invalidCast,
  invalidOperation,
  nullReference,
  overflowException,
} from "@/policy/expression/values/net-exception";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { textOf } from "@/policy/kits/object/text-of";
import { formatValue } from "@/policy/kits/text/format-value";
import { evaluateBinary, evaluateUnary } from "./evaluate-arithmetic";
import {
  evaluateCall,
  evaluateConstructor,
  evaluateDelegateCall,
  evaluateLocalCall,
  makeDelegate,
  makeLambda,
} from "./evaluate-call";
import { convertNumber } from "./evaluate-conversion";
import { asObject, matches } from "./evaluate-pattern";
import { locate } from "./evaluate-target";
import type { Machine } from "./machine";
import type { Scope } from "./scope";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;

/** The raw value. */
export function evaluateExpression(machine: Machine, scope: Scope, node: BoundExpression): unknown {
  const of = (one: BoundExpression) => machine.evaluate(scope, one);
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" && numericName(node.type) === "decimal"
        ? Decimal.parse(node.value)
        : node.value;
    case "local":
      return scope.cell(node.symbol).value;
    case "conversion":
      return convert(machine, of(node.operand), node);
    case "unary": {
      const value = of(node.operand);
      return node.lifted && value === null ? null : evaluateUnary(node.operator, node.on, value, node.isChecked);
    }
    case "binary":
      return binary(node, of(node.left), of(node.right));
    case "logical":
      return node.operator === "&&" ? of(node.left) && of(node.right) : of(node.left) || of(node.right);
    case "coalesce": {
      const left = of(node.left);
      return left === null ? of(node.right) : within(machine, scope, node.placeholder, left, node.convertLeft);
    }
    case "conditional":
      return of(node.condition) ? of(node.whenTrue) : of(node.whenFalse);
    case "conditional-access": {
      const receiver = of(node.receiver);
      return receiver === null ? null : within(machine, scope, node.placeholder, receiver, node.access);
    }
    case "assignment": {
      const place = locate(machine, scope, node.target);
      const value = of(node.value);
      place.write(value);
      return value;
    }
    case "compound-assignment": {
      const place = locate(machine, scope, node.target);
      const old = place.read();
      const value = within(machine, scope, node.placeholder, old, node.result);
      place.write(value);
      return node.givesOld ? old : value;
    }
    case "call":
      return evaluateCall(machine, scope, node);
    case "delegate-call":
      return evaluateDelegateCall(machine, scope, node);
    case "local-call":
      return evaluateLocalCall(machine, scope, node);
    case "property":
      if (node.receiver !== null && nullableUnderlying(node.receiver.type) !== null) {
        const value = of(node.receiver);
        if (node.property.name === "HasValue") return value !== null;
        if (value === null) throw invalidOperation("Nullable object must have a value.");
        return value;
      }
      return locate(machine, scope, node).read();
    case "field":
      return node.field.constant !== undefined ? constantField(node) : locate(machine, scope, node).read();
    case "element":
      return locate(machine, scope, node).read();
    case "anonymous-property": {
      const receiver = of(node.receiver);
      if (receiver === null) throw nullReference();
      return toRaw((receiver as AnonymousObject).values[node.index], node.type);
    }
    case "array-length": {
      const array = of(node.array);
      if (array === null) throw nullReference();
      return array instanceof NetArray ? array.items.length : (array as Uint8Array).length;
    }
    case "new": {
      const created = evaluateConstructor(machine, scope, node);
      if (node.initializer !== null) initialize(machine, scope, node.initializer, created);
      return created;
    }
    case "default":
      return defaultRaw(node.type);
    case "new-array":
      return newArray(machine, scope, node);
    case "new-anonymous":
      return new AnonymousObject(
        node.anonymous,
        node.values.map((value) => toBoxed(of(value), value.type)),
      );
    case "lambda":
      return makeLambda(machine, scope, node);
    case "method-group":
      return makeDelegate(machine, scope, node);
    case "is":
      return matches(machine, scope, of(node.operand), node.operand.type, node.pattern);
    case "as": {
      const value = asObject(of(node.operand), node.operand.type);
      return isInstance(machine.table, value, node.type) ? toRaw(value, node.type) : null;
    }
    case "interpolated":
      return interpolate(machine, scope, node);
    case "throw-expression":
      throw of(node.operand) ?? nullReference();
    case "bad":
      throw new Error("What does not compile cannot be run.");
  }
}

function constantField({ field }: Of<"field">): unknown {
  return typeof field.constant === "string" && numericName(field.type) === "decimal"
    ? Decimal.parse(field.constant)
    : field.constant;
}

function within(
  machine: Machine,
  scope: Scope,
  symbol: Of<"coalesce">["placeholder"],
  value: unknown,
  node: BoundExpression,
): unknown {
  // What an expression declares belongs to the block around it, so that only the placeholder gets a scope.
  scope.declare(symbol, value);
  return machine.evaluate(scope, node);
}

function binary(node: Of<"binary">, left: unknown, right: unknown): unknown {
  const { operator, on, lifted } = node;
  if (operator === "concat" || (on === "string" && operator === "+")) {
    const joined = textOf(toBoxed(left, node.left.type)) + textOf(toBoxed(right, node.right.type));
    charge(2 * joined.length);
    return joined;
  }
  if (!lifted)
    return on === "delegate" && operator === "+"
      ? combine(left, right)
      : evaluateBinary(operator, on, left, right, node.isChecked);
  if (on === "bool" && operator === "&" && (left === false || right === false)) return false;
  if (on === "bool" && operator === "|" && (left === true || right === true)) return true;
  if (left !== null && right !== null) return evaluateBinary(operator, on, left, right, node.isChecked);
  if (operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  return ["<", ">", "<=", ">="].includes(operator) ? false : null;
}

function combine(a: unknown, b: unknown): unknown {
  if (a === null || b === null) return a ?? b;
  type Fn = (...args: unknown[]) => unknown;
  return (...args: unknown[]) => {
    (a as Fn)(...args);
    return (b as Fn)(...args);
  };
}

function convert(machine: Machine, value: unknown, node: Of<"conversion">): unknown {
  const { operand, type } = node;
  switch (node.conversion) {
    case "identity":
    case "to-nullable":
      return value;
    case "reference":
      return isDelegate(operand.type) ? rememberDelegate(value, operand.type) : value;
    case "numeric":
    case "nullable-numeric":
      return value === null ? null : convertNumber(value, numericKind(operand.type), numericKind(type), node.isChecked);
    case "boxing":
      return toBoxed(value, operand.type);
    case "from-nullable":
      if (value === null) throw invalidOperation("Nullable object must have a value.");
      return value;
    case "reference-cast":
      if (value === null || isInstance(machine.table, value, type)) return value;
      throw cannotCast(machine, value, node);
    case "unboxing": {
      const target = nullableUnderlying(type);
      if (value === null) {
        if (target !== null || !isValueType(type)) return null;
        throw nullReference();
      }
      if (isInstance(machine.table, value, type)) return toRaw(value, type);
      // Enums and their underlying type may stand for one another.
      const wanted = target ?? type;
      const isIntLike = typeof value === "number" || (value instanceof Boxed && isEnumName(machine, value.typeName));
      if (isIntLike && (wanted === machine.table.known.int || isEnum(wanted)))
        return value instanceof Boxed ? value.value : value;
      throw cannotCast(machine, value, node);
    }
  }
}

const isEnumName = (machine: Machine, name: string) => machine.table.definition(name, 0)?.kind === "enum";

function cannotCast(machine: Machine, value: unknown, { type }: Of<"conversion">): unknown {
  const to = (nullableUnderlying(type) ?? type).fullName;
  return invalidCast(`Unable to cast object of type '${runtimeName(machine.table, value)}' to type '${to}'.`);
}

function newArray(machine: Machine, scope: Scope, { arrayType, length, elements }: Of<"new-array">): unknown {
  const { element } = arrayType;
  let items: unknown[];
  if (elements !== null) items = elements.map((one) => toBoxed(machine.evaluate(scope, one), element));
  else {
    const count = length === null ? 0 : Number(machine.evaluate(scope, length));
    if (count < 0) throw overflowException("Arithmetic operation resulted in an overflow.");
    if (count > 2_147_483_591) throw new BudgetExceeded("The expression needs more memory than it may use.");
    charge(16 * count);
    items = Array.from({ length: count }, () => toBoxed(defaultRaw(element), element));
  }
  if (!isByteArray(arrayType)) return new NetArray(element, items);
  return Uint8Array.from(items, (item) => toRaw(item, element) as number);
}

function initialize(machine: Machine, scope: Scope, node: BoundInitializer, created: unknown): void {
  if (created === null) throw nullReference();
  scope.declare(node.placeholder, created);
  if (node.kind === "collection") for (const add of node.adds) machine.evaluate(scope, add);
  else
    for (const step of node.steps) {
      if (step.kind === "assign") machine.evaluate(scope, step.assignment);
      else initialize(machine, scope, step.initializer, machine.evaluate(scope, step.value));
    }
}

function interpolate(machine: Machine, scope: Scope, { parts }: Of<"interpolated">): string {
  let text = "";
  for (const part of parts) {
    if (part.kind === "text") {
      text += part.value;
      continue;
    }
    const shown = formatValue(toBoxed(machine.evaluate(scope, part.value), part.value.type), part.format);
    const width = part.alignment ?? 0;
    charge(2 * Math.abs(width));
    text += width < 0 ? shown.padEnd(-width) : shown.padStart(width);
  }
  charge(2 * text.length);
  return text;
}
