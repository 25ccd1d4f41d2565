import type { ArgumentShape, OverloadResult } from "./argument";
import { satisfies } from "./constraints";
import { inferTypes } from "./infer-types";
import { extensionsNamed, findMember } from "./members";
import { methodDisplay } from "./method-display";
import { resolveAmong, resolveOverload } from "./overloads";
import { perTable } from "./per-table";
import { remember } from "./remember";
import { receiverConverts } from "./shape-conversions";
import type { Type } from "./type";
import type { Method } from "./type-definition";
import { substitute } from "./type-relations";
import type { TypeTable } from "./type-table";

export interface MethodCall {
  /** Type of the receiver, or the type that is named. */
  readonly type: Type;
  /** A type is named ("int.Parse"), a value is given, or it may be either ("Color Color"). */
  readonly receiver: "type" | "value" | "either";
  readonly name: string;
  readonly typeArguments: readonly Type[] | null;
  readonly arguments: readonly ArgumentShape[];
}

export type CallResult = OverloadResult & { readonly isExtension: boolean };

/**
 * `receiver.name(arguments)`: the type's own methods, and extension methods where none of them fits. A chosen extension's
 * parameterOf starts with the receiver (its first argument, to parameter 0); a failure's `argument` never counts it.
 * Errors include CS1061, CS0117, CS0176 and CS0120.
 */
export function resolveCall(table: TypeTable, call: MethodCall): CallResult {
  const { type, name, typeArguments, arguments: given } = call;
  const member = findMember(table, type, name);
  const group = member?.kind === "methods" ? member.methods : [];
  const own = call.receiver === "either" ? group : group.filter((one) => one.isStatic === (call.receiver === "type"));
  const ownResult = own.length === 0 ? null : resolveOverload(table, name, own, given, typeArguments);
  if (ownResult !== null && ownResult.kind !== "none") return { ...ownResult, isExtension: false };
  const extension = call.receiver === "type" ? null : resolveExtension(table, call);
  if (extension !== null && extension.kind !== "none") return { ...extension, isExtension: true };
  if (own.length < group.length) {
    const any = resolveOverload(table, name, group, given, typeArguments);
    if (any.kind === "chosen") return { ...wrongReceiver(any.overload.method), isExtension: false };
  }
  if (ownResult !== null) return { ...ownResult, isExtension: false };
  const foreign = call.receiver === "type" ? undefined : extensionOfOthers(table, call);
  if (foreign !== undefined && (extension === null || countCodes.has(extension.code)))
    return { ...wrongExtension(type, foreign), isExtension: false };
  if (extension !== null) return { ...extension, isExtension: true };
  if (group.length > 0) return { ...resolveOverload(table, name, group, given, typeArguments), isExtension: false };
  return { ...noSuchMember(type, name, call.receiver === "type"), isExtension: false };
}

/** CS1061 of a value, CS0117 of a type. */
export function noSuchMember(type: Type, name: string, ofType: boolean): Extract<OverloadResult, { kind: "none" }> {
  const missing = `'${type.display}' does not contain a definition for '${name}'`;
  if (ofType) return { kind: "none", code: "CS0117", message: missing, argument: null };
  const message = `${missing} and no accessible extension method '${name}' accepting a first argument of type '${type.display}' could be found (are you missing a using directive or an assembly reference?)`;
  return { kind: "none", code: "CS1061", message, argument: null };
}

function wrongReceiver(method: Method): Extract<OverloadResult, { kind: "none" }> {
  const display = methodDisplay(method);
  return method.isStatic
    ? {
        kind: "none",
        code: "CS0176",
        message: `Member '${display}' cannot be accessed with an instance reference; qualify it with a type name instead`,
        argument: null,
      }
    : {
        kind: "none",
        code: "CS0120",
        message: `An object reference is required for the non-static field, method, or property '${display}'`,
        argument: null,
      };
}

const countCodes: ReadonlySet<string> = new Set(["CS1501", "CS7036"]);

/** An extension method that would fit, had the receiver another type; of a generic one the compiler says nothing. */
const extensionOfOthers = (table: TypeTable, call: MethodCall): Method | undefined =>
  call.type.kind === "special"
    ? undefined
    : extensionsNamed(table, call.name).find(
        (method) =>
          method.typeParameters.length === 0 &&
          method.parameters.length === call.arguments.length + 1 &&
          !takesReceiver(table, method, call.type),
      );

/** Of a call: CS1929 where extension methods of the name want another receiver, CS1061 where there are none. */
export function noSuchMethod(table: TypeTable, type: Type, name: string): Extract<OverloadResult, { kind: "none" }> {
  const foreign =
    type.kind === "special"
      ? undefined
      : extensionsNamed(table, name).find(
          (method) => method.typeParameters.length === 0 && !takesReceiver(table, method, type),
        );
  return foreign === undefined ? noSuchMember(type, name, false) : wrongExtension(type, foreign);
}

function wrongExtension(type: Type, method: Method): Extract<OverloadResult, { kind: "none" }> {
  const wanted = method.parameters[0]?.type.display;
  const message = `'${type.display}' does not contain a definition for '${method.name}' and the best extension method overload '${methodDisplay(method)}' requires a receiver of type '${wanted}'`;
  return { kind: "none", code: "CS1929", message, argument: null };
}

function resolveExtension(table: TypeTable, call: MethodCall): OverloadResult | null {
  const methods = extensionsFor(table, call.type, call.name);
  if (methods.length === 0) return null;
  const receiver: ArgumentShape = { kind: "typed", type: call.type, constant: undefined, name: null, modifier: null };
  return resolveAmong(table, call.name, methods, {
    arguments: [receiver, ...call.arguments],
    typeArguments: call.typeArguments,
    isExtension: true,
  });
}

const kept = perTable(() => new Map<Type, Map<string, readonly Method[]>>());

/** Extension methods that take a value of the type as their receiver; the rest does not exist for it. */
export const extensionsFor = (table: TypeTable, type: Type, name: string): readonly Method[] =>
  remember(
    remember(kept(table), type, () => new Map<string, readonly Method[]>()),
    name,
    () => extensionsNamed(table, name).filter((method) => takesReceiver(table, method, type)),
  );

function takesReceiver(table: TypeTable, method: Method, type: Type): boolean {
  const wanted = method.parameters[0]?.type;
  if (wanted === undefined || type.kind === "special") return false;
  if (method.typeParameters.length === 0) return receiverConverts(table, type, wanted);
  const mentioned = method.typeParameters.filter((parameter) => mentions(wanted, parameter));
  const shape: ArgumentShape = { kind: "typed", type, constant: undefined, name: null, modifier: null };
  const types = inferTypes(table, mentioned, [{ shape, parameterType: wanted }], "strict");
  if (types === null) return false;
  if (!mentioned.every((parameter, at) => satisfies(table, parameter, types[at] as Type))) return false;
  const map = new Map<Type, Type>(mentioned.map((parameter, at) => [parameter, types[at] as Type]));
  return receiverConverts(table, type, substitute(table, wanted, map));
}

function mentions(type: Type, parameter: Type): boolean {
  if (type === parameter) return true;
  if (type.kind === "array") return mentions(type.element, parameter);
  return type.kind === "named" && type.arguments.some((argument) => mentions(argument, parameter));
}
