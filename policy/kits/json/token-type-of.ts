import { argumentException } from "@/policy/expression/values/net-exception";
import { enumOf } from "@/policy/kits/object/enums";
import { typeNameOf } from "@/policy/kits/object/type-name-of";
import { TokenType } from "./token-type";

const types = new Map<string, number>([
  ["System.SByte", TokenType.Integer],
  ["System.Byte", TokenType.Integer],
  ["System.Int16", TokenType.Integer],
  ["System.UInt16", TokenType.Integer],
  ["System.Int32", TokenType.Integer],
  ["System.UInt32", TokenType.Integer],
  ["System.Int64", TokenType.Integer],
  ["System.UInt64", TokenType.Integer],
  ["System.Numerics.BigInteger", TokenType.Integer],
  ["System.Single", TokenType.Float],
  ["System.Double", TokenType.Float],
  ["System.Decimal", TokenType.Float],
  ["System.String", TokenType.String],
  ["System.Boolean", TokenType.Boolean],
  ["System.DateTime", TokenType.Date],
  ["System.DateTimeOffset", TokenType.Date],
  ["System.Byte[]", TokenType.Bytes],
  ["System.Guid", TokenType.Guid],
  ["System.Uri", TokenType.Uri],
  ["System.TimeSpan", TokenType.TimeSpan],
]);

/** The JTokenType of a boxed value; null of one that is no JSON value. */
export function findTokenType(value: unknown): number | null {
  if (value === null) return TokenType.Null;
  const name = typeNameOf(value);
  return types.get(name) ?? (enumOf(name) === null ? null : TokenType.Integer);
}

export function tokenTypeOf(value: unknown): number {
  const type = findTokenType(value);
  if (type === null) throw argumentException(`Could not determine JSON object type for type ${typeNameOf(value)}.`);
  return type;
}
