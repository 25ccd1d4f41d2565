import { elementsOf, type XmlDocument, type XmlElement, type XmlNode } from "./nodes";

const defaultUnit = "    ";

/** The line ending that a document is written with. */
export const newlineOf = (source: string): string => (source.includes("\r\n") ? "\r\n" : "\n");

/** The white space before what starts a line at this offset; null when something else stands before it on its line. */
export function indentAt(source: string, offset: number): string | null {
  const line = source.slice(source.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^[ \t]*$/.test(line) ? line : null;
}

/** What one level of nesting is indented by, as the author does it nearest to the element. */
export function unitOf({ source, nodes }: XmlDocument, near: XmlElement): string {
  return stepInto(source, near) ?? firstStep(source, nodes) ?? defaultUnit;
}

function stepInto(source: string, parent: XmlElement): string | null {
  const outer = indentAt(source, parent.span.start);
  const [child] = elementsOf(parent.children);
  const inner = child === undefined ? null : indentAt(source, child.span.start);
  if (outer === null || inner === null || !inner.startsWith(outer) || inner === outer) return null;
  return inner.slice(outer.length);
}

function firstStep(source: string, nodes: readonly XmlNode[]): string | null {
  for (const element of elementsOf(nodes)) {
    const step = stepInto(source, element) ?? firstStep(source, element.children);
    if (step !== null) return step;
  }
  return null;
}

/**
 * The text of an element for another depth. Only white space between elements moves: what stands in attributes, in
 * text and in comments is content, and keeps its lines.
 */
export function reindent(source: string, element: XmlElement, from: string, to: string): string {
  if (from === to) return source.slice(element.span.start, element.span.end);
  let result = "";
  let at = element.span.start;
  for (const { span } of structuralSpace(element)) {
    const space = source.slice(span.start, span.end);
    const moved = space.replace(/\n([ \t]*)/g, (line, indent: string) =>
      indent.startsWith(from) ? `\n${to}${indent.slice(from.length)}` : line,
    );
    result += source.slice(at, span.start) + moved;
    at = span.end;
  }
  return result + source.slice(at, element.span.end);
}

function* structuralSpace(element: XmlElement): Generator<XmlNode> {
  const { children } = element;
  const isStructure = children.every((child) => !("value" in child) || child.value.trim() === "");
  if (isStructure && elementsOf(children).length > 0) {
    for (const child of children) {
      if (child.kind === "text") yield child;
      else if (child.kind === "element") yield* structuralSpace(child);
    }
  }
}
