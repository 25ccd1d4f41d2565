import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { addContent } from "@/policy/kits/json/add-content";
import { fromObject } from "@/policy/kits/json/from-object";
import { JArray } from "@/policy/kits/json/jarray";
import type { JToken } from "@/policy/kits/json/jtoken";
import { parseToken } from "@/policy/kits/json/load-token";
import { implementType } from "@/policy/library/implement";

function create(content: unknown): JArray {
  const array = new JArray();
  addContent(array, 0, content);
  return array;
}

export const runtime = implementType("Newtonsoft.Json.Linq.JArray", {
  "new()": () => new JArray(),
  "new(JArray)": (other: JArray | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(params object[])": (content: NetArray) => create(content),
  "new(object)": create,
  "this[int]": (self: JArray, index: number) => self.getItem(index),
  "set this[int]": (self: JArray, index: number, value: JToken | null) => self.setItem(index, value),
  IsReadOnly: () => false,
  "Parse(string)": (text: string | null) => parseToken(text, "JArray"),
  "FromObject(object)": (value: unknown) => fromObject(value, "JArray"),
  "IndexOf(JToken)": (self: JArray, item: JToken | null) => self.indexOf(item),
  "Insert(int, JToken)": (self: JArray, index: number, item: JToken | null) => {
    self.insert(index, item);
  },
  "RemoveAt(int)": (self: JArray, index: number) => self.removeItemAt(index),
  "Add(JToken)": (self: JArray, item: JToken | null) => {
    self.insert(self.items.length, item);
  },
  "Clear()": (self: JArray) => self.clear(),
  "Contains(JToken)": (self: JArray, item: JToken | null) => self.indexOf(item) >= 0,
  "CopyTo(JToken[], int)": (self: JArray, array: NetArray | null, index: number) => {
    if (array === null) throw argumentNull("array");
    if (index < 0) throw argumentOutOfRange("arrayIndex", "arrayIndex is less than 0.");
    if (self.items.length > array.items.length - index)
      throw argumentException(
        "The number of elements in the source JObject is greater than the available space from arrayIndex to the end of the destination array.",
      );
    let at = index;
    for (const item of self.children()) array.items[at++] = item;
  },
  "Remove(JToken)": (self: JArray, item: JToken | null) => self.removeItem(item),
});
