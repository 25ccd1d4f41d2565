import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml;
  /// An XML document.
  public class XmlDocument : XmlNode {
    [Beyond] XmlDocument();
    [Beyond] XmlElement DocumentElement { get; }
    /// Reads XML text.
    [Beyond] void LoadXml(string xml);
    [Beyond] XmlNodeList GetElementsByTagName(string name);
  }
`);
