import type { Type } from "@/policy/expression/types/type";
import { argumentNull, invalidOperation } from "@/policy/expression/values/net-exception";
import { addContent } from "@/policy/kits/json/add-content";
import { explicitConversions, implicitConversions } from "@/policy/kits/json/conversions";
import { convertToken, runtimeName } from "@/policy/kits/json/convert-token";
import { fromObject } from "@/policy/kits/json/from-object";
import type { JContainer } from "@/policy/kits/json/jcontainer";
import { JEnumerable } from "@/policy/kits/json/jenumerable";
import { pathOf } from "@/policy/kits/json/json-position";
import type { JToken } from "@/policy/kits/json/jtoken";
import { parseToken } from "@/policy/kits/json/load-token";
import { afterSelf, ancestors, beforeSelf, rootOf } from "@/policy/kits/json/navigate";
import { toObject } from "@/policy/kits/json/to-object";
import { isTokenOf } from "@/policy/kits/json/token-classes";
import { TokenComparer } from "@/policy/kits/json/token-comparer";
import { tokenText } from "@/policy/kits/json/write-token";
import { selectToken, selectTokens } from "@/policy/kits/json-path/select";
import { implementType } from "@/policy/library/implement";

const comparer = new TokenComparer();

function parentOf(token: JToken): JContainer {
  if (token.parent === null) throw invalidOperation("The parent is missing.");
  return token.parent;
}

function* ofType(tokens: Iterable<JToken>, type: Type): Iterable<unknown> {
  for (const token of tokens) yield convertToken(token, type);
}

export const runtime = implementType("Newtonsoft.Json.Linq.JToken", {
  EqualityComparer: () => comparer,
  Parent: (self: JToken) => self.parent,
  Root: (self: JToken) => rootOf(self),
  Type: (self: JToken) => self.type,
  HasValues: (self: JToken) => self.hasValues,
  Next: (self: JToken) => self.next,
  Previous: (self: JToken) => self.previous,
  Path: (self: JToken) => pathOf(self),
  First: (self: JToken) => self.first,
  Last: (self: JToken) => self.last,
  "this[object]": (self: JToken, key: unknown) => self.at(key),
  "set this[object]": (self: JToken, key: unknown, value: JToken | null) => self.setAt(key, value),
  "Parse(string)": (text: string | null) => parseToken(text),
  "FromObject(object)": (value: unknown) => fromObject(value),
  "DeepEquals(JToken, JToken)": (a: JToken | null, b: JToken | null) =>
    a === b || (a !== null && b !== null && a.deepEquals(b, 0)),
  "AddAfterSelf(object)": (self: JToken, content: unknown) =>
    addContent(parentOf(self), parentOf(self).indexOf(self) + 1, content),
  "AddBeforeSelf(object)": (self: JToken, content: unknown) =>
    addContent(parentOf(self), parentOf(self).indexOf(self), content),
  "Ancestors()": (self: JToken) => new JEnumerable(() => ancestors(self.parent)),
  "AncestorsAndSelf()": (self: JToken) => new JEnumerable(() => ancestors(self)),
  "AfterSelf()": (self: JToken) => new JEnumerable(() => afterSelf(self)),
  "BeforeSelf()": (self: JToken) => new JEnumerable(() => beforeSelf(self)),
  "Value<T>(object)": (self: JToken, type: Type, key: unknown) => convertToken(self.at(key), type),
  "Children()": (self: JToken) => new JEnumerable(() => self.children()),
  "Children<T>()": (self: JToken, type: Type) =>
    new JEnumerable(() => [...self.children()].filter((child) => isTokenOf(child, runtimeName(type))), type),
  "Values<T>()": (self: JToken, type: Type) => {
    if (self.type > 4) throw invalidOperation(`Cannot access child value on ${self.typeName}.`);
    return new JEnumerable(() => ofType(self.children(), type), type);
  },
  "Remove()": (self: JToken) => {
    parentOf(self).removeItem(self);
  },
  "Replace(JToken)": (self: JToken, value: JToken | null) => {
    parentOf(self).setItem(parentOf(self).indexOf(self), value);
  },
  "ToString()": (self: JToken) => self.toText(),
  "ToString(Formatting)": (self: JToken, formatting: number) => tokenText(self, formatting === 1),
  "DeepClone()": (self: JToken) => self.clone(0),
  "ToObject<T>()": (self: JToken, type: Type) => toObject(self, type),
  "SelectToken(string)": (self: JToken, path: string | null) => selectToken(self, path, false),
  "SelectToken(string, bool)": selectToken,
  "SelectTokens(string)": (self: JToken, path: string | null) => selection(self, path, false),
  "SelectTokens(string, bool)": selection,
  ...explicitConversions(),
  ...implicitConversions(),
});

function selection(self: JToken, path: string | null, strict: boolean): JEnumerable {
  if (path === null) throw argumentNull("expression");
  return new JEnumerable(() => selectTokens(self, path, strict));
}
