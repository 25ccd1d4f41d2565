import { argumentNull } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { isElement } from "./navigate";
import { NodeType } from "./node-type";
import { parseXml } from "./parse-xml";
import { XDocument } from "./xdocument";
import type { XObject } from "./xnode";

/** XmlNode and what derives from it, as a view of the same trees that XLinq works on. */
export class XmlNode extends NetObject {
  node: XObject;

  constructor(node: XObject) {
    super();
    this.node = node;
  }

  override get typeName(): string {
    return isElement(this.node) ? "System.Xml.XmlElement" : "System.Xml.XmlNode";
  }

  override equalTo(other: unknown): boolean {
    return other instanceof XmlNode && other.node === this.node;
  }
}

export class XmlDocument extends XmlNode {
  constructor() {
    super(new XDocument());
  }

  override get typeName(): string {
    return "System.Xml.XmlDocument";
  }

  load(text: string | null): void {
    if (text === null) throw argumentNull("s");
    this.node = parseXml(text, false);
    views.set(this.node, this);
  }
}

export class XmlNodeList extends NetObject {
  readonly items: readonly XmlNode[];

  constructor(nodes: Iterable<XObject>) {
    super();
    this.items = Array.from(nodes, (node) => viewOf(node)!);
  }

  override get typeName(): string {
    return "System.Xml.XmlNodeList";
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}

/** One view for each node, so that the same node is the same object. */
const views = new WeakMap<XObject, XmlNode>();

export function viewOf(node: XObject | null): XmlNode | null {
  if (node === null) return null;
  const known = views.get(node);
  if (known) return known;
  const view = new XmlNode(node);
  views.set(node, view);
  return view;
}

export const isDocument = (node: XObject): node is XDocument => node.nodeType === NodeType.Document;
