import type { AttributeDefinition, TextDefinition } from "@/policy/catalog/define";

/** How a value is edited. */
export type Control =
  | "line"
  | "lines"
  | "code"
  | "header-name"
  | "url"
  | "number"
  | "seconds"
  | "milliseconds"
  | "status-code"
  | "boolean"
  | "enum"
  | "variable"
  | "reference"
  | "date-time";

export function controlOf(definition: AttributeDefinition | TextDefinition): Control {
  const { type, form } = definition;
  if ("refersTo" in definition && definition.refersTo !== undefined) return "reference";
  if (definition.allowed !== undefined) return "enum";
  if (type === "boolean") return "boolean";
  if (type === "dateTime") return "date-time";
  if (type === "string") return form?.control ?? "line";
  return form?.control === "seconds" || form?.control === "milliseconds" || form?.control === "status-code"
    ? form.control
    : "number";
}
