import type { AttributeDefinition, TextDefinition } from "@/policy/catalog/define";
import type { Knowledge, Standing } from "@/policy/knowledge";
import type { XmlDocument } from "@/policy/xml/nodes";
import { type Code, codeOfAttribute, codeOfContent, toCode, written } from "./code-at";
import { attributeItems, attributeSuffix } from "./complete-attributes";
import { completeCode } from "./complete-code";
import { closingItems, elementItems } from "./complete-elements";
import { valueItems } from "./complete-values";
import type { Completion, CompletionItem } from "./completion";
import { documentNames } from "./document-names";
import { parsed } from "./parsed";
import { grammarAround, type Place, placeAt } from "./place";

/** What may be written at an offset of a document. */
export function complete(
  text: string,
  offset: number,
  knowledge: Knowledge | null,
  standing: Standing,
): Completion | null {
  const document = parsed(text);
  const place = placeAt(document, offset);
  if (place === null) return null;
  const found = namedValue(text, offset, knowledge) ?? at(document, place, offset, knowledge, standing);
  return found === null || found.items.length === 0 ? null : found;
}

/** The same in an expression that is written by itself, for a place in a document. */
export function completeExpression(
  code: string,
  offset: number,
  document: string,
  knowledge: Knowledge | null,
  standing: Standing,
): Completion | null {
  const found =
    namedValue(code, offset, knowledge) ?? completeCode(code, offset, documentNames(parsed(document), standing));
  return found === null || found.items.length === 0 ? null : found;
}

const namedValueBefore = /\{\{([\w.-]*)$/;

function namedValue(text: string, offset: number, knowledge: Knowledge | null): Completion | null {
  const [, begun] = namedValueBefore.exec(text.slice(Math.max(0, offset - 260), offset)) ?? [];
  if (begun === undefined || knowledge === null) return null;
  const [rest = ""] = /^[\w.-]*/.exec(text.slice(offset, offset + 260)) ?? [];
  const isClosed = text.startsWith("}", offset + rest.length);
  const close = text.startsWith("}}", offset + rest.length) ? "" : isClosed ? "}" : "}}";
  const items = knowledge.namedValues.map(
    ({ name, isSecret }): CompletionItem => ({
      label: name,
      kind: "named-value",
      insert: name + close,
      ...(isSecret ? { detail: "••••••" } : {}),
    }),
  );
  return { from: offset - begun.length, to: offset + rest.length, items };
}

function at(
  document: XmlDocument,
  place: Place,
  offset: number,
  knowledge: Knowledge | null,
  standing: Standing,
): Completion | null {
  switch (place.kind) {
    case "element-name":
      return { from: place.from, to: place.to, items: elementItems(document, place, standing) };
    case "closing-name":
      return { from: place.from, to: place.to, items: closingItems(document.source, place) };
    case "attribute-name": {
      const { from, to, element, attribute } = place;
      const { grammar } = grammarAround([...place.around, element]);
      const suffix = attributeSuffix(document.source, to);
      return grammar === null ? null : { from, to, items: attributeItems(grammar, element, attribute, suffix) };
    }
    case "attribute-value": {
      const { element, attribute, around } = place;
      const code = codeOfAttribute(attribute);
      if (code !== null) return inCode(document, code, offset, standing);
      const { grammar } = grammarAround([...around, element]);
      if (grammar === null || grammar.attributes === "any") return null;
      const definition = Object.hasOwn(grammar.attributes, attribute.name) && grammar.attributes[attribute.name];
      if (!definition) return null;
      const { start, end } = attribute.valueSpan;
      return value(document, definition, { start, end }, offset, knowledge, standing);
    }
    case "content":
      return inContent(document, place, offset, knowledge, standing);
  }
}

function inContent(
  document: XmlDocument,
  place: Extract<Place, { kind: "content" }>,
  offset: number,
  knowledge: Knowledge | null,
  standing: Standing,
): Completion | null {
  const element = place.around.at(-1);
  const code = element === undefined ? null : codeOfContent(element);
  if (code !== null) return inCode(document, code, offset, standing);
  const { grammar } = grammarAround(place.around);
  const text = element?.children.find(
    (child) => child.kind === "text" && child.span.start <= offset && offset <= child.span.end,
  );
  if (grammar?.text !== undefined && element !== undefined) {
    const span = text?.span ?? { start: offset, end: offset };
    const values = value(document, grammar.text, trimmed(document.source, span, offset), offset, knowledge, standing);
    if (values !== null && values.items.length > 0) return values;
  }
  const isBlank = text === undefined || (text.kind === "text" && text.raw.trim() === "");
  const items = isBlank
    ? elementItems(document, { ...place, kind: "element-name", from: offset, to: offset, element: null }, standing)
    : [];
  return { from: offset, to: offset, items: items.map(opened) };
}

/** With the "<" that has not been written yet. */
const opened = (item: CompletionItem): CompletionItem => ({
  ...item,
  insert: `<${item.insert}`,
  fields: (item.fields ?? []).map(({ start, end }) => ({ start: start + 1, end: end + 1 })),
});

function trimmed(source: string, { start, end }: { start: number; end: number }, offset: number) {
  const raw = source.slice(start, end);
  if (raw.trim() === "") return { start: offset, end: offset };
  return { start: start + raw.length - raw.trimStart().length, end: start + raw.trimEnd().length };
}

function value(
  document: XmlDocument,
  definition: AttributeDefinition | TextDefinition,
  span: { start: number; end: number },
  offset: number,
  knowledge: Knowledge | null,
  standing: Standing,
): Completion | null {
  const isEmpty = document.source.slice(span.start, span.end).trim() === "";
  const items = valueItems(definition, isEmpty, knowledge, documentNames(document, standing).variables);
  const { start, end } = span;
  return start <= offset && offset <= end ? { from: start, to: end, items } : null;
}

function inCode(document: XmlDocument, code: Code, offset: number, standing: Standing): Completion | null {
  const at = toCode(code, offset);
  const found = completeCode(code.code, at, documentNames(document, standing));
  if (found === null) return null;
  // What is being written ends at the offset, whatever stands for it in the source.
  const from = found.from === at ? offset : code.toSource(found.from);
  const to = found.to === at ? offset : code.toSource(found.to);
  return { from, to, items: code.isEscaped ? found.items.map((item) => escaped(code, item)) : found.items };
}

function escaped(code: Code, item: CompletionItem): CompletionItem {
  const shift = (at: number) => written(code, item.insert.slice(0, at)).length;
  const fields = item.fields?.map(({ start, end }) => ({ start: shift(start), end: shift(end) }));
  return { ...item, insert: written(code, item.insert), ...(fields === undefined ? {} : { fields }) };
}
