import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { NodeType } from "./node-type";
import { attributeText } from "./write-xml";
import type { XElement } from "./xelement";
import { noNamespace, type XName, xmlNamespace, xmlnsNamespace } from "./xname";
import { missingParent, XObject } from "./xnode";

export class XAttribute extends XObject {
  readonly name: XName;
  value: string;

  constructor(name: XName | null, value: string | null) {
    super();
    if (name === null) throw argumentNull("name");
    if (value === null) throw argumentNull("value");
    this.name = name;
    this.value = value;
    this.checkDeclaration(value);
  }

  override get typeName(): string {
    return "System.Xml.Linq.XAttribute";
  }

  get nodeType(): number {
    return NodeType.Attribute;
  }

  override toText(): string {
    return attributeText(this);
  }

  get element(): XElement | null {
    return this.container as XElement | null;
  }

  /** xmlns="..." or xmlns:p="..." */
  get isNamespaceDeclaration(): boolean {
    const { namespace, local } = this.name;
    return namespace.name === noNamespace.name ? local === "xmlns" : namespace.name === xmlnsNamespace.name;
  }

  /** Of a declaration: "" for the default namespace. */
  get declaredPrefix(): string {
    return this.name.namespace.name === "" ? "" : this.name.local;
  }

  setValue(value: string | null): void {
    if (value === null) throw argumentNull("value");
    this.checkDeclaration(value);
    this.value = value;
  }

  remove(): void {
    if (this.element === null) throw missingParent();
    this.element.removeAttribute(this);
  }

  clone(): XAttribute {
    return new XAttribute(this.name, this.value);
  }

  private checkDeclaration(value: string): void {
    if (!this.isNamespaceDeclaration) return;
    const prefix = this.declaredPrefix;
    if (value === "" && prefix !== "")
      throw argumentException(
        `The prefix '${prefix}' cannot be bound to the empty namespace name; if there is no prefix, it can.`,
      );
    if ((value === xmlNamespace.name) !== (prefix === "xml") && (value === xmlNamespace.name || prefix === "xml"))
      throw argumentException(
        "The prefix 'xml' is bound to the namespace name 'http://www.w3.org/XML/1998/namespace'. Other prefixes must not be bound to this namespace name, and it must not be declared as the default namespace.",
      );
    if (value === xmlnsNamespace.name || prefix === "xmlns")
      throw argumentException(
        "The prefix 'xmlns' is bound to the namespace name 'http://www.w3.org/2000/xmlns/'. It must not be declared. Other prefixes must not be bound to this namespace name, and it must not be declared as the default namespace.",
      );
  }
}
