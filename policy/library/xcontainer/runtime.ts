import { addContent } from "@/policy/kits/xlinq/content";
import { descendants, elements } from "@/policy/kits/xlinq/element-sequences";
import { childNodes, descendantNodes, elementsIn } from "@/policy/kits/xlinq/navigate";
import { replaceNodes } from "@/policy/kits/xlinq/replace";
import type { XContainer } from "@/policy/kits/xlinq/xcontainer";
import type { XName } from "@/policy/kits/xlinq/xname";
import { XSequence } from "@/policy/kits/xlinq/xsequence";
import { implementType } from "@/policy/library/implement";

const add = (self: XContainer, content: unknown) => addContent(self, content, null);
const addFirst = (self: XContainer, content: unknown) => addContent(self, content, self.first);

function element(self: XContainer, name: XName | null) {
  if (name !== null) for (const found of elementsIn(childNodes(self), name)) return found;
  return null;
}

export const runtime = implementType("System.Xml.Linq.XContainer", {
  FirstNode: (self: XContainer) => self.first,
  LastNode: (self: XContainer) => self.last,
  "Add(object)": add,
  "Add(params object[])": add,
  "AddFirst(object)": addFirst,
  "AddFirst(params object[])": addFirst,
  "DescendantNodes()": (self: XContainer) => new XSequence(() => descendantNodes(self), "XNode"),
  "Descendants()": (self: XContainer) => descendants(self),
  "Descendants(XName)": (self: XContainer, name: XName | null) => descendants(self, name),
  "Element(XName)": element,
  "Elements()": (self: XContainer) => elements(self),
  "Elements(XName)": (self: XContainer, name: XName | null) => elements(self, name),
  "Nodes()": (self: XContainer) => new XSequence(() => childNodes(self), "XNode"),
  "RemoveNodes()": (self: XContainer) => self.removeNodes(),
  "ReplaceNodes(object)": replaceNodes,
  "ReplaceNodes(params object[])": replaceNodes,
});
