import { ancestorsOf, childNodes, descendantNodes, elementsIn, nodesAfter, nodesBefore } from "./navigate";
import type { XContainer } from "./xcontainer";
import type { XElement } from "./xelement";
import type { XName } from "./xname";
import type { XNode } from "./xnode";
import { XSequence } from "./xsequence";

// A name of null means no element: that is what .NET makes of a null XName. undefined means all of them.
type Wanted = XName | null | undefined;

const sequence = (nodes: () => Iterable<XNode>, name: Wanted): XSequence =>
  new XSequence(() => (name === null ? [] : elementsIn(nodes(), name ?? null)));

export const elements = (of: XContainer, name?: XName | null) => sequence(() => childNodes(of), name);
export const descendants = (of: XContainer, name?: XName | null) => sequence(() => descendantNodes(of), name);
export const descendantsAndSelf = (of: XElement, name?: XName | null) => sequence(() => selfAndBelow(of), name);
export const ancestors = (of: XNode, name?: XName | null) =>
  sequence(() => ancestorsOf(of.container) as Iterable<XNode>, name);
export const ancestorsAndSelf = (of: XElement, name?: XName | null) =>
  sequence(() => ancestorsOf(of) as Iterable<XNode>, name);
export const elementsAfter = (of: XNode, name?: XName | null) => sequence(() => nodesAfter(of), name);
export const elementsBefore = (of: XNode, name?: XName | null) => sequence(() => nodesBefore(of), name);

export function* selfAndBelow(node: XContainer): Iterable<XNode> {
  yield node;
  yield* descendantNodes(node);
}
