import type { BoundArgument, BoundExpression } from "@/policy/expression/bind/bound";
import type { Type } from "@/policy/expression/types/type";
import { nullableUnderlying } from "@/policy/expression/types/type-relations";
import { Ref } from "@/policy/expression/values/boxed";
import { boxed, unboxed } from "./conversions";
import { functionName } from "./function-name";
import { initializer } from "./initializers";
import { nullableCall } from "./nullable-members";
import { missing } from "./operations/control";
import { callOn, isQuiet, mayBeNull, receiverFor } from "./receivers";
import { isBoxedSlot } from "./representation";
import { runtimeOf, typeArguments } from "./runtime-of";
import { prepare } from "./targets";
import type { Writer } from "./writer";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;

interface Arguments {
  /** In the order of the parameters. */
  readonly codes: readonly string[];
  /** To be evaluated before the call, where arguments are written in another order. */
  readonly before: string[];
  /** Writes what out and ref parameters hold to where they belong. */
  readonly after: readonly string[];
  readonly areQuiet: boolean;
}

/** `declared` are the types that the callee declares, in the order of the parameters. */
export function arguments_(
  writer: Writer,
  list: readonly BoundArgument[],
  declared: readonly Type[],
  isLocal = false,
): Arguments {
  const codes: string[] = [];
  const before: string[] = [];
  const after: string[] = [];
  const inOrder = list.every((argument, at) => argument.parameter === at);
  for (const argument of list) {
    const code = one(writer, argument, declared[argument.parameter], after, isLocal);
    if (inOrder) codes.push(code);
    else {
      const held = writer.temporary();
      before.push(`${held}=${code}`);
      codes[argument.parameter] = held;
    }
  }
  return { codes, before, after, areQuiet: inOrder && list.every(({ value }) => isQuiet(value)) };
}

const makeRef = (value: unknown) => new Ref(value);

function one(
  writer: Writer,
  argument: BoundArgument,
  declared: Type | undefined,
  after: string[],
  isLocal: boolean,
): string {
  const { value, modifier } = argument;
  const isSlot = declared !== undefined && isBoxedSlot(declared);
  if (modifier === null) {
    const code = writer.expression(value as BoundExpression);
    return isSlot ? boxed(writer, code, value.type) : code;
  }
  if (isLocal && value.kind === "local" && value.symbol.isByRef) return writer.nameOf(value.symbol);
  const { setup, read, write } = prepare(writer, value as Parameters<typeof prepare>[1]);
  if (isLocal && value.kind !== "discard") {
    // The parameter is the variable itself, also where the function throws or the variable is used within it.
    const given = writer.fresh("p");
    const alias = `{get value(){return ${read()}},set value(${given}){${write(given)}}}`;
    return `(${[...setup, alias].join(",")})`;
  }
  const held = writer.temporary();
  const initial = modifier === "out" ? "null" : isSlot ? boxed(writer, read(), value.type) : read();
  after.push(write(isSlot ? unboxed(writer, `${held}.value`, value.type) : `${held}.value`));
  return `(${[...setup, `${held}=${writer.constant(makeRef)}(${initial})`].join(",")})`;
}

/** The call's code with what comes before and after it. */
function around(writer: Writer, { before, after }: Arguments, code: string, isVoid: boolean): string {
  if (before.length === 0 && after.length === 0) return code;
  if (after.length === 0) return `(${[...before, code].join(",")})`;
  if (isVoid) return `(${[...before, code, ...after].join(",")})`;
  const result = writer.temporary();
  return `(${[...before, `${result}=${code}`, ...after, result].join(",")})`;
}

const isVoid = (writer: Writer, type: Type): boolean => type === writer.table.known.void;

export function call(writer: Writer, node: Of<"call">): string {
  const { method, receiver } = node;
  const { original } = method;
  if (receiver !== null && nullableUnderlying(receiver.type) !== null) return nullableCall(writer, node, receiver);
  const given = arguments_(
    writer,
    node.arguments,
    original.parameters.map((parameter) => parameter.type),
  );
  const types = typeArguments(method).map((type) => writer.constant(type));
  const function_ = runtimeOf(writer, original);
  const others = [...types, ...given.codes];
  let code: string;
  if (receiver !== null && given.before.length > 0) {
    const held = writer.temporary();
    given.before.unshift(`${held}=${writer.expression(receiver)}`);
    const checked = mayBeNull(writer, receiver) ? `(${held}??${writer.constant(missing)}())` : held;
    code = `${function_}(${[receiverFor(writer, receiver, checked, original.declaring), ...others].join(",")})`;
  } else {
    const adapt = (from: string) =>
      receiver === null ? from : receiverFor(writer, receiver, from, original.declaring);
    code = callOn(writer, function_, receiver === null ? null : { node: receiver, adapt }, others, given.areQuiet);
  }
  const result = isBoxedSlot(original.returnType) ? unboxed(writer, code, method.returnType) : code;
  return around(writer, given, result, isVoid(writer, method.returnType));
}

export function newObject(writer: Writer, node: Of<"new">): string {
  const { original } = node.constructor_;
  const given = arguments_(
    writer,
    node.arguments,
    original.parameters.map((parameter) => parameter.type),
  );
  const types = typeArguments(node.constructor_).map((type) => writer.constant(type));
  const created = `${runtimeOf(writer, original)}(${[...types, ...given.codes].join(",")})`;
  // Of new Nullable<double>(1.5), which is its value.
  const raw = isBoxedSlot(original.returnType) ? unboxed(writer, created, node.type) : created;
  const code = around(writer, given, raw, false);
  return node.initializer === null ? code : initializer(writer, node.initializer, code);
}

export function delegateCall(writer: Writer, node: Of<"delegate-call">): string {
  const { original } = node.invoke;
  const target = writer.expression(node.target);
  const given = arguments_(
    writer,
    node.arguments,
    original.parameters.map((parameter) => parameter.type),
  );
  const check = `${writer.constant(missing)}()`;
  let code: string;
  if (given.areQuiet) code = `(${target}??${check})(${given.codes.join(",")})`;
  else {
    const held = writer.temporary();
    code = `(${held}=${target},${writer.constant(invoke)}(${[...given.codes, held].join(",")}))`;
  }
  const result = isBoxedSlot(original.returnType) ? unboxed(writer, code, node.invoke.returnType) : code;
  return around(writer, given, result, isVoid(writer, node.invoke.returnType));
}

/** The delegate comes last, because it is looked at when the arguments are there. */
function invoke(...args: unknown[]): unknown {
  const target = args.pop() as ((...args: unknown[]) => unknown) | null;
  return target === null ? missing() : target(...args);
}

export function localCall(writer: Writer, node: Of<"local-call">): string {
  const { parameters, returnType } = node.function;
  const given = arguments_(
    writer,
    node.arguments,
    parameters.map((parameter) => parameter.type),
    true,
  );
  const code = `${functionName(writer, node.function)}(${given.codes.join(",")})`;
  return around(writer, given, code, isVoid(writer, returnType));
}
