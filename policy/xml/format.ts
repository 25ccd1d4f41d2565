import type { Diagnostic } from "@/policy/diagnostics";
import { newlineOf } from "./layout";
import type { XmlElement, XmlNode } from "./nodes";
import { parse } from "./parse";
import { printNodes } from "./print";

const unit = "    ";

/**
 * The document with each element on a line of its own, indented by its depth, and at most one blank line in a row.
 * White space in content and in attributes stays: what a policy says is not changed. A malformed document is left alone.
 */
export function format(source: string): { formatted: string; problems: Diagnostic[] } {
  const { document, diagnostics } = parse(source);
  if (diagnostics.length > 0) return { formatted: source, problems: diagnostics };
  const newline = newlineOf(source);
  const lines = layOut(document.nodes, "", newline);
  return { formatted: `${lines.join(newline)}${newline}`, problems: [] };
}

/** Whether the children are elements and comments with nothing but space between them. */
const isStructure = (nodes: readonly XmlNode[]): boolean =>
  nodes.some((node) => node.kind === "element" || node.kind === "comment") &&
  nodes.every((node) => !("value" in node) || (node.kind === "text" && node.value.trim() === ""));

function layOut(nodes: readonly XmlNode[], indent: string, newline: string): string[] {
  const lines: string[] = [];
  let breaks = 0;
  for (const node of nodes) {
    if (node.kind === "text" && node.value.trim() === "") {
      breaks = node.raw.split("\n").length - 1;
      continue;
    }
    const text = node.kind === "element" ? element(node, indent, newline) : printNodes([node]).trim();
    // A comment behind an element belongs to its line.
    if (node.kind === "comment" && breaks === 0 && lines.length > 0) lines[lines.length - 1] += ` ${text}`;
    else {
      if (breaks > 1 && lines.length > 0) lines.push("");
      lines.push(indent + text);
    }
    breaks = 0;
  }
  return lines;
}

function element(node: XmlElement, indent: string, newline: string): string {
  if (!isStructure(node.children)) return printNodes([node]);
  const empty = { ...node, children: [], closing: "" };
  const inner = layOut(node.children, indent + unit, newline);
  return [printNodes([empty]), ...inner, indent + node.closing].join(newline);
}
