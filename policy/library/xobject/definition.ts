import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// A node or an attribute.
  public abstract class XObject {
    string BaseUri { get; }
    XDocument Document { get; }
    XmlNodeType NodeType { get; }
    /// The element that it is in.
    XElement Parent { get; }
  }
`);
