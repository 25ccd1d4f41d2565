import type { ResponseMessage } from "@/policy/exchange";
import { Boxed } from "@/policy/expression/values/boxed";
import { NetArray } from "@/policy/expression/values/net-array";
import { NetObject } from "@/policy/expression/values/net-object";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import { NetHashSet } from "@/policy/kits/collections/net-hash-set";
import { NetList } from "@/policy/kits/collections/net-list";
import { Guid } from "@/policy/kits/guid/guid";
import { BigInteger } from "@/policy/kits/json/big-integer";
import { JArray } from "@/policy/kits/json/jarray";
import { JConstructor } from "@/policy/kits/json/jconstructor";
import { JObject } from "@/policy/kits/json/jobject";
import { JProperty } from "@/policy/kits/json/jproperty";
import { JRaw, JValue } from "@/policy/kits/json/jvalue";
import { NetUri } from "@/policy/kits/net/net-uri";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { xmlOf } from "@/policy/kits/xlinq/write-xml";
import { XDocument } from "@/policy/kits/xlinq/xdocument";
import { XElement } from "@/policy/kits/xlinq/xelement";
import { NotStorable } from "./not-storable";
import { typeToJson } from "./stored-type";

const deepest = 200;

/** A boxed value as JSON: texts, booleans, ints and null as themselves, all others as a list of a tag and their parts. */
export function valueToJson(value: unknown, depth = 0): unknown {
  if (depth > deepest) throw new NotStorable(`What is nested more than ${deepest} levels deep`);
  if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") {
    return value;
  }
  if (typeof value === "bigint") return ["long", value.toString()];
  if (value instanceof Boxed) return boxedToJson(value);
  if (value instanceof Uint8Array) return ["bytes", base64(value)];
  if (isResponse(value)) return responseToJson(value);
  return timeToJson(value) ?? tokenToJson(value, depth + 1) ?? collectionToJson(value, depth + 1) ?? restToJson(value);
}

const base64 = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString("base64");

function boxedToJson({ typeName, value }: Boxed): unknown {
  if (typeof value === "bigint") return ["boxed-integer", typeName, value.toString()];
  return ["boxed", typeName, Object.is(value, -0) ? "-0" : String(value)];
}

function timeToJson(value: unknown): unknown {
  if (value instanceof NetDateTime) return ["date", value.ms, value.sub, value.kind];
  if (value instanceof NetDateTimeOffset) return ["date-offset", value.clock.ms, value.clock.sub, value.minutes];
  if (value instanceof NetTimeSpan) return ["time-span", value.ms, value.sub];
  return undefined;
}

function tokenToJson(value: unknown, depth: number): unknown {
  const items = (list: readonly unknown[]) => list.map((item) => valueToJson(item, depth));
  if (value instanceof JRaw) return ["raw", valueToJson(value.value, depth)];
  if (value instanceof JValue) return ["token", value.type, valueToJson(value.value, depth)];
  if (value instanceof JObject) return ["object", ...items(value.items)];
  if (value instanceof JArray) return ["array", ...items(value.items)];
  if (value instanceof JProperty) return ["property", value.name, valueToJson(value.value, depth)];
  if (value instanceof JConstructor) return ["js-constructor", value.name, ...items(value.items)];
  return undefined;
}

function collectionToJson(value: unknown, depth: number): unknown {
  const items = (list: Iterable<unknown>) => Array.from(list, (item) => valueToJson(item, depth));
  if (value instanceof NetList) return ["list", typeToJson(value.element), ...items(value.items)];
  if (value instanceof NetArray) return ["net-array", typeToJson(value.element), ...items(value.items)];
  if (value instanceof NetHashSet && value.table.comparer === null) {
    return ["set", typeToJson(value.element), ...items(value)];
  }
  if (value instanceof NetDictionary && value.comparer === null) {
    const pairs = Array.from(value.entries()).flat();
    return ["dictionary", typeToJson(value.keyType), typeToJson(value.valueType), ...items(pairs)];
  }
  return undefined;
}

function restToJson(value: unknown): unknown {
  if (value instanceof Guid) return ["guid", value.digits];
  if (value instanceof Decimal) return ["decimal", value.coefficient.toString(), value.scale];
  if (value instanceof BigInteger) return ["big", value.value.toString()];
  if (value instanceof NetUri) return ["uri", value.originalString];
  if (value instanceof XElement) return ["element", xmlOf(value, false)];
  if (value instanceof XDocument) {
    const { declaration } = value;
    const parts = declaration && [declaration.version, declaration.encoding, declaration.standalone];
    return ["document", xmlOf(value, false), parts];
  }
  throw new NotStorable(`A value of type ${value instanceof NetObject ? value.typeName : typeof value}`);
}

export const isResponse = (value: unknown): value is ResponseMessage =>
  typeof value === "object" && value !== null && "status" in value && "headers" in value && "body" in value;

function responseToJson({ status, reason, headers, body }: ResponseMessage): unknown {
  const content = body.kind === "none" ? new Uint8Array(0) : body.content;
  if (content === undefined || content === null) throw new NotStorable("A response whose body has not been received");
  return ["response", status, reason, [...headers.lines], base64(content)];
}
