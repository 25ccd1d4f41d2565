import { tick } from "@/policy/expression/values/budget";
import { argumentNull, invalidOperation } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { attributeByTag, contentOf, tagOf } from "./dom-names";
import { isElement } from "./navigate";
import { NodeType } from "./node-type";
import { parseXml } from "./parse-xml";
import { xmlOf } from "./write-xml";
import { XElement } from "./xelement";
import { xmlException } from "./xml-error";
import type { XNode } from "./xnode";

/** XmlReader over text that has been read as a whole: what is not well-formed fails at once, not on the way. */
export class XmlReader extends NetObject {
  /** null before the first node and behind the last. */
  private node: XNode | null = null;
  private isAtEndTag = false;
  private upcoming: XNode | null;
  isAtEnd = false;
  depth = 0;

  constructor(text: string) {
    super();
    this.upcoming = parseXml(text, true).first;
  }

  override get typeName(): string {
    return "System.Xml.XmlReader";
  }

  get nodeType(): number {
    if (this.node === null) return NodeType.None;
    if (this.isAtEndTag) return NodeType.EndElement;
    const isSpace = this.node.nodeType === NodeType.Text && !/[^ \t\r\n]/.test(contentOf(this.node));
    return isSpace ? NodeType.Whitespace : this.node.nodeType;
  }

  get name(): string {
    return this.node === null ? "" : isElement(this.node) ? tagOf(this.node) : "";
  }

  get element(): XElement | null {
    return isElement(this.node) ? this.node : null;
  }

  get value(): string {
    return this.node === null || isElement(this.node) ? "" : contentOf(this.node);
  }

  attribute(name: string | null): string | null {
    if (name === null) throw argumentNull("name");
    return this.element === null || this.isAtEndTag ? null : (attributeByTag(this.element, name)?.value ?? null);
  }

  read(): boolean {
    tick();
    const { node } = this;
    if (this.isAtEnd) return false;
    if (node === null) return this.goTo(this.upcoming);
    if (isElement(node) && !this.isAtEndTag && !node.isEmpty) {
      this.depth++;
      if (node.first !== null) return this.goTo(node.first);
      this.depth--;
      this.isAtEndTag = true;
      return true;
    }
    return this.leave(node);
  }

  /** The node as a tree of its own; the reader stands behind it. */
  readNode(): XNode {
    const { node } = this;
    if (node === null || this.isAtEndTag) throw invalidOperation("The XmlReader state should be Interactive.");
    this.leave(node);
    return node.clone(0);
  }

  skip(): void {
    if (this.node === null) this.read();
    else this.leave(this.node);
  }

  moveToContent(): number {
    const content: readonly number[] = [NodeType.Element, NodeType.EndElement, NodeType.Text, NodeType.CDATA];
    while (!this.isAtEnd && !content.includes(this.nodeType)) this.read();
    return this.nodeType;
  }

  readToFollowing(name: string | null): boolean {
    while (this.read()) if (this.nodeType === NodeType.Element && this.name === name) return true;
    return false;
  }

  readText(): string {
    const { element } = this;
    if (element === null || this.isAtEndTag)
      throw invalidOperation("The ReadElementContentAsString method is not supported on node type None.");
    if (element.nodes.some(isElement))
      throw xmlException("ReadElementContentAs() methods cannot be called on an element that has child elements.");
    this.leave(element);
    return element.value;
  }

  readOuter(): string {
    const { node } = this;
    if (node === null || this.isAtEndTag) return "";
    this.leave(node);
    return xmlOf(node, false);
  }

  close(): void {
    this.node = null;
    this.isAtEnd = true;
  }

  /** To what follows the whole node. */
  private leave(node: XNode): boolean {
    if (node.next !== null) return this.goTo(node.next);
    const parent = node.container;
    if (!(parent instanceof XElement)) return this.goTo(null);
    this.depth--;
    this.node = parent;
    this.isAtEndTag = true;
    return true;
  }

  private goTo(node: XNode | null): boolean {
    this.node = node;
    this.isAtEndTag = false;
    this.isAtEnd = node === null;
    return node !== null;
  }
}
