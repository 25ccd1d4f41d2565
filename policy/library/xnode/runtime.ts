import { argumentNull } from "@/policy/expression/values/net-exception";
import { deepEquals } from "@/policy/kits/xlinq/deep-equals";
import { ancestors, elementsAfter, elementsBefore } from "@/policy/kits/xlinq/element-sequences";
import { nodesAfter, nodesBefore } from "@/policy/kits/xlinq/navigate";
import { NodeEqualityComparer, NodeOrderComparer } from "@/policy/kits/xlinq/node-comparers";
import { addAfter, addBefore, replaceWith } from "@/policy/kits/xlinq/replace";
import { xmlOf } from "@/policy/kits/xlinq/write-xml";
import type { XmlReader } from "@/policy/kits/xlinq/xml-reader";
import type { XName } from "@/policy/kits/xlinq/xname";
import type { XNode } from "@/policy/kits/xlinq/xnode";
import { XSequence } from "@/policy/kits/xlinq/xsequence";
import { implementType } from "@/policy/library/implement";

const order = new NodeOrderComparer();
const equality = new NodeEqualityComparer();

export const runtime = implementType("System.Xml.Linq.XNode", {
  DocumentOrderComparer: () => order,
  EqualityComparer: () => equality,
  NextNode: (self: XNode) => self.next,
  PreviousNode: (self: XNode) => self.previous,
  "CompareDocumentOrder(XNode, XNode)": (a: XNode | null, b: XNode | null) => order.compare(a, b),
  "DeepEquals(XNode, XNode)": (a: XNode | null, b: XNode | null) => deepEquals(a, b),
  "ReadFrom(XmlReader)": (reader: XmlReader | null) => {
    if (reader === null) throw argumentNull("reader");
    return reader.readNode();
  },
  "AddAfterSelf(object)": addAfter,
  "AddAfterSelf(params object[])": addAfter,
  "AddBeforeSelf(object)": addBefore,
  "AddBeforeSelf(params object[])": addBefore,
  "Ancestors()": (self: XNode) => ancestors(self),
  "Ancestors(XName)": (self: XNode, name: XName | null) => ancestors(self, name),
  "ElementsAfterSelf()": (self: XNode) => elementsAfter(self),
  "ElementsAfterSelf(XName)": (self: XNode, name: XName | null) => elementsAfter(self, name),
  "ElementsBeforeSelf()": (self: XNode) => elementsBefore(self),
  "ElementsBeforeSelf(XName)": (self: XNode, name: XName | null) => elementsBefore(self, name),
  "NodesAfterSelf()": (self: XNode) => new XSequence(() => nodesAfter(self), "XNode"),
  "NodesBeforeSelf()": (self: XNode) => new XSequence(() => nodesBefore(self), "XNode"),
  "IsAfter(XNode)": (self: XNode, other: XNode | null) => order.compare(self, other) > 0,
  "IsBefore(XNode)": (self: XNode, other: XNode | null) => order.compare(self, other) < 0,
  "Remove()": (self: XNode) => self.remove(),
  "ReplaceWith(object)": replaceWith,
  "ReplaceWith(params object[])": replaceWith,
  "ToString()": (self: XNode) => self.toText(),
  "ToString(SaveOptions)": (self: XNode, options: number) => xmlOf(self, (options & 1) === 0),
});
