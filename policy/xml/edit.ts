import { isExpression } from "@/policy/expression/is-expression";
import { encodeAttribute, encodeText } from "./entities";
import { indentAt, newlineOf, reindent, unitOf } from "./layout";
import { attributeOf, elementsOf, type XmlDocument, type XmlElement } from "./nodes";
import { parse } from "./parse";
import { attributeReads, textReads } from "./reads-back";
import type { TextEdit } from "./text-edit";

/**
 * Changes of a document as edits of its text: everything outside of them stays as its author wrote it, comments, layout
 * and quotes included. An element is one of the document's own; edits are applied with applyEdits, and the result is
 * parsed again.
 */

/** Sets an attribute, in its place when it is there and behind the others when it is not. */
export function setAttribute(element: XmlElement, name: string, value: string): TextEdit[] {
  const attribute = attributeOf(element, name);
  if (attribute !== undefined && attribute.quote !== "") {
    if (attribute.value === value) return [];
    return [{ ...attribute.valueSpan, text: attributeText(value, attribute.quote) }];
  }
  const written = `${name}="${attributeText(value, '"')}"`;
  if (attribute !== undefined) return [{ ...attribute.span, text: written }];
  const last = element.attributes.at(-1);
  const at = last?.span.end ?? element.nameSpan.end;
  return [{ start: at, end: at, text: `${last?.before.includes("\n") ? last.before : " "}${written}` }];
}

/** Removes an attribute with the white space before it. */
export function removeAttribute(element: XmlElement, name: string): TextEdit[] {
  const attribute = attributeOf(element, name);
  if (attribute === undefined) return [];
  return [{ start: attribute.span.start - attribute.before.length, end: attribute.span.end, text: "" }];
}

/** Sets the text inside an element that holds only text; the white space around it stays. */
export function setText(element: XmlElement, text: string): TextEdit[] {
  const { children, selfClosing, span, nameSpan } = element;
  if (selfClosing) {
    const opened = element.attributes.at(-1)?.span.end ?? nameSpan.end;
    return [{ start: opened, end: span.end, text: `>${contentText(text)}</${element.name}>` }];
  }
  const kept = children.find((child) => "value" in child && child.value.trim() !== "");
  if (kept === undefined || !("value" in kept)) {
    const [first] = children;
    const empty =
      first?.kind === "text" ? first.span : { start: startOfContent(element), end: startOfContent(element) };
    return [{ ...empty, text: contentText(text) }];
  }
  if (kept.kind === "cdata" && !text.includes("]]>")) {
    return replaceTexts(element, kept.span, `<![CDATA[${text}]]>`);
  }
  const before = kept.raw.length - kept.raw.trimStart().length;
  const at = { start: kept.span.start + before, end: kept.span.start + kept.raw.trimEnd().length };
  return replaceTexts(element, at, contentText(text));
}

/** The text goes where the first of them was; the others go. */
function replaceTexts(element: XmlElement, at: { start: number; end: number }, text: string): TextEdit[] {
  const others = element.children.filter(
    (child) => "value" in child && child.value.trim() !== "" && child.span.start > at.end,
  );
  return [{ ...at, text }, ...others.map(({ span }) => ({ ...span, text: "" }))];
}

/** Puts markup, or text that is written as XML already, in the place of all that an element holds but the white space around it. */
export function setContent(element: XmlElement, xml: string): TextEdit[] {
  const { children, selfClosing, span } = element;
  if (selfClosing) {
    const opened = element.attributes.at(-1)?.span.end ?? element.nameSpan.end;
    return [{ start: opened, end: span.end, text: `>${xml}</${element.name}>` }];
  }
  const [first, last] = [children.at(0), children.at(-1)];
  const before = first?.kind === "text" ? first.raw.length - first.raw.trimStart().length : 0;
  const start = startOfContent(element) + before;
  const after = last?.kind === "text" ? last.raw.length - last.raw.trimEnd().length : 0;
  return [{ start, end: Math.max(start, span.end - element.closing.length - after), text: xml }];
}

/** Puts XML before the parent's element of that index, or behind the last one. The XML is one element or several. */
export const insert = (document: XmlDocument, parent: XmlElement, index: number, xml: string): TextEdit[] =>
  insertWritten(document, parent, index, (indent, newline) => atIndent(xml, indent, newline));

type Write = (indent: string, newline: string) => string;

