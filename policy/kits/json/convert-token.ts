import type { Type } from "@/policy/expression/types/type";
import { invalidCast } from "@/policy/expression/values/net-exception";
import { defaultOf } from "@/policy/kits/object/default-of";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { changeType } from "./change-type";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { isTokenOf } from "./token-classes";

/** What JToken.Value<T> and Values<T> make of a token; the result is boxed. `from` is how the caller saw the token. */
export function convertToken(token: JToken | null, type: Type, from = "Newtonsoft.Json.Linq.JToken"): unknown {
  if (token === null) return defaultOf(type);
  const name = runtimeName(type);
  if (name === "System.Object" || isTokenOf(token, name)) return token;
  if (!(token instanceof JValue)) throw invalidCast(`Cannot cast ${token.typeName} to ${from}.`);
  const { value } = token;
  const underlying = nullableOf(type);
  if (value === null) {
    if (underlying !== null || !isValueType(type)) return null;
    throw invalidCast("Null object cannot be converted to a value type.");
  }
  const target = underlying === null ? name : runtimeName(underlying);
  return typeNameOf(value) === target ? value : changeType(value, target);
}

export const runtimeName = (type: Type): string => (type.kind === "named" ? type.definition.fullName : type.fullName);

/** int of int?; null of what is no Nullable. */
export function nullableOf(type: Type): Type | null {
  return type.kind === "named" && type.definition.fullName === "System.Nullable" ? type.arguments[0]! : null;
}

export const isValueType = (type: Type): boolean =>
  type.kind === "named" && (type.definition.kind === "struct" || type.definition.kind === "enum");
