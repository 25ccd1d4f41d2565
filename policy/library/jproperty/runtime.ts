import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { addContent, asToken, isSequence } from "@/policy/kits/json/add-content";
import { JArray } from "@/policy/kits/json/jarray";
import { JProperty } from "@/policy/kits/json/jproperty";
import type { JToken } from "@/policy/kits/json/jtoken";
import { implementType } from "@/policy/library/implement";

/** Several values become an array. */
function create(name: string | null, content: unknown): JProperty {
  if (!isSequence(content)) return new JProperty(name, asToken(content));
  const array = new JArray();
  addContent(array, 0, content);
  return new JProperty(name, array);
}

export const runtime = implementType("Newtonsoft.Json.Linq.JProperty", {
  "new(JProperty)": (other: JProperty | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(string, params object[])": (name: string | null, content: NetArray | null) => create(name, content),
  "new(string, object)": create,
  Name: (self: JProperty) => self.name,
  Value: (self: JProperty) => self.value,
  "set Value": (self: JProperty, value: JToken | null) => {
    self.value = value;
  },
});
