import { isElement, rootOf } from "@/policy/kits/xlinq/navigate";
import { XDocument } from "@/policy/kits/xlinq/xdocument";
import type { XObject } from "@/policy/kits/xlinq/xnode";
import { implementType } from "@/policy/library/implement";

function documentOf(self: XObject): XDocument | null {
  const root = rootOf(self);
  return root instanceof XDocument ? root : null;
}

export const runtime = implementType("System.Xml.Linq.XObject", {
  BaseUri: () => "",
  Document: documentOf,
  NodeType: (self: XObject) => self.nodeType,
  Parent: (self: XObject) => (isElement(self.container) ? self.container : null),
});
