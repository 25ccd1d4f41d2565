import { charge } from "@/policy/expression/values/budget";
import { argumentException, argumentNull } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { hashText } from "@/policy/kits/object/hash";
import { verifyName } from "./verify-name";

/** .NET keeps one object per name; here equal names are equal, which a policy cannot tell apart. */
export class XNamespace extends NetObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }

  static get(name: string | null): XNamespace {
    if (name === null) throw argumentNull("namespaceName");
    if (name === "") return noNamespace;
    if (name === xmlNamespace.name) return xmlNamespace;
    return name === xmlnsNamespace.name ? xmlnsNamespace : new XNamespace(name);
  }

  override get typeName(): string {
    return "System.Xml.Linq.XNamespace";
  }

  override toText(): string {
    return this.name;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof XNamespace && other.name === this.name;
  }

  override hash(): number {
    return hashText(this.name);
  }
}

export const noNamespace = new XNamespace("");
export const xmlNamespace = new XNamespace("http://www.w3.org/XML/1998/namespace");
export const xmlnsNamespace = new XNamespace("http://www.w3.org/2000/xmlns/");

export class XName extends NetObject {
  readonly namespace: XNamespace;
  readonly local: string;

  constructor(namespace: XNamespace, local: string) {
    super();
    this.namespace = namespace;
    this.local = local;
  }

  /** "{namespace}local" or "local" */
  static get(expanded: string | null): XName {
    if (expanded === null) throw argumentNull("expandedName");
    const end = expanded.startsWith("{") ? expanded.lastIndexOf("}") : -1;
    if (expanded === "" || (expanded.startsWith("{") && (end <= 1 || end === expanded.length - 1)))
      throw argumentException(`'${expanded}' is an invalid expanded name.`);
    return XName.of(end < 0 ? noNamespace : XNamespace.get(expanded.slice(1, end)), expanded.slice(end + 1));
  }

  static of(namespace: XNamespace, local: string | null): XName {
    if (local === null) throw argumentNull("localName");
    charge(32);
    return new XName(namespace, verifyName(local));
  }

  override get typeName(): string {
    return "System.Xml.Linq.XName";
  }

  override toText(): string {
    return this.namespace.name === "" ? this.local : `{${this.namespace.name}}${this.local}`;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof XName && other.local === this.local && other.namespace.name === this.namespace.name;
  }

  override hash(): number {
    return hashText(this.namespace.name) ^ hashText(this.local);
  }
}
