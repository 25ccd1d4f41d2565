import { Boxed } from "@/policy/expression/values/boxed";
import { NetArray } from "@/policy/expression/values/net-array";
import { DictionaryLike } from "@/policy/kits/collections/dictionary-like";
import { isListLike } from "@/policy/kits/collections/list-like";
import { isoDate } from "@/policy/kits/json/iso-date";
import { JArray } from "@/policy/kits/json/jarray";
import { JObject } from "@/policy/kits/json/jobject";
import type { JProperty } from "@/policy/kits/json/jproperty";
import { JToken } from "@/policy/kits/json/jtoken";
import { JValue } from "@/policy/kits/json/jvalue";
import { textOf } from "@/policy/kits/object/text-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { XDocument } from "@/policy/kits/xlinq/xdocument";
import { XElement } from "@/policy/kits/xlinq/xelement";
import { drop, pairDrop } from "./drops";
import { xmlValue } from "./xml-value";

export interface ValueOptions {
  /** Whether texts that are dates in ISO 8601 become dates. */
  readonly parseDate: boolean;
  /** Whether an element that is xsi:nil has no value, rather than an empty text. */
  readonly nilIsNull: boolean;
}

/** What a template sees of a boxed .NET value. */
export function templateValue(value: unknown, options: ValueOptions): unknown {
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "number") return value;
  if (typeof value === "string") return options.parseDate ? dateOrText(value) : value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (value instanceof Boxed) return boxedValue(value);
  if (value instanceof JToken) return jsonValue(value, options);
  if (value instanceof XDocument || value instanceof XElement) return xmlValue(value, options);
  if (value instanceof DictionaryLike) return dictionary(value, options);
  if (value instanceof NetArray || isListLike(value))
    return [...enumerate(value)].map((item) => templateValue(item, options));
  return textOf(value);
}

export const dateDrop = (date: NetDateTime): object =>
  drop({ find: (name) => (name === "ToDate" ? date : undefined), text: () => date.toText() });

function dateOrText(text: string): unknown {
  const date = isoDate(text);
  return date === null ? text : dateDrop(date);
}

function boxedValue(boxed: Boxed): unknown {
  const isNumber = /^System\.(Double|Single|S?Byte|U?Int\d\d)$/.test(boxed.typeName);
  return isNumber && Number.isSafeInteger(Math.trunc(Number(boxed.value))) ? Number(boxed.value) : textOf(boxed);
}

function jsonValue(token: JToken, options: ValueOptions): unknown {
  if (token instanceof JValue) {
    if (token.value instanceof NetDateTime) return dateDrop(token.value);
    return templateValue(token.value, options);
  }
  if (token instanceof JArray) return token.items.map((item) => jsonValue(item, options));
  if (!(token instanceof JObject)) return textOf(token);
  const properties = token.items as JProperty[];
  return drop({
    find(name) {
      const found = token.property(name) ?? properties.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (found) return jsonValue(found.value, options);
      return name === "size" ? properties.length : undefined;
    },
    *items() {
      for (const { name, value } of properties) yield pairDrop(name, jsonValue(value, options));
    },
    text: () => textOf(token),
  });
}

function dictionary(map: DictionaryLike, options: ValueOptions): object {
  return drop({
    find(name) {
      const found = map.find(name);
      return found === undefined ? undefined : templateValue(found, options);
    },
    *items() {
      for (const [key, value] of map.entries()) yield pairDrop(textOf(key), templateValue(value, options));
    },
    text: () => "",
  });
}
