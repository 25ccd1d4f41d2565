import { argumentException, invalidOperation } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { isElement } from "./navigate";
import { NodeType } from "./node-type";
import { XContainer } from "./xcontainer";
import type { XElement } from "./xelement";
import type { XNode } from "./xnode";

export class XDeclaration extends NetObject {
  version: string | null;
  encoding: string | null;
  standalone: string | null;

  constructor(version: string | null, encoding: string | null, standalone: string | null) {
    super();
    this.version = version;
    this.encoding = encoding;
    this.standalone = standalone;
  }

  override get typeName(): string {
    return "System.Xml.Linq.XDeclaration";
  }

  override toText(): string {
    const part = (name: string, value: string | null) => (value === null ? "" : ` ${name}="${value}"`);
    return `<?xml${part("version", this.version)}${part("encoding", this.encoding)}${part("standalone", this.standalone)}?>`;
  }

  copy(): XDeclaration {
    return new XDeclaration(this.version, this.encoding, this.standalone);
  }
}

const malformed = () => invalidOperation("This operation would create an incorrectly structured document.");

export class XDocument extends XContainer {
  declaration: XDeclaration | null = null;

  override get typeName(): string {
    return "System.Xml.Linq.XDocument";
  }

  get nodeType(): number {
    return NodeType.Document;
  }

  get root(): XElement | null {
    return this.nodes.find(isElement) ?? null;
  }

  get documentType(): XNode | null {
    return this.nodes.find((node) => node.nodeType === NodeType.DocumentType) ?? null;
  }

  validate(node: XNode, next: XNode | null): void {
    switch (node.nodeType) {
      case NodeType.Text:
        this.validateText((node as XNode & { value: string }).value);
        return;
      case NodeType.Element:
        if (this.root || this.has(NodeType.DocumentType, next)) throw malformed();
        return;
      case NodeType.DocumentType:
        if (this.documentType || (this.root && !this.has(NodeType.Element, next))) throw malformed();
        return;
      case NodeType.CDATA:
      case NodeType.Document:
        throw this.cannotContain(node);
    }
  }

  validateText(text: string): void {
    if (/[^ \t\r\n]/.test(text)) throw argumentException("Non-white space characters cannot be added to content.");
  }

  clone(depth: number): XDocument {
    guardDepth(depth);
    const copy = new XDocument();
    copy.declaration = this.declaration?.copy() ?? null;
    for (const node of this.nodes) copy.place(node.clone(depth + 1), null);
    return copy;
  }

  private has(nodeType: number, from: XNode | null): boolean {
    for (let node = from; node !== null; node = node.next) if (node.nodeType === nodeType) return true;
    return false;
  }
}
