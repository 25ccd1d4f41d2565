import { tagOf } from "./dom-names";
import { descendantNodes, isContainer, isElement } from "./navigate";
import { type XmlNode, XmlNodeList } from "./xml-dom";

/** GetElementsByTagName; "*" is any name. */
export function elementsByTag({ node }: XmlNode, tag: string | null): XmlNodeList {
  const inside = isContainer(node) ? [...descendantNodes(node)] : [];
  return new XmlNodeList(inside.filter((inner) => isElement(inner) && (tag === "*" || tagOf(inner) === tag)));
}
