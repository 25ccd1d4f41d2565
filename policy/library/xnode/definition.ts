import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Xml.Linq;
  /// An element, a text, a comment, a document ...
  public abstract class XNode : XObject {
    static XNodeDocumentOrderComparer DocumentOrderComparer { get; }
    static XNodeEqualityComparer EqualityComparer { get; }
    XNode NextNode { get; }
    XNode PreviousNode { get; }
    static int CompareDocumentOrder(XNode n1, XNode n2);
    static bool DeepEquals(XNode n1, XNode n2);
    [Beyond] static XNode ReadFrom(XmlReader reader);
    void AddAfterSelf(object content);
    void AddAfterSelf(params object[] content);
    void AddBeforeSelf(object content);
    void AddBeforeSelf(params object[] content);
    IEnumerable<XElement> Ancestors();
    IEnumerable<XElement> Ancestors(XName name);
    IEnumerable<XElement> ElementsAfterSelf();
    IEnumerable<XElement> ElementsAfterSelf(XName name);
    IEnumerable<XElement> ElementsBeforeSelf();
    IEnumerable<XElement> ElementsBeforeSelf(XName name);
    IEnumerable<XNode> NodesAfterSelf();
    IEnumerable<XNode> NodesBeforeSelf();
    bool IsAfter(XNode node);
    bool IsBefore(XNode node);
    void Remove();
    void ReplaceWith(object content);
    void ReplaceWith(params object[] content);
    /// Its XML, indented.
    string ToString();
    string ToString(SaveOptions options);
  }
`);
