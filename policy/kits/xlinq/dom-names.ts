import { tickMany } from "@/policy/expression/values/budget";
import { prefixOfNamespace } from "./namespaces";
import { isContainer, isElement } from "./navigate";
import { NodeType } from "./node-type";
import { XAttribute } from "./xattribute";
import type { XComment, XProcessingInstruction } from "./xcomment";
import type { XElement } from "./xelement";
import { noNamespace, xmlnsNamespace } from "./xname";
import type { XObject } from "./xnode";

/** An element's or attribute's name as the text has it: "p:name". */
export function tagOf(object: XElement | XAttribute): string {
  const { local, namespace } = object.name;
  if (namespace.name === noNamespace.name) return local;
  if (namespace.name === xmlnsNamespace.name) return `xmlns:${local}`;
  const scope = object instanceof XAttribute ? object.element : object;
  if (scope === null || (isElement(object) && defaultIs(scope, namespace.name))) return local;
  const prefix = prefixOfNamespace(scope, namespace);
  return prefix === null ? local : `${prefix}:${local}`;
}

function defaultIs(element: XElement, uri: string): boolean {
  for (let current: XObject | null = element; isElement(current); current = current.container)
    for (const attribute of current.attributes)
      if (attribute.isNamespaceDeclaration && attribute.declaredPrefix === "") return attribute.value === uri;
  return false;
}

export function attributeByTag(element: XElement, tag: string): XAttribute | null {
  tickMany(element.attributes.length);
  return element.attributes.find((attribute) => tagOf(attribute) === tag) ?? null;
}

/** What a text, comment, instruction or attribute says. */
export function contentOf(object: XObject): string {
  if (isContainer(object)) return "";
  if (object.nodeType === NodeType.ProcessingInstruction) return (object as XProcessingInstruction).data;
  return (object as XComment | XAttribute).value;
}

/** XmlNode.Name and XmlReader.Name. */
export function nameOf(object: XObject): string {
  switch (object.nodeType) {
    case NodeType.Element:
    case NodeType.Attribute:
      return tagOf(object as XElement);
    case NodeType.Text:
      return "#text";
    case NodeType.CDATA:
      return "#cdata-section";
    case NodeType.Comment:
      return "#comment";
    case NodeType.ProcessingInstruction:
      return (object as XProcessingInstruction).target;
    default:
      return "#document";
  }
}
