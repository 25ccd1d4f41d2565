import { argumentNull } from "@/policy/expression/values/net-exception";
import { addContent } from "@/policy/kits/xlinq/content";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { type XDeclaration, XDocument } from "@/policy/kits/xlinq/xdocument";
import { implementType } from "@/policy/library/implement";

function create(declaration: XDeclaration | null, content: unknown): XDocument {
  const document = new XDocument();
  document.declaration = declaration;
  addContent(document, content, null);
  return document;
}

export const runtime = implementType("System.Xml.Linq.XDocument", {
  "new()": () => new XDocument(),
  "new(XDocument)": (other: XDocument | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(params object[])": (content: unknown) => create(null, content),
  "new(XDeclaration, params object[])": create,
  Declaration: (self: XDocument) => self.declaration,
  "set Declaration": (self: XDocument, value: XDeclaration | null) => {
    self.declaration = value;
  },
  DocumentType: (self: XDocument) => self.documentType,
  Root: (self: XDocument) => self.root,
  "Parse(string)": (text: string | null) => parseXml(text, false),
  "Parse(string, LoadOptions)": (text: string | null, options: number) => parseXml(text, (options & 1) === 1),
});
