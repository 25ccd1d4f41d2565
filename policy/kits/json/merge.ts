import { tick } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { equalText } from "@/policy/kits/text/comparison";
import { addContent, asToken } from "./add-content";
import { JArray } from "./jarray";
import type { JContainer } from "./jcontainer";
import { JObject } from "./jobject";
import { JProperty } from "./jproperty";
import type { JToken } from "./jtoken";
import { TokenType } from "./token-type";
import { guardDepth } from "./too-deep";

export class JsonMergeSettings extends NetObject {
  arrays = 0;
  nulls = 0;
  comparison = 4;

  override get typeName(): string {
    return "Newtonsoft.Json.Linq.JsonMergeSettings";
  }
}

/** JContainer.Merge */
export function merge(target: JContainer, content: unknown, settings: JsonMergeSettings, depth = 0): void {
  guardDepth(depth);
  if (target instanceof JObject) {
    if (content instanceof JObject) mergeObjects(target, content, settings, depth);
  } else if (target instanceof JArray) {
    if (content instanceof NetObject && Symbol.iterator in content)
      mergeArrays(target, [...(content as Iterable<unknown>)].map(asToken), settings, depth);
  } else if (target instanceof JProperty) {
    if (content instanceof JProperty) mergeValue(target, content.value, settings, depth);
  } else addContent(target, target.items.length, content);
}

function mergeObjects(target: JObject, content: JObject, settings: JsonMergeSettings, depth: number): void {
  for (const item of [...content.items] as JProperty[]) {
    tick();
    const known = target.property(item.name) ?? similar(target, item.name, settings.comparison);
    if (known) mergeValue(known, item.value, settings, depth);
    else target.set(item.name, item.value);
  }
}

function similar(target: JObject, name: string, comparison: number): JProperty | null {
  if (comparison === 4) return null;
  return (target.items as JProperty[]).find((item) => equalText(item.name, name, comparison)) ?? null;
}

function mergeValue(known: JProperty, value: JToken, settings: JsonMergeSettings, depth: number): void {
  const existing = known.value;
  if (value.type === TokenType.Null) {
    if (settings.nulls === 1) known.value = value;
  } else if (isContainer(existing) && existing.type === value.type) merge(existing, value, settings, depth + 1);
  else known.value = value;
}

const isContainer = (token: JToken): token is JContainer => token instanceof JObject || token instanceof JArray;

const [union, replace, mergeByIndex] = [1, 2, 3];

function mergeArrays(target: JArray, content: readonly JToken[], settings: JsonMergeSettings, depth: number): void {
  if (settings.arrays === replace) target.clear();
  content.forEach((item, index) => {
    tick();
    const existing = target.items[index];
    if (settings.arrays === union && target.items.some((known) => known.deepEquals(item, 0))) return;
    if (settings.arrays !== mergeByIndex || existing === undefined) target.insert(target.items.length, item);
    else if (isContainer(existing) && existing.type === item.type) merge(existing, item, settings, depth + 1);
    else if (item.type !== TokenType.Null || settings.nulls === 1) target.setItem(index, item);
  });
}
