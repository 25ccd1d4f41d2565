import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// A comment in XML.
  public class XComment : XNode {
    XComment(string value);
    XComment(XComment other);
    string Value { get; set; }
  }
`);
