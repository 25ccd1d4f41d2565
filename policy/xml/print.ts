import type { XmlDocument, XmlNode } from "./nodes";

/** The tree as text; a tree that nobody changed gives its source back, character by character. */
export function print(document: XmlDocument): string {
  return printNodes(document.nodes);
}

export function printNodes(nodes: readonly XmlNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (node.kind !== "element") {
      text += node.raw;
      continue;
    }
    text += `<${node.name}`;
    for (const { before, name, equals, quote, raw } of node.attributes) {
      text += before + name + equals + quote + raw + quote;
    }
    text += node.beforeClose + (node.selfClosing ? "/>" : ">");
    text += printNodes(node.children) + node.closing;
  }
  return text;
}
