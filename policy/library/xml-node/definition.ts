import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml;
  /// A node of an XmlDocument.
  public abstract class XmlNode {
    [Beyond] string Name { get; }
    [Beyond] string LocalName { get; }
    [Beyond] string NamespaceURI { get; }
    [Beyond] XmlNodeType NodeType { get; }
    [Beyond] string Value { get; }
    /// All text in it.
    [Beyond] string InnerText { get; }
    [Beyond] string InnerXml { get; }
    [Beyond] string OuterXml { get; }
    [Beyond] XmlNode ParentNode { get; }
    [Beyond] XmlNode FirstChild { get; }
    [Beyond] XmlNode LastChild { get; }
    [Beyond] XmlNode NextSibling { get; }
    [Beyond] bool HasChildNodes { get; }
    [Beyond] XmlNodeList ChildNodes { get; }
    [Beyond] XmlElement this[string name] { get; }
    /// The first node that an XPath leads to; null where there is none.
    [Beyond] XmlNode SelectSingleNode(string xpath);
    [Beyond] XmlNodeList SelectNodes(string xpath);
  }
`);
