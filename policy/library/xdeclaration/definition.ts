import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// What an XML document begins with.
  public class XDeclaration {
    XDeclaration(string version, string encoding, string standalone);
    XDeclaration(XDeclaration other);
    string Version { get; set; }
    string Encoding { get; set; }
    string Standalone { get; set; }
    string ToString();
  }
`);
