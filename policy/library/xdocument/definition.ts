import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// An XML document.
  public class XDocument : XContainer {
    XDocument();
    XDocument(XDocument other);
    XDocument(params object[] content);
    XDocument(XDeclaration declaration, params object[] content);
    XDeclaration Declaration { get; set; }
    XDocumentType DocumentType { get; }
    XElement Root { get; }
    /// Reads XML text.
    static XDocument Parse(string text);
    static XDocument Parse(string text, LoadOptions options);
  }
`);
