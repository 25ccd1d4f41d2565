import { JsonTextReader } from "@/policy/kits/json/json-text-reader";
import type { JToken } from "@/policy/kits/json/jtoken";
import { loadToken, readContent } from "@/policy/kits/json/load-token";

/** JSON as Json.NET reads it; texts that look like dates are dates only where that is wanted. */
export function readJson(text: string, parseDate: boolean): JToken {
  const reader = new JsonTextReader(text, parseDate);
  if (!readContent(reader)) throw reader.error("Error reading JToken from JsonReader.");
  const token = loadToken(reader);
  while (reader.read());
  return token;
}
