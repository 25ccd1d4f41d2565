import { Boxed, boxDouble, boxFloat } from "@/policy/expression/values/boxed";
import type { MemberRuntime } from "@/policy/library/implement";
import { type CastName, castNullable, casts, castToken } from "./cast";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { TokenType } from "./token-type";

const references: readonly string[] = ["string", "Uri", "byte[]"];

/** All explicit conversions of JToken. */
export function explicitConversions(): Record<string, MemberRuntime> {
  const members: [string, MemberRuntime][] = [];
  for (const name of Object.keys(casts) as CastName[])
    if (references.includes(name)) members.push([`explicit ${name}(JToken)`, (token) => castNullable(token, name)]);
    else {
      members.push([`explicit ${name}(JToken)`, (token: JToken | null) => castToken(token, name)]);
      members.push([`explicit ${name}?(JToken)`, (token: JToken | null) => castNullable(token, name)]);
    }
  return Object.fromEntries(members);
}

/** How a raw value stands in a JValue: what Newtonsoft keeps as a long is one. */
const boxes: readonly (readonly [name: string, box: (raw: never) => unknown])[] = [
  ["bool", (value) => value],
  ["byte", (value) => BigInt(value)],
  ["sbyte", (value) => BigInt(value)],
  ["short", (value) => BigInt(value)],
  ["ushort", (value) => BigInt(value)],
  ["int", (value) => BigInt(value)],
  ["uint", (value) => BigInt(value)],
  ["long", (value) => value],
  ["ulong", (value) => new Boxed("System.UInt64", value)],
  ["float", (value) => boxFloat(value)],
  ["double", (value) => boxDouble(value)],
  ["decimal", (value) => value],
  ["DateTime", (value) => value],
  ["DateTimeOffset", (value) => value],
  ["TimeSpan", (value) => value],
  ["Guid", (value) => value],
];

/** All implicit conversions to JToken. A string stays a string even when it is null. */
export function implicitConversions(): Record<string, MemberRuntime> {
  const members: [string, MemberRuntime][] = [
    ["implicit JToken(string)", (value: string | null) => new JValue(value, TokenType.String)],
    ["implicit JToken(Uri)", (value: unknown) => new JValue(value)],
    ["implicit JToken(byte[])", (value: Uint8Array | null) => new JValue(value)],
  ];
  for (const [name, box] of boxes) {
    members.push([`implicit JToken(${name})`, (value: never) => new JValue(box(value))]);
    members.push([
      `implicit JToken(${name}?)`,
      (value: never | null) => new JValue(value === null ? null : box(value)),
    ]);
  }
  return Object.fromEntries(members);
}
