import type { DocumentPlace } from "@/policy/catalog/define";
import { check } from "@/policy/check";
import { describe, isError } from "@/policy/diagnostics";
import type { ScopeName } from "@/policy/exchange";
import { toRaw } from "@/policy/xml/convert";
import { Refusal } from "../../refusals";
import type { Writing } from "../behaviour";
import { findReferences } from "./find-references";

/** Checks a policy's text, notes what it refers to, and brings it into the raw form in which it is kept. */
export async function settleDocument(
  writing: Writing,
  kind: "policies" | "fragment" | "resolver",
  scope: ScopeName,
  place: DocumentPlace = {},
): Promise<void> {
  const { properties, tx } = writing;
  const { value, format = "xml", ...rest } = properties;
  if (format === "xml-link" || format === "rawxml-link") {
    const form = format.slice(0, -"-link".length);
    return writing.refuse(
      "format",
      `Links are not fetched by this version. Send the document itself as value, with the format ${form}.`,
    );
  }
  const text = String(value);
  const { ids, known, fragmentText } = await findReferences(tx, text);
  const errors = check(text, { kind, scope, known, fragmentText, place, runs: true }).filter(isError);
  if (errors.length > 0) {
    throw new Refusal(400, "ValidationError", "One or more fields contain incorrect values:", {
      details: errors.map((diagnostic) => ({
        code: "ValidationError",
        target: diagnostic.element === "" ? "value" : diagnostic.element,
        message: describe(diagnostic),
      })),
    });
  }
  writing.properties = { ...rest, format: "rawxml", value: format === "xml" ? toRaw(text) : text, references: ids };
}

/** What the operation that a policy belongs to says of it. */
export async function placeOf({ type, parentId, tx }: Writing): Promise<DocumentPlace> {
  if (type !== "apis/operations/policies" || parentId === null) return {};
  const urlTemplate = (await tx.read(parentId))?.properties.urlTemplate;
  return typeof urlTemplate === "string" ? { urlTemplate } : {};
}
