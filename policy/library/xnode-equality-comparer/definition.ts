import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// Compares nodes by what is in them.
  public sealed class XNodeEqualityComparer : IEqualityComparer<XNode> {
    XNodeEqualityComparer();
    bool Equals(XNode x, XNode y);
    int GetHashCode(XNode obj);
  }
`);
