import { argumentException, argumentNull, overflowException } from "@/policy/expression/values/net-exception";
import { fromBase64, toBase64 } from "@/policy/kits/convert/base64";
import { textOf } from "@/policy/kits/object/text-of";
import { BigInteger } from "./big-integer";
import { toDateTime, toDateTimeOffset, toGuid, toTimeSpan, toUri } from "./cast-values";
import { changeType, unboxed } from "./change-type";
import { JProperty } from "./jproperty";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { TokenType, tokenTypeName } from "./token-type";

const {
  Integer,
  Float,
  String: Text,
  Comment,
  Raw,
  Boolean: Bool,
  Bytes,
  Guid,
  TimeSpan,
  Uri,
  Date: DateType,
} = TokenType;
const texts = [Text, Comment, Raw];
const numbers = [Integer, Float, ...texts, Bool];

interface Cast {
  /** As the error calls it. */
  readonly name: string;
  readonly from: readonly number[];
  /** Boxed to boxed. */
  convert(value: unknown): unknown;
}

const number = (name: string): Cast => ({
  name,
  from: numbers,
  convert: (value) => changeType(value, `System.${name}`),
});

/** The explicit conversions of JToken, by what they convert to. */
export const casts = {
  bool: { name: "Boolean", from: numbers, convert: (value) => changeType(value, "System.Boolean") },
  byte: number("Byte"),
  sbyte: number("SByte"),
  short: number("Int16"),
  ushort: number("UInt16"),
  int: number("Int32"),
  uint: number("UInt32"),
  long: number("Int64"),
  ulong: number("UInt64"),
  float: number("Single"),
  double: number("Double"),
  decimal: number("Decimal"),
  char: { name: "Char", from: [Integer, Float, ...texts], convert: (value) => changeType(value, "System.Char") },
  DateTime: { name: "DateTime", from: [DateType, ...texts], convert: toDateTime },
  DateTimeOffset: { name: "DateTimeOffset", from: [DateType, ...texts], convert: toDateTimeOffset },
  TimeSpan: { name: "TimeSpan", from: [...texts, TimeSpan], convert: toTimeSpan },
  Guid: { name: "Guid", from: [...texts, Guid, Bytes], convert: toGuid },
  Uri: { name: "Uri", from: [...texts, Uri], convert: toUri },
  string: {
    name: "String",
    from: [DateType, Bytes, Guid, TimeSpan, Uri, ...numbers],
    convert: (value) => (value instanceof Uint8Array ? toBase64(value, false) : textOf(value)),
  },
  "byte[]": { name: "byte array", from: [...texts, Integer, Bytes], convert: toBytes },
} satisfies Record<string, Cast>;

export type CastName = keyof typeof casts;

/** (int)token, boxed. */
export function castBoxed(token: JToken, target: CastName): unknown {
  return casts[target].convert(castable(token, casts[target], false).value);
}

/** (int)token, as a raw value. */
export function castToken(token: JToken | null, target: CastName): unknown {
  if (token === null) throw argumentNull("value");
  return unboxed(castBoxed(token, target));
}

/** (int?)token and (string)token: null stays null. */
export function castNullable(token: JToken | null, target: CastName): unknown {
  if (token === null) return null;
  const { value } = castable(token, casts[target], true);
  return value === null ? null : unboxed(casts[target].convert(value));
}

function castable(token: JToken, cast: Cast, nullable: boolean): JValue {
  const target = token instanceof JProperty ? token.value : token;
  const { type } = target;
  const isNull = type === TokenType.Null || type === TokenType.Undefined;
  if (target instanceof JValue && (cast.from.includes(type) || (nullable && isNull))) {
    if (target.value !== null || nullable) return target;
    // Convert gives zero for null, which only a string without a value can hold here.
    return new JValue(cast.from === numbers ? 0 : "");
  }
  throw argumentException(`Can not convert ${tokenTypeName(type)} to ${cast.name}.`);
}

function toBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return value;
  if (typeof value === "string") return fromBase64(value);
  if (value instanceof BigInteger) throw overflowException("Value was either too large or too small for an Int64.");
  throw argumentException("Can not convert Integer to byte array.");
}
