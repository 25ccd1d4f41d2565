import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { NodeType } from "./node-type";
import { verifyName } from "./verify-name";
import { XNode } from "./xnode";

export class XComment extends XNode {
  value: string;

  constructor(value: string | null) {
    super();
    if (value === null) throw argumentNull("value");
    this.value = value;
  }

  override get typeName(): string {
    return "System.Xml.Linq.XComment";
  }

  get nodeType(): number {
    return NodeType.Comment;
  }

  clone(depth: number): XNode {
    guardDepth(depth);
    return new XComment(this.value);
  }
}

export class XProcessingInstruction extends XNode {
  target: string;
  data: string;

  constructor(target: string | null, data: string | null) {
    super();
    if (data === null) throw argumentNull("data");
    this.data = data;
    this.target = verifyTarget(target);
  }

  override get typeName(): string {
    return "System.Xml.Linq.XProcessingInstruction";
  }

  get nodeType(): number {
    return NodeType.ProcessingInstruction;
  }

  clone(depth: number): XNode {
    guardDepth(depth);
    return new XProcessingInstruction(this.target, this.data);
  }
}

export function verifyTarget(target: string | null): string {
  if (target === null) throw argumentNull("target");
  verifyName(target);
  if (target.toLowerCase() === "xml")
    throw argumentException(`'${target}' is an invalid name for a processing instruction.`);
  return target;
}

/** Only as far as a document can be given one by its constructor: text with a DTD is never read. */
export class XDocumentType extends XNode {
  name: string;
  publicId: string | null;
  systemId: string | null;
  internalSubset: string | null;

  constructor(name: string, publicId: string | null, systemId: string | null, internalSubset: string | null) {
    super();
    this.name = verifyName(name);
    this.publicId = publicId;
    this.systemId = systemId;
    this.internalSubset = internalSubset;
  }

  override get typeName(): string {
    return "System.Xml.Linq.XDocumentType";
  }

  get nodeType(): number {
    return NodeType.DocumentType;
  }

  clone(depth: number): XNode {
    guardDepth(depth);
    return new XDocumentType(this.name, this.publicId, this.systemId, this.internalSubset);
  }
}
