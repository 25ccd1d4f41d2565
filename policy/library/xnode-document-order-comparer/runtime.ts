import { NodeOrderComparer } from "@/policy/kits/xlinq/node-comparers";
import type { XNode } from "@/policy/kits/xlinq/xnode";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XNodeDocumentOrderComparer", {
  "new()": () => new NodeOrderComparer(),
  "Compare(XNode, XNode)": (self: NodeOrderComparer, a: XNode | null, b: XNode | null) => self.compare(a, b),
});
