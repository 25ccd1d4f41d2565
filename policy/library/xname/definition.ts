import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// The name of an XML element or attribute.
  public sealed class XName : IEquatable<XName> {
    string LocalName { get; }
    XNamespace Namespace { get; }
    string NamespaceName { get; }
    static XName Get(string expandedName);
    static XName Get(string localName, string namespaceName);
    bool Equals(object obj);
    int GetHashCode();
    string ToString();
    /// "local" or "{namespace}local"
    static implicit operator XName(string expandedName);
    static bool operator ==(XName left, XName right);
    static bool operator !=(XName left, XName right);
  }
`);
