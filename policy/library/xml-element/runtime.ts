import { attributeByTag } from "@/policy/kits/xlinq/dom-names";
import { elementsByTag } from "@/policy/kits/xlinq/elements-by-tag";
import type { XElement } from "@/policy/kits/xlinq/xelement";
import type { XmlNode } from "@/policy/kits/xlinq/xml-dom";
import { implementType } from "@/policy/library/implement";

const elementOf = ({ node }: XmlNode): XElement => node as XElement;

export const runtime = implementType("System.Xml.XmlElement", {
  HasAttributes: (self: XmlNode) => elementOf(self).attributes.length > 0,
  IsEmpty: (self: XmlNode) => elementOf(self).isEmpty,
  "GetAttribute(string)": (self: XmlNode, name: string) => attributeByTag(elementOf(self), name)?.value ?? "",
  "HasAttribute(string)": (self: XmlNode, name: string) => attributeByTag(elementOf(self), name) !== null,
  "GetElementsByTagName(string)": elementsByTag,
});
