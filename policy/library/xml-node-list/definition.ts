import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml;
  /// A list of nodes.
  public abstract class XmlNodeList : IEnumerable<XmlNode> {
    [Beyond] int Count { get; }
    [Beyond] XmlNode this[int i] { get; }
    [Beyond] XmlNode Item(int index);
  }
`);