function insertWritten(document: XmlDocument, parent: XmlElement, index: number, write: Write): TextEdit[] {
  const { source } = document;
  const siblings = elementsOf(parent.children);
  const newline = newlineOf(source);
  const next = siblings[index];
  if (next !== undefined) {
    const indent = indentAt(source, next.span.start);
    const gap = indent === null ? "" : newline + indent;
    return [{ start: next.span.start, end: next.span.start, text: write(indent ?? "", newline) + gap }];
  }
  const last = siblings.at(-1);
  if (last !== undefined) {
    const indent = indentAt(source, last.span.start);
    const gap = indent === null ? "" : newline + indent;
    return [{ start: last.span.end, end: last.span.end, text: gap + write(indent ?? "", newline) }];
  }
  return insertFirst(document, parent, write, newline);
}

function insertFirst(document: XmlDocument, parent: XmlElement, write: Write, newline: string): TextEdit[] {
  const { source } = document;
  const outer = indentAt(source, parent.span.start);
  const indent = outer === null ? null : outer + unitOf(document, parent);
  const inner = indent === null ? write("", newline) : `${newline}${indent}${write(indent, newline)}`;
  const end = outer === null ? "" : newline + outer;
  if (parent.selfClosing) {
    const opened = parent.attributes.at(-1)?.span.end ?? parent.nameSpan.end;
    return [{ start: opened, end: parent.span.end, text: `>${inner}${end}</${parent.name}>` }];
  }
  const last = parent.children.at(-1);
  // Behind what is there, such as a comment, and in the place of the white space before the end tag.
  const space = last?.kind === "text" && last.value.trim() === "" ? last.span : null;
  const at = space ?? {
    start: last?.span.end ?? startOfContent(parent),
    end: last?.span.end ?? startOfContent(parent),
  };
  return [{ ...at, text: inner + end }];
}

/** Removes an element, and its line when nothing else stands on it. */
export function remove({ source }: XmlDocument, element: XmlElement): TextEdit[] {
  const { start, end } = element.span;
  const indent = indentAt(source, start);
  const rest = /^[ \t]*(\r?\n|$)/.exec(source.slice(end));
  if (indent === null || rest === null) return [{ start, end, text: "" }];
  const line = source.lastIndexOf("\n", start - 1);
  // The line break before goes, so that the last line of a document keeps what follows it.
  const from = line < 0 ? start - indent.length : source[line - 1] === "\r" ? line - 1 : line;
  return [{ start: from, end: line < 0 ? end + rest[0].length : end, text: "" }];
}

/** Puts XML in the place of an element. */
export function replace({ source }: XmlDocument, element: XmlElement, xml: string): TextEdit[] {
  const indent = indentAt(source, element.span.start) ?? "";
  return [{ ...element.span, text: atIndent(xml, indent, newlineOf(source)) }];
}

/** Moves an element before the element of that index in the parent, counted before the move, or behind the last one. */
export function move(document: XmlDocument, element: XmlElement, parent: XmlElement, index: number): TextEdit[] {
  const { source } = document;
  const siblings = elementsOf(parent.children);
  if (siblings[index] === element || (index > 0 && siblings[index - 1] === element)) return [];
  const isInside = parent.span.start >= element.span.start && parent.span.end <= element.span.end;
  if (isInside) throw new Error(`'${element.name}' cannot be moved into itself.`);
  const { start, end } = element.span;
  const from = indentAt(source, start);
  const write = (indent: string) =>
    from === null ? source.slice(start, end) : reindent(source, element, from, indent);
  return [...remove(document, element), ...insertWritten(document, parent, index, write)];
}

const startOfContent = (element: XmlElement): number =>
  (element.attributes.at(-1)?.span.end ?? element.nameSpan.end) + element.beforeClose.length + 1;

/** New XML with its lines moved to where it goes. What holds more than elements is put there as it is. */
function atIndent(xml: string, indent: string, newline: string): string {
  const { document, diagnostics } = parse(xml);
  const elements = elementsOf(document.nodes);
  const isPlain = document.nodes.every(
    (node) => node.kind === "element" || (node.kind === "text" && node.raw.trim() === ""),
  );
  if (diagnostics.length > 0 || !isPlain || elements.length === 0) return xml;
  return elements
    .map((element) => reindent(xml, element, closingIndent(xml, element) ?? "", indent))
    .join(newline + indent);
}

/** What the lines of an element that was cut out of a document are indented by, as its end tag shows. */
function closingIndent(xml: string, element: XmlElement): string | null {
  return element.closing === "" ? null : indentAt(xml, element.span.end - element.closing.length);
}

/** An expression is written as C# where that reads back as it is, and with entities where it does not. */
const attributeText = (value: string, quote: '"' | "'"): string =>
  isExpression(value) && attributeReads(value, quote) ? value : encodeAttribute(value, quote);

/** A text as it is written inside an element. */
export const contentText = (value: string): string =>
  isExpression(value) && textReads(value) ? value : encodeText(value);
