import type { Type } from "@/policy/expression/types/type";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { isValueType, nullableOf, runtimeName } from "./convert-token";
import { JsonTextReader } from "./json-text-reader";
import type { JToken } from "./jtoken";
import { JValue } from "./jvalue";
import { loadToken, readContent } from "./load-token";

/** JsonConvert.DeserializeObject of no particular type: tokens, or the value alone where the text is only a value. */
export function deserialize(text: string | null): unknown {
  const token = readWhole(text, null);
  return token instanceof JValue ? token.value : token;
}

/** The one token of a text; null where there is none. */
export function readWhole(text: string | null, type: Type | null): JToken | null {
  if (text === null) throw argumentNull("value");
  const reader = new JsonTextReader(text);
  if (!readContent(reader)) {
    if (type === null || !isValueType(type) || nullableOf(type) !== null) return null;
    throw reader.error(
      `No JSON content found and type '${runtimeName(type)}' is not nullable.`,
      "JsonSerializationException",
    );
  }
  const token = loadToken(reader);
  while (reader.read());
  return token;
}
