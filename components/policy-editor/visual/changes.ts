import { insert, move, remove, replace } from "@/policy/xml/edit";
import { elementAt } from "@/policy/xml/element-path";
import { indentAt, newlineOf, reindent, unitOf } from "@/policy/xml/layout";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import type { TextEdit } from "@/policy/xml/text-edit";
import type { Place } from "./places";

/** Edits that are one step of the history, and what is to be chosen after them. */
export interface Change {
  edits: TextEdit[];
  /** Where the element to choose begins, in the new text. */
  at: number;
}

export function moveTo(document: XmlDocument, element: XmlElement, { container, index }: Place): Change | null {
  const parent = elementAt(document, container);
  if (parent === null) return null;
  const edits = move(document, element, parent, index);
  return edits.length === 0 ? null : { edits, at: landing(edits) };
}

export function insertAt(document: XmlDocument, { container, index }: Place, xml: string): Change | null {
  const parent = elementAt(document, container);
  if (parent === null) return null;
  const edits = insert(document, parent, index, xml);
  return { edits, at: landing(edits) };
}

/** Afterwards its neighbour is chosen: what follows it, what stands before it, or what it stood in. */
export function removeAt(document: XmlDocument, element: XmlElement, parent: XmlElement): Change {
  const edits = remove(document, element);
  const siblings = elementsOf(parent.children);
  const own = siblings.indexOf(element);
  const next = siblings[own + 1] ?? siblings[own - 1] ?? parent;
  return { edits, at: offsetAfter(edits, next.span.start) };
}

export function duplicate(document: XmlDocument, element: XmlElement, parent: XmlElement): Change {
  const own = elementsOf(parent.children).indexOf(element);
  const edits = insert(document, parent, own + 1, sourceOf(document, element));
  return { edits, at: landing(edits) };
}

/** Puts a condition around it that is still true. */
export function wrapInChoose(document: XmlDocument, element: XmlElement, parent: XmlElement): Change {
  const { source } = document;
  const indent = indentAt(source, element.span.start);
  const step = indent === null ? "" : unitOf(document, parent);
  const line = (depth: number) => (indent === null ? "" : newlineOf(source) + indent + step.repeat(depth));
  const inner =
    indent === null ? sourceOf(document, element) : reindent(source, element, indent, indent + step.repeat(2));
  const opened = `<choose>${line(1)}`;
  const text = `${opened}<when condition="@(true)">${line(2)}${inner}${line(1)}</when>${line(0)}</choose>`;
  return { edits: [{ ...element.span, text }], at: element.span.start + opened.length };
}

/** Puts what it holds in its place; what else it says is gone. */
export function unwrap(document: XmlDocument, element: XmlElement): Change {
  const inner = elementsOf(element.children);
  const texts = inner.map((child) => sourceOf(document, child));
  const edits = replace(document, element, texts.join(newlineOf(document.source)));
  return { edits, at: element.span.start };
}

/** An element's own lines, as if it stood at the left edge. */
export function sourceOf({ source }: XmlDocument, element: XmlElement): string {
  const indent = indentAt(source, element.span.start);
  return indent === null ? source.slice(element.span.start, element.span.end) : reindent(source, element, indent, "");
}

/** A section that the document does not have yet, where it belongs among the others. */
export function createSection(
  document: XmlDocument,
  name: string,
  names: readonly string[],
  inner: string,
): Change | null {
  const [root] = elementsOf(document.nodes);
  if (root === undefined) return null;
  const rank = names.indexOf(name);
  const index = elementsOf(root.children).findIndex((section) => names.indexOf(section.name) > rank);
  const unit = unitOf(document, root);
  const newline = newlineOf(document.source);
  const xml = inner === "" ? `<${name}>${newline}</${name}>` : `<${name}>${newline}${unit}${inner}${newline}</${name}>`;
  const edits = insert(document, root, index < 0 ? elementsOf(root.children).length : index, xml);
  return { edits, at: landing(edits) };
}

/** Where what was put in begins: the one edit that brings markup. */
function landing(edits: readonly TextEdit[]): number {
  const brought = edits.find(({ text }) => text.includes("<"));
  if (brought === undefined) return edits[0]?.start ?? 0;
  const before = edits
    .filter((edit) => edit !== brought && edit.start < brought.start)
    .reduce((shift, { start, end, text }) => shift + text.length - (end - start), 0);
  return brought.start + before + brought.text.indexOf("<");
}

/** Where an offset of the text before the edits is in the text after them. */
function offsetAfter(edits: readonly TextEdit[], offset: number): number {
  return edits
    .filter(({ end }) => end <= offset)
    .reduce((at, { start, end, text }) => at + text.length - (end - start), offset);
}
