import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// An XML element.
  public class XElement : XContainer {
    XElement(XElement other);
    XElement(XName name);
    XElement(XName name, object content);
    XElement(XName name, params object[] content);
    static IEnumerable<XElement> EmptySequence { get; }
    XAttribute FirstAttribute { get; }
    XAttribute LastAttribute { get; }
    bool HasAttributes { get; }
    bool HasElements { get; }
    bool IsEmpty { get; }
    XName Name { get; set; }
    /// All text in it.
    string Value { get; set; }
    /// Reads XML text.
    static XElement Parse(string text);
    static XElement Parse(string text, LoadOptions options);
    IEnumerable<XElement> AncestorsAndSelf();
    IEnumerable<XElement> AncestorsAndSelf(XName name);
    XAttribute Attribute(XName name);
    IEnumerable<XAttribute> Attributes();
    IEnumerable<XAttribute> Attributes(XName name);
    IEnumerable<XNode> DescendantNodesAndSelf();
    IEnumerable<XElement> DescendantsAndSelf();
    IEnumerable<XElement> DescendantsAndSelf(XName name);
    XNamespace GetDefaultNamespace();
    XNamespace GetNamespaceOfPrefix(string prefix);
    string GetPrefixOfNamespace(XNamespace ns);
    void RemoveAll();
    void RemoveAttributes();
    void ReplaceAll(object content);
    void ReplaceAll(params object[] content);
    void ReplaceAttributes(object content);
    void ReplaceAttributes(params object[] content);
    /// null removes the attribute.
    void SetAttributeValue(XName name, object value);
    /// null removes the element.
    void SetElementValue(XName name, object value);
    void SetValue(object value);

    static explicit operator string(XElement element);
    static explicit operator bool(XElement element);
    static explicit operator bool?(XElement element);
    static explicit operator int(XElement element);
    static explicit operator int?(XElement element);
    static explicit operator uint(XElement element);
    static explicit operator uint?(XElement element);
    static explicit operator long(XElement element);
    static explicit operator long?(XElement element);
    static explicit operator ulong(XElement element);
    static explicit operator ulong?(XElement element);
    static explicit operator float(XElement element);
    static explicit operator float?(XElement element);
    static explicit operator double(XElement element);
    static explicit operator double?(XElement element);
    static explicit operator decimal(XElement element);
    static explicit operator decimal?(XElement element);
    static explicit operator DateTime(XElement element);
    static explicit operator DateTime?(XElement element);
    static explicit operator DateTimeOffset(XElement element);
    static explicit operator DateTimeOffset?(XElement element);
    static explicit operator TimeSpan(XElement element);
    static explicit operator TimeSpan?(XElement element);
    static explicit operator Guid(XElement element);
    static explicit operator Guid?(XElement element);
  }
`);
