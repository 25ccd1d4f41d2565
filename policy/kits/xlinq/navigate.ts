import { charge, tick } from "@/policy/expression/values/budget";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { NodeType } from "./node-type";
import type { XContainer } from "./xcontainer";
import type { XElement } from "./xelement";
import type { XName } from "./xname";
import type { XNode, XObject } from "./xnode";
import type { XText } from "./xtext";

export function rootOf(object: XObject): XObject {
  let root = object;
  while (root.container !== null) {
    tick();
    root = root.container;
  }
  return root;
}

export const isElement = (node: XObject | null): node is XElement => node?.nodeType === NodeType.Element;
export const isText = (node: XObject | null): node is XText =>
  node?.nodeType === NodeType.Text || node?.nodeType === NodeType.CDATA;
export const isContainer = (node: XObject): node is XContainer =>
  node.nodeType === NodeType.Element || node.nodeType === NodeType.Document;

/** Walks the chain itself, so that what a loop adds or removes meanwhile is seen as .NET sees it. */
export function* childNodes(container: XContainer): Iterable<XNode> {
  for (let node = container.first; node !== null; node = node.container === container ? node.next : null) {
    tick();
    yield node;
  }
}

export function* descendantNodes(container: XContainer, depth = 0): Iterable<XNode> {
  guardDepth(depth);
  for (const node of childNodes(container)) {
    yield node;
    if (isContainer(node)) yield* descendantNodes(node, depth + 1);
  }
}

/** null: whatever its name. */
export function* elementsIn(nodes: Iterable<XObject>, name: XName | null): Iterable<XElement> {
  for (const node of nodes) if (isElement(node) && (name === null || node.name.equalTo(name))) yield node;
}

export function* ancestorsOf(object: XObject | null): Iterable<XObject> {
  for (let current = object; current !== null; current = current.container) {
    tick();
    yield current;
  }
}

export function* nodesAfter(node: XNode): Iterable<XNode> {
  for (let current = node.next; current !== null; current = current.next) {
    tick();
    yield current;
  }
}

export function* nodesBefore(node: XNode): Iterable<XNode> {
  for (let current = node.container?.first ?? null; current !== null && current !== node; current = current.next) {
    tick();
    yield current;
  }
}

export function textWithin(container: XContainer): string {
  const { first } = container;
  if (first === null) return "";
  if (first.next === null && isText(first)) return first.value;
  let text = "";
  for (const node of descendantNodes(container))
    if (isText(node)) {
      charge(node.value.length * 2);
      text += node.value;
    }
  return text;
}

/** Negative where a stands before b in their document. null where they are in different ones. */
export function documentOrder(a: XNode, b: XNode): number | null {
  if (a === b) return 0;
  const left = [...ancestorsOf(a)].reverse() as XNode[];
  const right = [...ancestorsOf(b)].reverse() as XNode[];
  if (left[0] !== right[0]) return null;
  let level = 0;
  while (left[level] !== undefined && left[level] === right[level]) level++;
  const first = left[level];
  const second = right[level];
  if (first === undefined) return -1;
  if (second === undefined) return 1;
  for (const node of nodesAfter(first)) if (node === second) return -1;
  return 1;
}
