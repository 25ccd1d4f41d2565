import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// An XML namespace.
  public sealed class XNamespace {
    static XNamespace None { get; }
    static XNamespace Xml { get; }
    static XNamespace Xmlns { get; }
    string NamespaceName { get; }
    static XNamespace Get(string namespaceName);
    XName GetName(string localName);
    bool Equals(object obj);
    int GetHashCode();
    string ToString();
    static implicit operator XNamespace(string namespaceName);
    static XName operator +(XNamespace ns, string localName);
    static bool operator ==(XNamespace left, XNamespace right);
    static bool operator !=(XNamespace left, XNamespace right);
  }
`);
