import type { JsonObject } from "@/lib/json";
import type { Rules } from "../behaviour";
import { jsonProblem, sizeProblem, xmlProblem } from "./schema-text";

export const rules: Rules = {
  write(writing) {
    const { properties, before } = writing;
    const { schemaType, value, document } = properties;
    const stored = before?.properties.schemaType;
    if (stored !== undefined && stored !== schemaType)
      writing.refuse("schemaType", `Is '${stored}' and cannot change.`);
    if (schemaType === "xml" && document !== undefined) writing.refuse("document", "Is for JSON: give XML as a value.");
    if (schemaType === "xml" && typeof value !== "string")
      return writing.refuse("value", "Must be the schema as a text.");
    if (value === undefined && document === undefined) return writing.refuse("document", "Is required.");
    if (value !== undefined && document !== undefined) writing.refuse("value", "Give a value or a document, not both.");
    const target = value === undefined ? "document" : "value";
    const text = textOf(properties);
    const problem = sizeProblem(text) ?? (schemaType === "xml" ? xmlProblem(text) : jsonProblem(text));
    if (problem !== null) writing.refuse(target, problem);
  },
};

/** JSON may be given as such, or as a text that holds it. */
export function textOf({ value, document }: JsonObject): string {
  const given = value ?? document;
  return typeof given === "string" ? given : JSON.stringify(given);
}
