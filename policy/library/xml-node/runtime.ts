import { argumentNull } from "@/policy/expression/values/net-exception";
import { contentOf, nameOf } from "@/policy/kits/xlinq/dom-names";
import { childNodes, isContainer, isElement } from "@/policy/kits/xlinq/navigate";
import { attributeText, xmlOf } from "@/policy/kits/xlinq/write-xml";
import { XAttribute } from "@/policy/kits/xlinq/xattribute";
import { isDocument, viewOf, type XmlNode, XmlNodeList } from "@/policy/kits/xlinq/xml-dom";
import type { XNode, XObject } from "@/policy/kits/xlinq/xnode";
import { selectNodes, textOfNode } from "@/policy/kits/xlinq/xpath";
import { implementType } from "@/policy/library/implement";

const children = ({ node }: XmlNode): Iterable<XNode> => (isContainer(node) ? childNodes(node) : []);

function outer(node: XObject): string {
  if (node instanceof XAttribute) return attributeText(node);
  const declaration = isDocument(node) ? node.declaration : null;
  return (declaration?.toText() ?? "") + xmlOf(node as XNode, false);
}

function select(self: XmlNode, path: string | null): XObject[] {
  if (path === null) throw argumentNull("xpath");
  return selectNodes(self.node, path);
}

export const runtime = implementType("System.Xml.XmlNode", {
  Name: ({ node }: XmlNode) => nameOf(node),
  LocalName: ({ node }: XmlNode) => (node instanceof XAttribute || isElement(node) ? node.name.local : nameOf(node)),
  NamespaceURI: ({ node }: XmlNode) => (node instanceof XAttribute || isElement(node) ? node.name.namespace.name : ""),
  NodeType: ({ node }: XmlNode) => node.nodeType,
  Value: ({ node }: XmlNode) => (isContainer(node) ? null : contentOf(node)),
  InnerText: ({ node }: XmlNode) => textOfNode(node),
  InnerXml: (self: XmlNode) => Array.from(children(self), outer).join(""),
  OuterXml: ({ node }: XmlNode) => outer(node),
  ParentNode: ({ node }: XmlNode) => viewOf(node.container),
  FirstChild: ({ node }: XmlNode) => viewOf(isContainer(node) ? node.first : null),
  LastChild: ({ node }: XmlNode) => viewOf(isContainer(node) ? node.last : null),
  NextSibling: ({ node }: XmlNode) => viewOf(node instanceof XAttribute ? null : (node as XNode).next),
  HasChildNodes: ({ node }: XmlNode) => isContainer(node) && node.first !== null,
  ChildNodes: (self: XmlNode) => new XmlNodeList(children(self)),
  "this[string]": (self: XmlNode, name: string | null) => {
    for (const child of children(self)) if (isElement(child) && nameOf(child) === name) return viewOf(child);
    return null;
  },
  "SelectSingleNode(string)": (self: XmlNode, path: string | null) => viewOf(select(self, path)[0] ?? null),
  "SelectNodes(string)": (self: XmlNode, path: string | null) => new XmlNodeList(select(self, path)),
});
