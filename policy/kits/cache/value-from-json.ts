import { BytesBody, emptyBody } from "@/policy/body";
import { Boxed } from "@/policy/expression/values/boxed";
import { NetArray } from "@/policy/expression/values/net-array";
import { Headers } from "@/policy/headers";
import { NetDictionary } from "@/policy/kits/collections/net-dictionary";
import { NetHashSet } from "@/policy/kits/collections/net-hash-set";
import { NetList } from "@/policy/kits/collections/net-list";
import { Guid } from "@/policy/kits/guid/guid";
import { BigInteger } from "@/policy/kits/json/big-integer";
import { JArray } from "@/policy/kits/json/jarray";
import { JConstructor } from "@/policy/kits/json/jconstructor";
import type { JContainer } from "@/policy/kits/json/jcontainer";
import { JObject } from "@/policy/kits/json/jobject";
import { JProperty } from "@/policy/kits/json/jproperty";
import type { JToken } from "@/policy/kits/json/jtoken";
import { JRaw, JValue } from "@/policy/kits/json/jvalue";
import { BufferedResponse } from "@/policy/kits/message/buffered-response";
import { NetUri, uriKinds } from "@/policy/kits/net/net-uri";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { NetDateTimeOffset } from "@/policy/kits/time/net-date-time-offset";
import { NetTimeSpan } from "@/policy/kits/time/net-time-span";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { XDeclaration } from "@/policy/kits/xlinq/xdocument";
import { typeFromJson } from "./stored-type";

type Parts = readonly unknown[];

/** What valueToJson wrote, anew: nothing of it is shared with whoever stored it. */
export function valueFromJson(json: unknown): unknown {
  if (!Array.isArray(json)) {
    if (typeof json === "object" && json !== null) throw new Error("A bare object is no stored value.");
    return json;
  }
  const [tag, ...parts] = json as [string, ...unknown[]];
  const read = Object.hasOwn(readers, tag) ? readers[tag] : undefined;
  if (read === undefined) throw new Error(`'${tag}' is no tag of a stored value.`);
  return read(parts);
}

const readers: Readonly<Record<string, (parts: Parts) => unknown>> = {
  long: ([text]) => BigInt(text as string),
  boxed: ([type, text]) => new Boxed(type as string, Number(text)),
  "boxed-integer": ([type, text]) => new Boxed(type as string, BigInt(text as string)),
  bytes: ([text]) => new Uint8Array(Buffer.from(text as string, "base64")),
  date: ([ms, sub, kind]) => new NetDateTime(ms as number, sub as number, kind as number),
  "date-offset": ([ms, sub, minutes]) =>
    new NetDateTimeOffset(new NetDateTime(ms as number, sub as number, 0), minutes as number),
  "time-span": ([ms, sub]) => new NetTimeSpan(ms as number, sub as number),
  raw: ([value]) => new JRaw(valueFromJson(value)),
  token: ([type, value]) => new JValue(valueFromJson(value), type as number),
  object: (items) => filled(new JObject(), items),
  array: (items) => filled(new JArray(), items),
  property: ([name, value]) => new JProperty(name as string, valueFromJson(value) as JToken),
  "js-constructor": ([name, ...items]) => filled(new JConstructor(name as string | null), items),
  list: ([type, ...items]) => new NetList(typeFromJson(type), items.map(valueFromJson)),
  "net-array": ([type, ...items]) => new NetArray(typeFromJson(type), items.map(valueFromJson)),
  set: ([type, ...items]) => new NetHashSet(typeFromJson(type), items.map(valueFromJson)),
  dictionary: ([key, value, ...pairs]) => {
    const dictionary = new NetDictionary(typeFromJson(key), typeFromJson(value));
    for (let at = 0; at < pairs.length; at += 2) dictionary.add(valueFromJson(pairs[at]), valueFromJson(pairs[at + 1]));
    return dictionary;
  },
  guid: ([digits]) => new Guid(digits as string),
  decimal: ([coefficient, scale]) => Decimal.of(BigInt(coefficient as string), scale as number),
  big: ([text]) => new BigInteger(BigInt(text as string)),
  uri: ([text]) => NetUri.create(text as string, uriKinds.either),
  element: ([text]) => {
    const { root } = parseXml(text as string, true);
    root?.remove();
    return root;
  },
  document: ([text, declaration]) => {
    const document = parseXml(text as string, true);
    if (declaration !== null) document.declaration = new XDeclaration(...(declaration as [string, string, string]));
    return document;
  },
  response: ([status, reason, lines, content]) => {
    if (!Number.isInteger(status) || typeof reason !== "string" || !isLines(lines))
      throw new Error("It is no response.");
    const bytes = Buffer.from(content as string, "base64");
    const body = bytes.byteLength === 0 ? emptyBody : new BytesBody(bytes);
    return new BufferedResponse(status as number, reason as string, new Headers(lines), body);
  },
};

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length % 2 === 0 && value.every((each) => typeof each === "string");

function filled(container: JContainer, items: Parts): JContainer {
  for (const item of items) container.append(valueFromJson(item) as JToken);
  return container;
}
