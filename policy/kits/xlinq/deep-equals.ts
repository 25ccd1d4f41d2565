import { guardDepth } from "@/policy/kits/json/too-deep";
import { hashText } from "@/policy/kits/object/hash";
import { isContainer, isText } from "./navigate";
import { XComment, XDocumentType, XProcessingInstruction } from "./xcomment";
import type { XContainer } from "./xcontainer";
import { XElement } from "./xelement";
import type { XNode } from "./xnode";

/** XNode.DeepEquals: neighbouring texts count as one, comments and the order of attributes count too. */
export function deepEquals(a: XNode | null, b: XNode | null, depth = 0): boolean {
  guardDepth(depth);
  if (a === b) return true;
  if (a === null || b === null || a.nodeType !== b.nodeType) return false;
  if (isText(a)) return isText(b) && a.value === b.value;
  if (a instanceof XComment) return a.value === (b as XComment).value;
  if (a instanceof XProcessingInstruction) {
    const other = b as XProcessingInstruction;
    return a.target === other.target && a.data === other.data;
  }
  if (a instanceof XDocumentType) {
    const other = b as XDocumentType;
    return a.name === other.name && a.publicId === other.publicId && a.systemId === other.systemId;
  }
  if (a instanceof XElement && !sameTag(a, b as XElement)) return false;
  return isContainer(a) && sameContent(a, b as XContainer, depth);
}

function sameTag(a: XElement, b: XElement): boolean {
  if (!a.name.equalTo(b.name) || a.attributes.length !== b.attributes.length) return false;
  return a.attributes.every((attribute, index) => {
    const other = b.attributes[index]!;
    return attribute.name.equalTo(other.name) && attribute.value === other.value;
  });
}

function sameContent(a: XContainer, b: XContainer, depth: number): boolean {
  const left = parts(a);
  const right = parts(b);
  if (left.length !== right.length) return false;
  return left.every((part, index) => {
    const other = right[index]!;
    if (typeof part === "string" || typeof other === "string") return part === other;
    return deepEquals(part, other, depth + 1);
  });
}

/** Child nodes, with each run of plain text as one string. */
function parts(container: XContainer): (string | XNode)[] {
  const result: (string | XNode)[] = [];
  for (const node of container.nodes) {
    const last = result.at(-1);
    if (!isText(node)) result.push(node);
    else if (typeof last === "string") result[result.length - 1] = last + node.value;
    else if (node.value !== "") result.push(node.value);
  }
  return result;
}

/** Equal nodes have equal hashes. */
export function deepHash(node: XNode, depth = 0): number {
  guardDepth(depth);
  if (node instanceof XElement) {
    let hash = node.name.hash();
    for (const attribute of node.attributes) hash ^= attribute.name.hash() ^ hashText(attribute.value);
    for (const child of node.nodes) if (!isText(child)) hash ^= deepHash(child, depth + 1);
    return hash;
  }
  return isText(node) ? hashText(node.value) : node.nodeType;
}
