import { holdsAnyXml } from "@/policy/catalog/content";
import type { XmlElement, XmlNode } from "@/policy/xml/nodes";
import { printNodes } from "@/policy/xml/print";

/** One line, and where in its source it was written. */
export interface LaidLine {
  text: string;
  offset: number;
}

/** Lines to stand in the place of an element; null leaves it as it is. `above` is null for what is not in another. */
export type Replace<T> = (element: XmlElement, indent: string, above: XmlElement | null) => T[] | null;

/**
 * Elements and comments on lines of their own, indented by their depth. White space in content and in attributes stays:
 * what a policy says is not changed.
 */
export function layOutNodes<T>(nodes: readonly XmlNode[], indent: string, replace: Replace<T>): (LaidLine | T)[] {
  return lines(nodes, indent, null, replace);
}

const unit = "    ";

function lines<T>(
  nodes: readonly XmlNode[],
  indent: string,
  above: XmlElement | null,
  replace: Replace<T>,
): (LaidLine | T)[] {
  return nodes.flatMap((node): (LaidLine | T)[] => {
    if (node.kind === "text" && node.value.trim() === "") return [];
    if (node.kind !== "element") return verbatim(printNodes([node]), node.span.start, indent);
    return replace(node, indent, above) ?? element(node, indent, replace);
  });
}

function element<T>(node: XmlElement, indent: string, replace: Replace<T>): (LaidLine | T)[] {
  if (!isStructure(node)) return verbatim(printNodes([node]), node.span.start, indent);
  const opening = printNodes([{ ...node, children: [], closing: "" }]);
  return [
    ...verbatim(opening, node.span.start, indent),
    ...lines(node.children, indent + unit, node, replace),
    ...verbatim(node.closing, node.span.end - node.closing.length, indent),
  ];
}

/** Whether there are elements inside with nothing but space and comments between them. */
const isStructure = (node: XmlElement): boolean =>
  !holdsAnyXml(node) &&
  node.children.some((child) => child.kind === "element" || child.kind === "comment") &&
  node.children.every((child) => !("value" in child) || (child.kind === "text" && child.value.trim() === ""));

/** As it is written from that offset on: only its first line is moved. */
function verbatim(written: string, start: number, indent: string): LaidLine[] {
  let offset = start + (written.length - written.trimStart().length);
  return written
    .trim()
    .split("\n")
    .map((line, index) => {
      const laid = { text: (index === 0 ? indent : "") + line.replace(/\r$/, ""), offset };
      offset += line.length + 1;
      return laid;
    });
}
