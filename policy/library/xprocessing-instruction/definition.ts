import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// A processing instruction in XML.
  public class XProcessingInstruction : XNode {
    XProcessingInstruction(string target, string data);
    XProcessingInstruction(XProcessingInstruction other);
    string Target { get; set; }
    string Data { get; set; }
  }
`);
