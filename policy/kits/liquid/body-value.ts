import { isJsonType, isXmlType } from "@/policy/kits/content/media-type";
import { transformationFailed } from "@/policy/kits/content/transformation-failed";
import { readJson } from "@/policy/kits/json-xml/read-json";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { templateValue, type ValueOptions } from "./template-value";

/** A body as templates see it: XML or JSON if its Content-Type says so, else a text; nothing where it is empty. */
export function bodyValue(
  text: string,
  contentType: string | undefined,
  options: ValueOptions,
  source: string,
): unknown {
  if (text.trim() === "") return null;
  try {
    if (isXmlType(contentType)) return templateValue(parseXml(text, false), options);
    if (isJsonType(contentType)) return templateValue(readJson(text, options.parseDate), options);
  } catch (error) {
    throw transformationFailed(source, `The body cannot be read by the template. ${(error as Error).message}`, error);
  }
  return text;
}
