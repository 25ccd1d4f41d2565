import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// Text in an XML element that is written without escapes.
  public class XCData : XText {
    XCData(string value);
    XCData(XCData other);
  }
`);
