import { JArray } from "./jarray";
import { JConstructor } from "./jconstructor";
import { JContainer } from "./jcontainer";
import { JObject } from "./jobject";
import { JProperty } from "./jproperty";
import { JToken } from "./jtoken";
import { JRaw, JValue } from "./jvalue";

const classes: ReadonlyMap<string, abstract new (...arguments_: never[]) => JToken> = new Map<
  string,
  abstract new (
    ...arguments_: never[]
  ) => JToken
>([
  ["JToken", JToken],
  ["JContainer", JContainer],
  ["JObject", JObject],
  ["JArray", JArray],
  ["JProperty", JProperty],
  ["JConstructor", JConstructor],
  ["JValue", JValue],
  ["JRaw", JRaw],
]);

const namespace = "Newtonsoft.Json.Linq.";

export const isTokenType = (fullName: string): boolean =>
  fullName.startsWith(namespace) && classes.has(fullName.slice(namespace.length));

export function isTokenOf(token: JToken, fullName: string): boolean {
  const found = fullName.startsWith(namespace) ? classes.get(fullName.slice(namespace.length)) : undefined;
  return found !== undefined && token instanceof found;
}
