import type { Expression } from "@/policy/expression/syntax/syntax";
import { resolveCall } from "@/policy/expression/types/calls";
import { invokeOf } from "@/policy/expression/types/members";
import { resolveOverload } from "@/policy/expression/types/overloads";
import { bindArguments, type Given, giveUp, passArguments, reportUnresolved } from "./arguments";
import { warnBeyond } from "./beyond";
import type { Binder } from "./binder";
import type { BoundExpression } from "./bound";
import { rvalue } from "./convert";
import { forbiddenPath, memberOf } from "./member";
import { shapeOf } from "./shape";
import { asValue, type MethodGroup, type Span, type Value } from "./value";

type CallSyntax = Extract<Expression, { kind: "call" }>;

export function bindCall(binder: Binder, syntax: CallSyntax): BoundExpression {
  const target = calledValue(binder, syntax.target);
  const given = bindArguments(binder, syntax.arguments);
  switch (target.kind) {
    case "methods":
      return callMethod(binder, target, given, syntax);
    case "function": {
      const { name, method } = target.function;
      const result = resolveOverload(
        binder.table,
        name,
        [method],
        given.map((one) => one.shape),
        null,
      );
      if (result.kind !== "chosen") {
        // A local function belongs to no type.
        const failure =
          result.kind === "none" ? { ...result, message: result.message.replace("'object.", "'") } : result;
        return reportUnresolved(binder, failure, given, target);
      }
      const passed = passArguments(binder, given, result.overload, syntax);
      const { start, end } = syntax;
      return { kind: "local-call", function: target.function, arguments: passed, type: method.returnType, start, end };
    }
    case "type":
      giveUp(binder, given);
      if (target.type === binder.known.error) return binder.nothing(syntax);
      return nonInvocable(binder, target.type.display, target);
    default:
      return callDelegate(binder, syntax, rvalue(binder, target), given);
  }
}

/** f.Invoke(x) is f(x). */
function calledValue(binder: Binder, syntax: Expression): Value {
  if (syntax.kind !== "member") return binder.value(syntax);
  const forbidden = forbiddenPath(binder, syntax);
  if (forbidden !== null) return asValue(forbidden);
  const target = binder.value(syntax.target);
  const isInvoke = syntax.name.text === "Invoke" && target.kind === "value";
  if (isInvoke && invokeOf(binder.table, target.node.type) !== null) return target;
  return memberOf(binder, target, syntax.name, syntax.typeArguments, syntax, true);
}

function nonInvocable(binder: Binder, name: string, at: Span): BoundExpression {
  return binder.bad("CS1955", `Non-invocable member '${name}' cannot be used like a method.`, at);
}

function callDelegate(
  binder: Binder,
  syntax: CallSyntax,
  target: BoundExpression,
  given: readonly Given[],
): BoundExpression {
  const { type, start, end } = target;
  if (type === binder.known.error) {
    giveUp(binder, given);
    return binder.nothing(syntax);
  }
  const invoke = invokeOf(binder.table, type);
  if (invoke === null) {
    giveUp(binder, given);
    if (syntax.target.kind === "member") return nonInvocable(binder, syntax.target.name.text, syntax.target.name);
    return binder.bad("CS0149", "Method name expected", { start, end });
  }
  const result = resolveOverload(
    binder.table,
    "Invoke",
    [invoke],
    given.map((one) => one.shape),
    null,
  );
  if (result.kind !== "chosen") {
    const isCount = result.kind === "none" && result.code === "CS1501";
    if (!isCount) return reportUnresolved(binder, result, given, target);
    const message = `Delegate '${type.display}' does not take ${given.length} arguments`;
    return reportUnresolved(binder, { ...result, code: "CS1593", message }, given, target);
  }
  const passed = passArguments(binder, given, result.overload, syntax);
  const whole = { start: syntax.start, end: syntax.end };
  return { kind: "delegate-call", target, invoke, arguments: passed, type: invoke.returnType, ...whole };
}

/** receiver.Name(arguments), an extension method too. */
export function callMethod(binder: Binder, group: MethodGroup, given: readonly Given[], at: Span): BoundExpression {
  const { name, receiverType: type, receiverKind, receiver, typeArguments, nameAt } = group;
  const shapes = given.map((one) => one.shape);
  const call = { type, receiver: receiverKind, name, typeArguments, arguments: shapes };
  const result = resolveCall(binder.table, call);
  if (result.kind !== "chosen") return reportUnresolved(binder, result, given, nameAt);
  const { method } = result.overload;
  warnBeyond(binder, method, nameAt);
  const { start, end } = at;
  if (result.isExtension && receiver !== null) {
    const value = asValue(receiver);
    const first: Given = {
      ...{ syntax: receiver, value, shape: shapeOf(binder, value) },
      ...{ target: null, inferred: null, isDiscard: false },
    };
    const passed = passArguments(binder, [first, ...given], result.overload, at);
    return { kind: "call", method, receiver: null, arguments: passed, type: method.returnType, start, end };
  }
  const passed = passArguments(binder, given, result.overload, at);
  const on = method.isStatic ? null : receiver;
  return { kind: "call", method, receiver: on, arguments: passed, type: method.returnType, start, end };
}
