import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// The document type declaration of an XML document.
  public class XDocumentType : XNode {
    XDocumentType(string name, string publicId, string systemId, string internalSubset);
    XDocumentType(XDocumentType other);
    string Name { get; set; }
    string PublicId { get; set; }
    string SystemId { get; set; }
    string InternalSubset { get; set; }
  }
`);
