import type { Ref } from "@/policy/expression/values/boxed";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { addContent } from "@/policy/kits/json/add-content";
import { fromObject } from "@/policy/kits/json/from-object";
import { JEnumerable } from "@/policy/kits/json/jenumerable";
import { JObject } from "@/policy/kits/json/jobject";
import { JProperty } from "@/policy/kits/json/jproperty";
import type { JToken } from "@/policy/kits/json/jtoken";
import { parseToken } from "@/policy/kits/json/load-token";
import { equalText } from "@/policy/kits/text/comparison";
import { implementType } from "@/policy/library/implement";

function create(content: unknown): JObject {
  const object = new JObject();
  addContent(object, 0, content);
  return object;
}

/** The exact name wins over one that is equal only by the comparison. */
function find(self: JObject, name: string | null, comparison: number): JProperty | null {
  if (name === null) return null;
  const exact = self.property(name);
  if (exact !== null || comparison === 4) return exact;
  for (const property of self.children() as Iterable<JProperty>)
    if (equalText(property.name, name, comparison)) return property;
  return null;
}

function* valuesOf(self: JObject): Iterable<JToken> {
  for (const property of self.children() as Iterable<JProperty>) yield property.value;
}

function tryGet(self: JObject, name: string | null, comparison: number, result: Ref<JToken | null>): boolean {
  result.value = find(self, name, comparison)?.value ?? null;
  return result.value !== null;
}

export const runtime = implementType("Newtonsoft.Json.Linq.JObject", {
  "new()": () => new JObject(),
  "new(JObject)": (other: JObject | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(params object[])": (content: NetArray) => create(content),
  "new(object)": create,
  "this[string]": (self: JObject, name: string | null) => self.get(name),
  "set this[string]": (self: JObject, name: string | null, value: JToken | null) => self.set(name, value),
  "Parse(string)": (text: string | null) => parseToken(text, "JObject"),
  "FromObject(object)": (value: unknown) => fromObject(value, "JObject"),
  "Add(string, JToken)": (self: JObject, name: string | null, value: JToken | null) => {
    self.insert(self.items.length, new JProperty(name, value));
  },
  "Remove(string)": (self: JObject, name: string | null) => {
    if (name === null) throw argumentNull("propertyName");
    return self.removeItem(self.property(name));
  },
  "Properties()": (self: JObject) => new JEnumerable(() => self.children(), "Newtonsoft.Json.Linq.JProperty"),
  "Property(string)": (self: JObject, name: string | null) => self.property(name),
  "Property(string, StringComparison)": find,
  "PropertyValues()": (self: JObject) => new JEnumerable(() => valuesOf(self)),
  "GetValue(string)": (self: JObject, name: string | null) => find(self, name, 4)?.value ?? null,
  "GetValue(string, StringComparison)": (self: JObject, name: string | null, comparison: number) =>
    find(self, name, comparison)?.value ?? null,
  "TryGetValue(string, out JToken)": (self: JObject, name: string | null, result: Ref<JToken | null>) =>
    tryGet(self, name, 4, result),
  "TryGetValue(string, StringComparison, out JToken)": tryGet,
  "ContainsKey(string)": (self: JObject, name: string | null) => {
    if (name === null) throw argumentNull("propertyName");
    return self.property(name) !== null;
  },
});
