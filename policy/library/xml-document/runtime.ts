import { elementsByTag } from "@/policy/kits/xlinq/elements-by-tag";
import { isDocument, viewOf, XmlDocument } from "@/policy/kits/xlinq/xml-dom";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType("System.Xml.XmlDocument", {
  "new()": () => new XmlDocument(),
  DocumentElement: ({ node }: XmlDocument) => viewOf(isDocument(node) ? node.root : null),
  "LoadXml(string)": (self: XmlDocument, text: string | null) => self.load(text),
  "GetElementsByTagName(string)": elementsByTag,
});
