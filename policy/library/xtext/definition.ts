import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// Text in an XML element.
  public class XText : XNode {
    XText(string value);
    XText(XText other);
    string Value { get; set; }
  }
`);
