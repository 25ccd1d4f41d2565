import { removeAttribute, setAttribute } from "@/policy/xml/edit";
import { attributeOf, type XmlElement } from "@/policy/xml/nodes";
import type { TextEdit } from "@/policy/xml/text-edit";
import type { FormField } from "./describe-form";
import { writeContent } from "./text-content";

/** The edit that gives a field a value; null takes an attribute away. What is there already is not touched. */
export function writeField(element: XmlElement, field: FormField, value: string | null): TextEdit[] {
  if (field.kind === "text") return writeContent(element, value ?? "", field.mayHoldMarkup);
  if (value === null) return removeAttribute(element, field.name);
  return attributeOf(element, field.name)?.value === value ? [] : setAttribute(element, field.name, value);
}

/** What an emptied field becomes: what is required stays, so that its absence is seen where it stands. */
export const emptied = (field: FormField): string | null => (field.required || field.kind === "text" ? "" : null);
