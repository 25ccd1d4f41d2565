import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml;
  /// Goes through XML node by node.
  public abstract class XmlReader : IDisposable {
    [Beyond] bool EOF { get; }
    [Beyond] XmlNodeType NodeType { get; }
    [Beyond] string Name { get; }
    [Beyond] string LocalName { get; }
    [Beyond] string NamespaceURI { get; }
    [Beyond] string Value { get; }
    [Beyond] int Depth { get; }
    [Beyond] bool IsEmptyElement { get; }
    [Beyond] static XmlReader Create(StringReader input);
    [Beyond] bool Read();
    [Beyond] XmlNodeType MoveToContent();
    [Beyond] bool IsStartElement();
    [Beyond] bool IsStartElement(string name);
    [Beyond] bool ReadToFollowing(string name);
    [Beyond] void Skip();
    [Beyond] string GetAttribute(string name);
    [Beyond] string ReadElementContentAsString();
    [Beyond] string ReadOuterXml();
    [Beyond] void Close();
    [Beyond] void Dispose();
  }
`);
