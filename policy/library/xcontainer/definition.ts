import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// A node that holds others: an element or a document.
  public abstract class XContainer : XNode {
    XNode FirstNode { get; }
    XNode LastNode { get; }
    void Add(object content);
    void Add(params object[] content);
    void AddFirst(object content);
    void AddFirst(params object[] content);
    IEnumerable<XNode> DescendantNodes();
    IEnumerable<XElement> Descendants();
    IEnumerable<XElement> Descendants(XName name);
    /// The first child element of this name.
    XElement Element(XName name);
    IEnumerable<XElement> Elements();
    IEnumerable<XElement> Elements(XName name);
    IEnumerable<XNode> Nodes();
    void RemoveNodes();
    void ReplaceNodes(object content);
    void ReplaceNodes(params object[] content);
  }
`);
