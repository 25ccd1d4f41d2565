import type { XmlNodeList } from "@/policy/kits/xlinq/xml-dom";
import { implementType } from "@/policy/library/implement";

const item = (self: XmlNodeList, index: number) => self.items[index] ?? null;

export const runtime = implementType("System.Xml.XmlNodeList", {
  Count: (self: XmlNodeList) => self.items.length,
  "this[int]": item,
  "Item(int)": item,
});
