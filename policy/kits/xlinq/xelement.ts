import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentNull, invalidOperation } from "@/policy/expression/values/net-exception";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { textWithin } from "./navigate";
import { NodeType } from "./node-type";
import { XAttribute } from "./xattribute";
import { XContainer } from "./xcontainer";
import type { XName } from "./xname";
import type { XNode } from "./xnode";

export class XElement extends XContainer {
  name: XName;
  readonly attributes: XAttribute[] = [];
  /** Written as <a></a>, not <a />, although nothing is in it. */
  hasEmptyText = false;

  constructor(name: XName | null) {
    super();
    if (name === null) throw argumentNull("name");
    this.name = name;
  }

  override get typeName(): string {
    return "System.Xml.Linq.XElement";
  }

  get nodeType(): number {
    return NodeType.Element;
  }

  get isEmpty(): boolean {
    return this.nodes.length === 0 && !this.hasEmptyText;
  }

  get value(): string {
    return textWithin(this);
  }

  attribute(name: XName): XAttribute | null {
    tickMany(this.attributes.length);
    return this.attributes.find((attribute) => attribute.name.equalTo(name)) ?? null;
  }

  addAttribute(attribute: XAttribute): void {
    if (this.attribute(attribute.name)) throw invalidOperation("Duplicate attribute.");
    charge(80);
    const own = attribute.container === null ? attribute : attribute.clone();
    own.container = this;
    this.attributes.push(own);
  }

  removeAttribute(attribute: XAttribute): void {
    tickMany(this.attributes.length);
    this.attributes.splice(this.attributes.indexOf(attribute), 1);
    attribute.container = null;
  }

  removeAttributes(): void {
    for (const attribute of this.attributes) attribute.container = null;
    this.attributes.length = 0;
  }

  /** null removes it. */
  setAttribute(name: XName, value: string | null): void {
    const known = this.attribute(name);
    if (value === null) known?.remove();
    else if (known) known.setValue(value);
    else this.addAttribute(new XAttribute(name, value));
  }

  setText(text: string): void {
    this.removeNodes();
    this.insertText(text, null);
    this.hasEmptyText = text === "";
  }

  override insertText(text: string, next: XNode | null): void {
    if (text === "" && this.nodes.length === 0) this.hasEmptyText = true;
    super.insertText(text, next);
  }

  override place(node: XNode, next: XNode | null): void {
    super.place(node, next);
    this.hasEmptyText = false;
  }

  override removeNodes(): void {
    super.removeNodes();
    this.hasEmptyText = false;
  }

  validate(node: XNode, _next: XNode | null): void {
    if (node.nodeType === NodeType.Document || node.nodeType === NodeType.DocumentType) throw this.cannotContain(node);
  }

  validateText(_text: string): void {}

  clone(depth: number): XElement {
    guardDepth(depth);
    const copy = new XElement(this.name);
    for (const attribute of this.attributes) {
      tick();
      copy.addAttribute(attribute.clone());
    }
    for (const node of this.nodes) copy.place(node.clone(depth + 1), null);
    copy.hasEmptyText = this.hasEmptyText;
    return copy;
  }
}
