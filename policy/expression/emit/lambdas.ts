import type {
  BoundBlock,
  BoundExpression,
  BoundStatement,
  LocalFunctionSymbol,
  LocalSymbol,
} from "@/policy/expression/bind/bound";
import type { Type } from "@/policy/expression/types/type";
import type { Method } from "@/policy/expression/types/type-definition";
import { tick } from "@/policy/expression/values/budget";
import { boxed, unboxed } from "./conversions";
import { functionName } from "./function-name";
import { noReceiver } from "./operations/control";
import { mayBeNull, receiverFor } from "./receivers";
import { isBoxedSlot, reprOf } from "./representation";
import { runtimeOf, typeArguments } from "./runtime-of";
import type { Writer } from "./writer";

type Of<K extends BoundExpression["kind"]> = Extract<BoundExpression, { kind: K }>;

/** `returnType`: as the delegate declares it. */
function body(writer: Writer, node: BoundBlock | BoundExpression, isVoid: boolean): string {
  if (node.kind === "block") return writer.statements(node.statements);
  if (isVoid || node.type === writer.table.known.void) return `${writer.effect(node)};`;
  const code = writer.expression(node);
  return `return ${writer.returns === "boxed" ? boxed(writer, code, node.type) : code};`;
}

export function lambda(writer: Writer, { invoke, parameters, body: node }: Of<"lambda">): string {
  const { original } = invoke;
  const names: string[] = [];
  const code = writer.functionBody(reprOf(original.returnType), () => {
    let unboxing = "";
    parameters.forEach((parameter, at) => {
      const name = writer.bind(parameter, writer.fresh("v"));
      names.push(name);
      const declared = original.parameters[at]?.type;
      const raw = declared !== undefined && isBoxedSlot(declared) ? unboxed(writer, name, parameter.type) : name;
      if (raw !== name) unboxing += `${name}=${raw};`;
    });
    return `${writer.constant(tick)}();${unboxing}${body(writer, node, invoke.returnType === writer.table.known.void)}`;
  });
  return `((${names.join(",")})=>{${code}})`;
}

export function localFunction(writer: Writer, node: Extract<BoundStatement, { kind: "local-function" }>): string {
  const { parameters, returnType } = node.function;
  // Calls may come before the declaration, so its name may be known by now.
  const name = functionName(writer, node.function);
  const code = writer.functionBody("raw", () => {
    for (const parameter of parameters) writer.bind(parameter, writer.fresh("v"));
    return `${writer.constant(tick)}();${body(writer, node.body, returnType === writer.table.known.void)}`;
  });
  return `function ${name}(${parameters.map((parameter: LocalSymbol) => writer.nameOf(parameter)).join(",")}){${code}}`;
}

export function methodGroup(writer: Writer, { invoke, method, receiver }: Of<"method-group">): string {
  const names = invoke.parameters.map(() => writer.fresh("p"));
  const raws = names.map((name, at) => {
    const declared = invoke.original.parameters[at]?.type as Type;
    const actual = invoke.parameters[at]?.type as Type;
    return isBoxedSlot(declared) ? unboxed(writer, name, actual) : name;
  });
  const isRefined = "original" in method;
  const calling = isRefined ? libraryTarget(writer, invoke, method, receiver, raws) : localTarget(writer, method, raws);
  const returned = isBoxedSlot(invoke.original.returnType)
    ? boxed(writer, calling.code, isRefined ? method.returnType : method.returnType)
    : calling.code;
  const function_ = `((${names.join(",")})=>{${writer.constant(tick)}();return ${returned};})`;
  return calling.setup === null ? function_ : `(${calling.setup},${calling.wrap(function_)})`;
}

interface Target {
  readonly setup: string | null;
  readonly code: string;
  wrap(function_: string): string;
}
const unwrapped = (function_: string) => function_;

const localTarget = (writer: Writer, symbol: LocalFunctionSymbol, raws: readonly string[]): Target => ({
  setup: null,
  code: `${functionName(writer, symbol)}(${raws.join(",")})`,
  wrap: unwrapped,
});

function libraryTarget(
  writer: Writer,
  invoke: Method,
  method: Method,
  receiver: BoundExpression | null,
  raws: readonly string[],
): Target {
  const { original } = method;
  const offset = method.isExtension && receiver !== null ? 1 : 0;
  const values = raws.map((raw, at) => {
    const declared = original.parameters[at + offset]?.type;
    return declared !== undefined && isBoxedSlot(declared)
      ? boxed(writer, raw, invoke.parameters[at]?.type as Type)
      : raw;
  });
  const types = typeArguments(method).map((type) => writer.constant(type));
  // The receiver is evaluated once, and held in a constant of the delegate's own.
  const held = receiver === null ? null : writer.fresh("r");
  const own = held === null || receiver === null ? [] : [receiverFor(writer, receiver, held, original.declaring)];
  const parameters = offset === 1 ? [...types, ...own, ...values] : [...own, ...types, ...values];
  const call = `${runtimeOf(writer, original)}(${parameters.join(",")})`;
  const code = isBoxedSlot(original.returnType) ? unboxed(writer, call, method.returnType) : call;
  if (receiver === null || held === null) return { setup: null, code, wrap: unwrapped };
  const from = writer.expression(receiver);
  const value = offset === 0 && mayBeNull(writer, receiver) ? `(${from}??${writer.constant(noReceiver)}())` : from;
  return { setup: "0", code, wrap: (function_) => `((${held})=>${function_})(${value})` };
}
