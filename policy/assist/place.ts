import type { ElementGrammar, PolicyPlace } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import type { Section } from "@/policy/exchange";
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement, type XmlNode } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

/** What an offset of a document is in; what is being written need not be whole. */
export type Place =
  | (Around & { kind: "element-name"; from: number; to: number; element: XmlElement | null })
  | (Around & { kind: "closing-name"; from: number; to: number })
  /** Between the attributes of a start tag, or in the name of one. */
  | (Around & { kind: "attribute-name"; from: number; to: number; element: XmlElement; attribute: XmlAttribute | null })
  | (Around & { kind: "attribute-value"; element: XmlElement; attribute: XmlAttribute })
  | (Around & { kind: "content" });

interface Around {
  /** The elements around the place, outermost first. */
  around: readonly XmlElement[];
}

/** null within comments and declarations. */
export function placeAt(document: XmlDocument, offset: number): Place | null {
  const around: XmlElement[] = [];
  let nodes: readonly XmlNode[] = document.nodes;
  for (;;) {
    const node = nodes.find((one) => holds(one, offset));
    if (node === undefined) return inText(document, around, offset);
    if (node.kind === "malformed") return inMalformed(document, around, node, offset);
    if (node.kind === "text" || node.kind === "cdata") return inText(document, around, offset);
    if (node.kind !== "element") return null;
    const openEnd = openTagEnd(node);
    if (offset < openEnd || (node.selfClosing && offset < node.span.end))
      return inTag(document.source, node, offset, around);
    const closeStart = node.span.end - node.closing.length;
    around.push(node);
    // Between "<" and "/" nothing can stand.
    if (node.closing !== "" && offset === closeStart + 1) return null;
    if (node.closing !== "" && offset > closeStart + 1) return inClosing(document.source, closeStart, offset, around);
    nodes = node.children;
  }
}

/** An element that was never closed holds what comes up to its end too. */
function holds(node: XmlNode, offset: number): boolean {
  const { start, end } = node.span;
  if (node.kind === "element" && node.closing === "" && !node.selfClosing) return start < offset && offset <= end;
  if (node.kind === "malformed") return start < offset && offset <= end;
  return start < offset && offset < end;
}

/** Behind the ">" of the start tag. */
export function openTagEnd({ attributes, beforeClose, selfClosing, nameSpan }: XmlElement): number {
  const behind = attributes.at(-1)?.span.end ?? nameSpan.end;
  return behind + beforeClose.length + (selfClosing ? 2 : 1);
}

function inTag(source: string, element: XmlElement, offset: number, around: readonly XmlElement[]): Place {
  const { start, end } = element.nameSpan;
  if (offset <= end) return { kind: "element-name", from: start, to: end, element, around };
  for (const attribute of element.attributes) {
    const { valueSpan, span, quote } = attribute;
    if (quote !== "" && valueSpan.start <= offset && offset <= valueSpan.end)
      return { kind: "attribute-value", element, attribute, around };
    const nameEnd = span.start + attribute.name.length;
    if (span.start <= offset && offset <= nameEnd)
      return { kind: "attribute-name", from: span.start, to: nameEnd, element, attribute, around };
    // A quote that is never closed reaches to the end of the document.
    if (quote === "" && attribute.equals !== "" && valueSpan.start < offset && offset <= valueSpan.end)
      return { kind: "attribute-value", element, attribute: untilLineEnd(source, attribute), around };
  }
  return { kind: "attribute-name", from: offset, to: offset, element, attribute: null, around };
}

function untilLineEnd(source: string, attribute: XmlAttribute): XmlAttribute {
  const { start } = attribute.valueSpan;
  const first = source[start];
  const isQuote = first === '"' || first === "'";
  const from = isQuote ? start + 1 : start;
  const line = source.indexOf("\n", from);
  const end = line < 0 ? attribute.valueSpan.end : Math.min(line, attribute.valueSpan.end);
  const raw = source.slice(from, Math.max(from, end));
  const quote = isQuote ? first : "";
  return { ...attribute, quote, raw, value: raw, valueSpan: { start: from, end: Math.max(from, end) } };
}

function inClosing(source: string, start: number, offset: number, around: readonly XmlElement[]): Place {
  const [, name = ""] = /^<\/([\w.:-]*)/.exec(source.slice(start, start + 200)) ?? [];
  return { kind: "closing-name", from: start + 2, to: Math.max(offset, start + 2 + name.length), around };
}

const beforeOffset = (source: string, offset: number): string => source.slice(Math.max(0, offset - 200), offset);

function inText({ source }: XmlDocument, around: readonly XmlElement[], offset: number): Place {
  const before = beforeOffset(source, offset);
  const [, opened] = /<([\w.:-]*)$/.exec(before) ?? [];
  if (opened !== undefined)
    return { kind: "element-name", from: offset - opened.length, to: offset, element: null, around };
  const [, closed] = /<\/([\w.:-]*)$/.exec(before) ?? [];
  if (closed !== undefined) return { kind: "closing-name", from: offset - closed.length, to: offset, around };
  return { kind: "content", around };
}

/** A start tag without its ">" is read as if it had one. */
function inMalformed(
  document: XmlDocument,
  around: readonly XmlElement[],
  { raw, span }: { raw: string; span: { start: number; end: number } },
  offset: number,
): Place | null {
  if (raw.startsWith("</")) {
    const { length } = /^<\/[\w.:-]*/.exec(raw)?.[0] ?? "</";
    return offset < span.start + 2
      ? { kind: "content", around }
      : { kind: "closing-name", from: span.start + 2, to: Math.max(offset, span.start + length), around };
  }
  if (!/^<[A-Za-z_]/.test(raw)) return null;
  const padding = " ".repeat(span.start);
  const [element] = elementsOf(parse(`${padding}${raw}/>`).document.nodes);
  if (element === undefined) return null;
  return inTag(document.source, element, offset, around);
}

const sections: readonly string[] = ["inbound", "backend", "outbound", "on-error"];
export const isSection = (name: string): name is Section => sections.includes(name);

export interface GrammarHere {
  /** Of the innermost element around; null: a root, a section, or nothing that the language knows. */
  grammar: ElementGrammar | null;
  section: PolicyPlace | null;
  /** The innermost element holds text of another language. */
  isForeign: boolean;
}

/** What the elements around a place say of what may stand there. */
export function grammarAround(around: readonly XmlElement[]): GrammarHere {
  let grammar: ElementGrammar | null = null;
  let section: PolicyPlace | null = null;
  let isForeign = false;
  for (const [depth, { name }] of around.entries()) {
    const [root] = around;
    if (depth === 0) {
      grammar = isRoot(name) || isSection(name) ? null : (definitionOf(name) ?? null);
      if (grammar !== null && definitionOf(name)?.sections.includes("resolver")) section = "resolver";
      if (isSection(name)) section = name;
    } else if (depth === 1 && root?.name === "policies") {
      grammar = null;
      if (isSection(name)) section = name;
    } else grammar = childGrammar(grammar, name);
    if (grammar?.children === "xml") isForeign = true;
  }
  return { grammar, section, isForeign };
}

export const isRoot = (name: string): boolean => name === "policies" || name === "fragment";
