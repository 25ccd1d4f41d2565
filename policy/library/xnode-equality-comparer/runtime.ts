import { NodeEqualityComparer } from "@/policy/kits/xlinq/node-comparers";
import type { XNode } from "@/policy/kits/xlinq/xnode";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.Linq.XNodeEqualityComparer", {
  "new()": () => new NodeEqualityComparer(),
  "Equals(XNode, XNode)": (self: NodeEqualityComparer, a: XNode | null, b: XNode | null) => self.equals(a, b),
  "GetHashCode(XNode)": (self: NodeEqualityComparer, node: XNode | null) => self.hashOf(node),
});
