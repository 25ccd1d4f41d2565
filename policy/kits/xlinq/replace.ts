import { addContent, flatten } from "./content";
import type { XContainer } from "./xcontainer";
import type { XElement } from "./xelement";
import { missingParent, type XNode } from "./xnode";

function parentOf(node: XNode): XContainer {
  if (node.container === null) throw missingParent();
  return node.container;
}

export const addAfter = (node: XNode, content: unknown): void => addContent(parentOf(node), content, node.next);
export const addBefore = (node: XNode, content: unknown): void => addContent(parentOf(node), content, node);

export function replaceWith(node: XNode, content: unknown): void {
  const parent = parentOf(node);
  const parts = flatten(content, 0);
  const { next } = node;
  parent.removeNode(node);
  for (const part of parts) addContent(parent, part, next);
}

export function replaceNodes(container: XContainer, content: unknown): void {
  const parts = flatten(content, 0);
  container.removeNodes();
  for (const part of parts) addContent(container, part, null);
}

export function replaceAttributes(element: XElement, content: unknown): void {
  const parts = flatten(content, 0);
  element.removeAttributes();
  for (const part of parts) addContent(element, part, null);
}

export function replaceAll(element: XElement, content: unknown): void {
  const parts = flatten(content, 0);
  element.removeNodes();
  element.removeAttributes();
  for (const part of parts) addContent(element, part, null);
}
