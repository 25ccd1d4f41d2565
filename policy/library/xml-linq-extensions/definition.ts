import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// What sequences of nodes can do.
  public static class Extensions {
    static IEnumerable<XAttribute> Attributes(this IEnumerable<XElement> source);
    static IEnumerable<XAttribute> Attributes(this IEnumerable<XElement> source, XName name);
    static IEnumerable<XElement> Ancestors<T>(this IEnumerable<T> source) where T : XNode;
    static IEnumerable<XElement> Ancestors<T>(this IEnumerable<T> source, XName name) where T : XNode;
    static IEnumerable<XElement> AncestorsAndSelf(this IEnumerable<XElement> source);
    static IEnumerable<XElement> AncestorsAndSelf(this IEnumerable<XElement> source, XName name);
    static IEnumerable<XNode> DescendantNodes<T>(this IEnumerable<T> source) where T : XContainer;
    static IEnumerable<XNode> DescendantNodesAndSelf(this IEnumerable<XElement> source);
    static IEnumerable<XElement> Descendants<T>(this IEnumerable<T> source) where T : XContainer;
    static IEnumerable<XElement> Descendants<T>(this IEnumerable<T> source, XName name) where T : XContainer;
    static IEnumerable<XElement> DescendantsAndSelf(this IEnumerable<XElement> source);
    static IEnumerable<XElement> DescendantsAndSelf(this IEnumerable<XElement> source, XName name);
    static IEnumerable<XElement> Elements<T>(this IEnumerable<T> source) where T : XContainer;
    static IEnumerable<XElement> Elements<T>(this IEnumerable<T> source, XName name) where T : XContainer;
    static IEnumerable<T> InDocumentOrder<T>(this IEnumerable<T> source) where T : XNode;
    static IEnumerable<XNode> Nodes<T>(this IEnumerable<T> source) where T : XContainer;
    static void Remove(this IEnumerable<XAttribute> source);
    static void Remove<T>(this IEnumerable<T> source) where T : XNode;
  }
`);
