import type { Type } from "@/policy/expression/types/type";
import { Boxed } from "@/policy/expression/values/boxed";
import { charge } from "@/policy/expression/values/budget";
import { argumentException, NetException } from "@/policy/expression/values/net-exception";
import { enumOf } from "@/policy/kits/object/enums";
import { textOf } from "@/policy/kits/object/text-of";
import { type CastName, castBoxed, casts } from "./cast";
import { nullableOf, runtimeName } from "./convert-token";
import type { JProperty } from "./jproperty";
import { pathOf } from "./json-position";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { newDictionary, newSequence } from "./new-collection";
import { isTokenOf, isTokenType } from "./token-classes";
import { TokenType } from "./token-type";
import { guardDepth } from "./too-deep";

const castNames = new Map<string, CastName>(
  (Object.keys(casts) as CastName[]).map((name) => [
    /^[A-Z]/.test(name) ? `System.${name}` : `System.${casts[name].name}`,
    name,
  ]),
);

/** JToken.ToObject<T>: boxed. */
export function toObject(token: JToken, type: Type, depth = 0): unknown {
  guardDepth(depth);
  const name = runtimeName(type);
  const isNull = token.type === TokenType.Null || token.type === TokenType.Undefined;
  if (isTokenType(name)) return toToken(token, name);
  if (name === "System.Object") return token instanceof JValue ? token.value : token.clone(0);
  const underlying = nullableOf(type);
  if (underlying !== null) return isNull ? null : toObject(token, underlying, depth);
  const cast = castNames.get(name);
  if (cast !== undefined) return cast === "string" || cast === "Uri" ? nullOr(token, cast) : castBoxed(token, cast);
  if (enumOf(name) !== null) return toEnum(token, name);
  if (isNull) return null;
  if (type.kind === "array") return toArray(token, type, depth);
  return toCollection(token, type, depth);
}

const nullOr = (token: JToken, cast: CastName): unknown =>
  token instanceof JValue && token.value === null ? null : castBoxed(token, cast);

function toToken(token: JToken, name: string): JToken {
  if (!isTokenOf(token, name))
    throw incompatible(
      token,
      `Deserialized JSON type '${token.typeName}' is not compatible with expected type '${name}'.`,
    );
  return token.clone(0);
}

function toEnum(token: JToken, name: string): unknown {
  const value = token instanceof JValue ? token.value : null;
  if (typeof value === "bigint" || typeof value === "number") return new Boxed(name, Number(value));
  const text = textOf(value);
  for (const [member, number] of enumOf(name)!.members)
    if (member.toLowerCase() === text.toLowerCase()) return new Boxed(name, number);
  throw argumentException(`Could not convert '${text}' to ${name.slice(name.lastIndexOf(".") + 1)}.`);
}

function toArray(token: JToken, type: Type & { kind: "array" }, depth: number): unknown {
  if (runtimeName(type.element) === "System.Byte" && token instanceof JValue) return castBoxed(token, "byte[]");
  return newSequence("array", type.element, elements(token, type.element, type, depth));
}

function toCollection(token: JToken, type: Type, depth: number): unknown {
  const arguments_ = type.kind === "named" ? type.arguments : [];
  const [first, second] = arguments_;
  const name = runtimeName(type);
  if (first !== undefined && second !== undefined && name.endsWith("Dictionary")) {
    if (token.type !== TokenType.Object) throw wrongShape(token, type, "object");
    return newDictionary(first, second, function* () {
      for (const child of token.children() as Iterable<JProperty>)
        yield [toObject(new JValue(child.name), first, depth + 1), toObject(child.value, second, depth + 1)];
    });
  }
  const made = first === undefined ? null : newSequence(name, first, elements(token, first, type, depth));
  if (made !== null) return made;
  throw incompatible(token, `Could not create an instance of type ${name}.`);
}

function elements(token: JToken, element: Type, type: Type, depth: number): unknown[] {
  if (token.type !== TokenType.Array) throw wrongShape(token, type, "array");
  const result: unknown[] = [];
  for (const child of token.children()) {
    charge(16);
    result.push(toObject(child, element, depth + 1));
  }
  return result;
}

function wrongShape(token: JToken, type: Type, wanted: "array" | "object"): NetException {
  const isObject = token.type === TokenType.Object;
  const example = wanted === "array" ? "(e.g. [1,2,3])" : '(e.g. {"name":"value"})';
  if (token instanceof JValue)
    return incompatible(token, `Error converting value ${shown(token)} to type '${type.fullName}'.`);
  return incompatible(
    token,
    `Cannot deserialize the current JSON ${isObject ? 'object (e.g. {"name":"value"})' : "array (e.g. [1,2,3])"} into type '${type.fullName}' because the type requires a JSON ${wanted} ${example} to deserialize correctly.`,
  );
}

const shown = (token: JValue): string =>
  typeof token.value === "string" ? `"${token.value}"` : textOf(token.value) || "{null}";

const incompatible = (token: JToken, message: string): NetException =>
  new NetException("Newtonsoft.Json.JsonSerializationException", `${message} Path '${pathOf(token)}'.`);
