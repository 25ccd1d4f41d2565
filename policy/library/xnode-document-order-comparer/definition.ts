import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// Compares nodes by where they stand.
  public sealed class XNodeDocumentOrderComparer : IComparer<XNode> {
    XNodeDocumentOrderComparer();
    int Compare(XNode x, XNode y);
  }
`);
