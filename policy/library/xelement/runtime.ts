import { argumentNull } from "@/policy/expression/values/net-exception";
import { addContent } from "@/policy/kits/xlinq/content";
import { ancestorsAndSelf, descendantsAndSelf, selfAndBelow } from "@/policy/kits/xlinq/element-sequences";
import { defaultNamespace, namespaceOfPrefix, prefixOfNamespace } from "@/policy/kits/xlinq/namespaces";
import { childNodes, elementsIn, isElement } from "@/policy/kits/xlinq/navigate";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { replaceAll, replaceAttributes } from "@/policy/kits/xlinq/replace";
import { explicitConversions } from "@/policy/kits/xlinq/value-casts";
import { XElement } from "@/policy/kits/xlinq/xelement";
import { xmlText } from "@/policy/kits/xlinq/xml-text";
import type { XName } from "@/policy/kits/xlinq/xname";
import { XSequence } from "@/policy/kits/xlinq/xsequence";
import { implementType } from "@/policy/library/implement";

function create(name: XName | null, content: unknown): XElement {
  const element = new XElement(name);
  addContent(element, content, null);
  return element;
}

function parse(text: string | null, options: number): XElement {
  const { root } = parseXml(text, (options & 1) === 1);
  root!.remove();
  return root!;
}

function needed<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}

function setElementValue(self: XElement, name: XName | null, value: unknown): void {
  for (const element of elementsIn(childNodes(self), needed(name, "name"))) {
    if (value === null) element.remove();
    else element.setText(xmlText(value));
    return;
  }
  if (value !== null) addContent(self, create(name, xmlText(value)), null);
}

const attributes = (self: XElement, name: XName | null | undefined) =>
  new XSequence(
    () => [...self.attributes].filter((attribute) => name === undefined || attribute.name.equalTo(name)),
    "XAttribute",
  );

export const runtime = implementType("System.Xml.Linq.XElement", {
  "new(XElement)": (other: XElement | null) => needed(other, "other").clone(0),
  "new(XName)": (name: XName | null) => new XElement(name),
  "new(XName, object)": create,
  "new(XName, params object[])": create,
  EmptySequence: () => new XSequence(() => []),
  FirstAttribute: (self: XElement) => self.attributes[0] ?? null,
  LastAttribute: (self: XElement) => self.attributes.at(-1) ?? null,
  HasAttributes: (self: XElement) => self.attributes.length > 0,
  HasElements: (self: XElement) => self.nodes.some(isElement),
  IsEmpty: (self: XElement) => self.isEmpty,
  Name: (self: XElement) => self.name,
  "set Name": (self: XElement, name: XName | null) => {
    self.name = needed(name, "value");
  },
  Value: (self: XElement) => self.value,
  "set Value": (self: XElement, value: string | null) => self.setText(needed(value, "value")),
  "Parse(string)": (text: string | null) => parse(text, 0),
  "Parse(string, LoadOptions)": parse,
  "AncestorsAndSelf()": (self: XElement) => ancestorsAndSelf(self),
  "AncestorsAndSelf(XName)": (self: XElement, name: XName | null) => ancestorsAndSelf(self, name),
  "Attribute(XName)": (self: XElement, name: XName | null) => (name === null ? null : self.attribute(name)),
  "Attributes()": (self: XElement) => attributes(self, undefined),
  "Attributes(XName)": (self: XElement, name: XName | null) => attributes(self, name),
  "DescendantNodesAndSelf()": (self: XElement) => new XSequence(() => selfAndBelow(self), "XNode"),
  "DescendantsAndSelf()": (self: XElement) => descendantsAndSelf(self),
  "DescendantsAndSelf(XName)": (self: XElement, name: XName | null) => descendantsAndSelf(self, name),
  "GetDefaultNamespace()": defaultNamespace,
  "GetNamespaceOfPrefix(string)": (self: XElement, prefix: string | null) =>
    namespaceOfPrefix(self, needed(prefix, "prefix")),
  "GetPrefixOfNamespace(XNamespace)": prefixOfNamespace,
  "RemoveAll()": (self: XElement) => replaceAll(self, null),
  "RemoveAttributes()": (self: XElement) => self.removeAttributes(),
  "ReplaceAll(object)": replaceAll,
  "ReplaceAll(params object[])": replaceAll,
  "ReplaceAttributes(object)": replaceAttributes,
  "ReplaceAttributes(params object[])": replaceAttributes,
  "SetAttributeValue(XName, object)": (self: XElement, name: XName | null, value: unknown) =>
    self.setAttribute(needed(name, "name"), value === null ? null : xmlText(value)),
  "SetElementValue(XName, object)": setElementValue,
  "SetValue(object)": (self: XElement, value: unknown) => self.setText(xmlText(needed(value, "value"))),
  ...explicitConversions("XElement", "element", (element: XElement) => element.value),
});
