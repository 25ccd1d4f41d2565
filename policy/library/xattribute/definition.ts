import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// An attribute of an XML element.
  public class XAttribute : XObject {
    XAttribute(XAttribute other);
    XAttribute(XName name, object value);
    static IEnumerable<XAttribute> EmptySequence { get; }
    bool IsNamespaceDeclaration { get; }
    XName Name { get; }
    XAttribute NextAttribute { get; }
    XAttribute PreviousAttribute { get; }
    string Value { get; set; }
    void Remove();
    void SetValue(object value);
    string ToString();

    static explicit operator string(XAttribute attribute);
    static explicit operator bool(XAttribute attribute);
    static explicit operator bool?(XAttribute attribute);
    static explicit operator int(XAttribute attribute);
    static explicit operator int?(XAttribute attribute);
    static explicit operator uint(XAttribute attribute);
    static explicit operator uint?(XAttribute attribute);
    static explicit operator long(XAttribute attribute);
    static explicit operator long?(XAttribute attribute);
    static explicit operator ulong(XAttribute attribute);
    static explicit operator ulong?(XAttribute attribute);
    static explicit operator float(XAttribute attribute);
    static explicit operator float?(XAttribute attribute);
    static explicit operator double(XAttribute attribute);
    static explicit operator double?(XAttribute attribute);
    static explicit operator decimal(XAttribute attribute);
    static explicit operator decimal?(XAttribute attribute);
    static explicit operator DateTime(XAttribute attribute);
    static explicit operator DateTime?(XAttribute attribute);
    static explicit operator DateTimeOffset(XAttribute attribute);
    static explicit operator DateTimeOffset?(XAttribute attribute);
    static explicit operator TimeSpan(XAttribute attribute);
    static explicit operator TimeSpan?(XAttribute attribute);
    static explicit operator Guid(XAttribute attribute);
    static explicit operator Guid?(XAttribute attribute);
  }
`);
