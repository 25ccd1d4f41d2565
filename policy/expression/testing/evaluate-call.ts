import type {
  BoundArgument,
  BoundExpression,
  BoundStatement,
  BoundTarget,
  LocalSymbol,
} from "@/policy/expression/bind/bound";
import { isBoxedSlot } from "@/policy/expression/emit/representation";
import type { Type } from "@/policy/expression/types/type";
import type { Method } from "@/policy/expression/types/type-definition";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { Ref } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { nullReference } from "@/policy/expression/values/net-exception";
import { adaptFrom, adaptTo, checkReceiver } from "./adapt";
import { nullableMember } from "./evaluate-nullable";
import { locate } from "./evaluate-target";
import type { Machine } from "./machine";
import { Scope } from "./scope";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;
type Fn = (...args: unknown[]) => unknown;

interface Given {
  readonly values: readonly unknown[];
  /** Gives what out and ref parameters hold back. */
  finish(): void;
}

function given(
  machine: Machine,
  scope: Scope,
  list: readonly BoundArgument[],
  declared: readonly Type[],
  isLocal = false,
): Given {
  const values: unknown[] = [];
  const endings: (() => void)[] = [];
  for (const { parameter, modifier, value } of list) {
    const type = declared[parameter];
    if (modifier === null) {
      values[parameter] = adaptTo(machine.evaluate(scope, value as BoundExpression), value.type, type);
      continue;
    }
    if (isLocal && value.kind === "local") {
      values[parameter] = scope.cell(value.symbol);
      continue;
    }
    const place = locate(machine, scope, value as BoundTarget);
    const cell = new Ref(modifier === "ref" ? adaptTo(place.read(), value.type, type) : null);
    values[parameter] = cell;
    endings.push(() => place.write(adaptFrom(cell.value, value.type, type)));
  }
  const finish = () => {
    for (const end of endings) end();
  };
  return { values, finish };
}

const types = (method: Method) => method.original.parameters.map((parameter) => parameter.type);

function typeArguments(method: Method): readonly Type[] {
  if (method.kind === "constructor" || method.isStatic) return method.typeArguments;
  return method.typeArguments.slice(method.original.declaring.typeParameters.length);
}

export function evaluateCall(machine: Machine, scope: Scope, node: Of<"call">): unknown {
  const { method, receiver } = node;
  const { original } = method;
  const on = receiver === null ? [] : [machine.evaluate(scope, receiver)];
  const { values, finish } = given(machine, scope, node.arguments, types(method));
  if (receiver !== null && nullableUnderlying(receiver.type) !== null)
    return nullableMember(machine, method, receiver.type, on[0], values);
  if (receiver !== null) on[0] = checkReceiver(on[0], receiver, original.declaring);
  const runtime = machine.library.member(original.declaring.fullName, original.key);
  const result = runtime(...on, ...typeArguments(method), ...values);
  finish();
  return adaptFrom(result, method.returnType, original.returnType);
}

export function evaluateConstructor(machine: Machine, scope: Scope, node: Of<"new">): unknown {
  const { original } = node.constructor_;
  const { values, finish } = given(machine, scope, node.arguments, types(original));
  const runtime = machine.library.member(original.declaring.fullName, original.key);
  const result = runtime(...typeArguments(node.constructor_), ...values);
  finish();
  return adaptFrom(result, node.type, original.returnType);
}

export function evaluateDelegateCall(machine: Machine, scope: Scope, node: Of<"delegate-call">): unknown {
  const target = machine.evaluate(scope, node.target) as Fn | null;
  const { values, finish } = given(machine, scope, node.arguments, types(node.invoke));
  if (target === null) throw nullReference();
  const result = target(...values);
  finish();
  return adaptFrom(result, node.invoke.returnType, node.invoke.original.returnType);
}

export function evaluateLocalCall(machine: Machine, scope: Scope, node: Of<"local-call">): unknown {
  const target = scope.cell(node.function).value as Fn;
  const { values, finish } = given(machine, scope, node.arguments, [], true);
  const result = target(...values);
  finish();
  return result;
}

export function callFunction(
  machine: Machine,
  scope: Scope,
  { function: symbol, body }: Extract<BoundStatement, { kind: "local-function" }>,
  args: readonly unknown[],
): unknown {
  tick();
  const inner = new Scope(scope);
  symbol.parameters.forEach((parameter, at) => {
    if (parameter.isByRef) inner.share(parameter, args[at] as Ref<unknown>);
    else inner.declare(parameter, args[at]);
  });
  const own = machine.within(false);
  if (body.kind !== "block") return own.evaluate(inner, body);
  const completion = own.run(inner, body);
  return completion.kind === "return" ? completion.value : null;
}

/** A delegate takes and gives boxed what it declares as type parameters. */
export function makeLambda(machine: Machine, scope: Scope, { invoke, parameters, body }: Of<"lambda">): unknown {
  const declared = invoke.original;
  return (...args: unknown[]) => {
    tick();
    const inner = new Scope(scope);
    parameters.forEach((parameter: LocalSymbol, at) => {
      inner.declare(parameter, adaptFrom(args[at], parameter.type, declared.parameters[at]?.type));
    });
    const own = machine.within(isBoxedSlot(declared.returnType));
    if (body.kind !== "block") return adaptTo(own.evaluate(inner, body), body.type, declared.returnType);
    const completion = own.run(inner, body);
    return completion.kind === "return" ? completion.value : null;
  };
}

export function makeDelegate(machine: Machine, scope: Scope, node: Of<"method-group">): unknown {
  const { invoke, method, receiver } = node;
  const declared = invoke.original;
  const raw = (args: readonly unknown[]) =>
    invoke.parameters.map((parameter, at) => adaptFrom(args[at], parameter.type, declared.parameters[at]?.type));
  if (!("original" in method)) {
    const target = scope.cell(method);
    return (...args: unknown[]) => adaptTo((target.value as Fn)(...raw(args)), method.returnType, declared.returnType);
  }
  const { original } = method;
  const runtime = machine.library.member(original.declaring.fullName, original.key);
  const on = receiver === null ? [] : [checkReceiver(machine.evaluate(scope, receiver), receiver, original.declaring)];
  const skipped = method.isExtension ? on.length : 0;
  return (...args: unknown[]) => {
    tick();
    const values = raw(args).map((value, at) =>
      adaptTo(value, invoke.parameters[at]?.type as Type, original.parameters[at + skipped]?.type),
    );
    const all = method.isExtension
      ? [...typeArguments(method), ...on, ...values]
      : [...on, ...typeArguments(method), ...values];
    return adaptTo(
      adaptFrom(runtime(...all), method.returnType, original.returnType),
      method.returnType,
      declared.returnType,
    );
  };
}
