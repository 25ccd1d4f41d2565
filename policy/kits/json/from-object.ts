import { AnonymousObject } from "@/policy/expression/values/anonymous-object";
import { Boxed } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { argumentException, argumentNull, NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { NetTuple } from "@/policy/kits/collections/net-tuple";
import { textOf } from "@/policy/kits/object/text-of";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { isoText } from "./iso-date";
import { JArray } from "./jarray";
import { JObject } from "./jobject";
import { JProperty } from "./jproperty";
import { JToken } from "./jtoken";
import { JValue, newNull } from "./jvalue";
import { TokenType, tokenTypeName } from "./token-type";
import { findTokenType } from "./token-type-of";
import { guardDepth } from "./too-deep";

/** JToken.FromObject and its like. */
export function fromObject(value: unknown, kind: "JToken" | "JObject" | "JArray" = "JToken"): JToken {
  if (value === null) throw argumentNull("o");
  const token = value instanceof JToken ? value.clone(0) : serialize(value, 0);
  if (kind !== "JToken" && !token.typeName.endsWith(`.${kind}`))
    throw argumentException(`Object serialized to ${tokenTypeName(token.type)}. ${kind} instance expected.`);
  return token;
}

/** The token that stands for a boxed value in JSON. */
export function serialize(value: unknown, depth: number): JToken {
  guardDepth(depth);
  if (value === null) return newNull();
  if (value instanceof JToken) return value;
  if (value instanceof Boxed && value.typeName === "System.Char") return new JValue(textOf(value), TokenType.String);
  const type = findTokenType(value);
  if (type !== null) return new JValue(value, type);
  if (value instanceof AnonymousObject) return members(value, depth);
  if (value instanceof NetTuple) return tuple(value, depth);
  const name = typeNameOf(value);
  if (name.endsWith(".KeyValuePair")) return pair(value as unknown as Pair, depth);
  if (!(value instanceof NetObject) || !(Symbol.iterator in value))
    throw new NetException(
      "Newtonsoft.Json.JsonSerializationException",
      `Objects of the type '${name}' have no form in JSON.`,
    );
  return isDictionary(name)
    ? dictionary(value as unknown as Iterable<unknown>, depth)
    : array(value as unknown as Iterable<unknown>, depth);
}

interface Pair {
  readonly key: unknown;
  readonly value: unknown;
}

const isDictionary = (typeName: string): boolean => typeName.endsWith("Dictionary") || typeName.endsWith("Lookup`2");

function members(value: AnonymousObject, depth: number): JObject {
  const object = new JObject();
  value.type.properties.forEach(({ name }, at) => {
    object.set(name, serialize(value.values[at] ?? null, depth + 1));
  });
  return object;
}

function tuple({ items }: NetTuple, depth: number): JObject {
  const object = new JObject();
  items.forEach((item, at) => {
    object.set(at < 7 ? `Item${at + 1}` : "Rest", serialize(item, depth + 1));
  });
  return object;
}

function pair({ key, value }: Pair, depth: number): JObject {
  const object = new JObject();
  object.set("Key", serialize(key, depth + 1));
  object.set("Value", serialize(value, depth + 1));
  return object;
}

function dictionary(entries: Iterable<unknown>, depth: number): JObject {
  const object = new JObject();
  for (const entry of entries) {
    tick();
    const { key, value } = entry as Pair;
    object.set(keyText(key), serialize(value, depth + 1));
  }
  return object;
}

function keyText(key: unknown): string {
  const name = typeNameOf(key);
  return name === "System.DateTime" || name === "System.DateTimeOffset" ? isoText(key) : textOf(key);
}

function array(elements: Iterable<unknown>, depth: number): JArray {
  const result = new JArray();
  for (const element of elements) {
    tick();
    const token = serialize(element, depth + 1);
    // A property stands in an array only by what it holds.
    result.insert(result.items.length, token instanceof JProperty ? token.value : token);
  }
  return result;
}
