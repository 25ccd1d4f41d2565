import { argumentNull } from "@/policy/expression/values/net-exception";
import type { StringReader } from "@/policy/kits/text/string-reader";
import { XmlReader } from "@/policy/kits/xlinq/xml-reader";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.XmlReader", {
  EOF: (self: XmlReader) => self.isAtEnd,
  NodeType: (self: XmlReader) => self.nodeType,
  Name: (self: XmlReader) => self.name,
  LocalName: (self: XmlReader) => self.element?.name.local ?? "",
  NamespaceURI: (self: XmlReader) => self.element?.name.namespace.name ?? "",
  Value: (self: XmlReader) => self.value,
  Depth: (self: XmlReader) => self.depth,
  IsEmptyElement: (self: XmlReader) => self.element?.isEmpty ?? false,
  "Create(StringReader)": (input: StringReader | null) => {
    if (input === null) throw argumentNull("input");
    return new XmlReader(input.take(Number.POSITIVE_INFINITY));
  },
  "Read()": (self: XmlReader) => self.read(),
  "MoveToContent()": (self: XmlReader) => self.moveToContent(),
  "IsStartElement()": (self: XmlReader) => self.moveToContent() === 1,
  "IsStartElement(string)": (self: XmlReader, name: string | null) => self.moveToContent() === 1 && self.name === name,
  "ReadToFollowing(string)": (self: XmlReader, name: string | null) => self.readToFollowing(name),
  "Skip()": (self: XmlReader) => self.skip(),
  "GetAttribute(string)": (self: XmlReader, name: string | null) => self.attribute(name),
  "ReadElementContentAsString()": (self: XmlReader) => self.readText(),
  "ReadOuterXml()": (self: XmlReader) => self.readOuter(),
  "Close()": (self: XmlReader) => self.close(),
  "Dispose()": (self: XmlReader) => self.close(),
});
