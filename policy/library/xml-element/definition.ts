import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml;
  /// An XML element.
  public class XmlElement : XmlNode {
    [Beyond] bool HasAttributes { get; }
    [Beyond] bool IsEmpty { get; }
    [Beyond] string GetAttribute(string name);
    [Beyond] bool HasAttribute(string name);
    [Beyond] XmlNodeList GetElementsByTagName(string name);
  }
`);
