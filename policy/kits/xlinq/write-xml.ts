import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { newLine } from "@/policy/kits/json/new-line";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { NamespaceScope } from "./namespace-scope";
import { ancestorsOf, isContainer, isElement, isText } from "./navigate";
import { NodeType } from "./node-type";
import type { XAttribute } from "./xattribute";
import type { XComment, XDocumentType, XProcessingInstruction } from "./xcomment";
import type { XContainer } from "./xcontainer";
import type { XElement } from "./xelement";
import { xmlnsNamespace } from "./xname";
import type { XNode, XObject } from "./xnode";

/** XNode.ToString(): what has text in it is not indented from there on. */
export function xmlOf(node: XNode, indented: boolean): string {
  const writer = new XmlWriter(indented, inherited(node));
  writer.node(node, 0);
  return writer.text;
}

/** name="value", with the prefix that is in scope where it stands. */
export function attributeText(attribute: XAttribute): string {
  const writer = new XmlWriter(false, inherited(attribute));
  writer.attribute(attribute);
  return writer.text.trimStart();
}

/** What the elements around it declare. */
function inherited(object: XObject): NamespaceScope {
  const scope = new NamespaceScope();
  for (const element of [...ancestorsOf(object.container)].reverse())
    if (isElement(element)) {
      scope.enter();
      declareAll(element, scope);
    }
  return scope;
}

function declareAll(element: XElement, scope: NamespaceScope): void {
  for (const attribute of element.attributes)
    if (attribute.isNamespaceDeclaration) scope.declare(attribute.declaredPrefix, attribute.value);
}

class XmlWriter {
  private readonly indented: boolean;
  private readonly scope: NamespaceScope;
  private readonly parts: string[] = [];
  /** Declarations that the element being written needs and does not have. */
  private missing: { prefix: string; uri: string }[] = [];
  private generated = 0;

  constructor(indented: boolean, scope: NamespaceScope) {
    this.indented = indented;
    this.scope = scope;
  }

  get text(): string {
    return this.parts.join("");
  }

  node(node: XNode, depth: number): void {
    guardDepth(depth);
    if (isElement(node)) this.element(node, depth, this.indented);
    else if (isContainer(node)) this.content(node, depth - 1, this.indented);
    else this.leaf(node);
  }

  attribute(attribute: XAttribute): void {
    const { namespace, local } = attribute.name;
    let tag = local;
    if (namespace.name === xmlnsNamespace.name) tag = `xmlns:${local}`;
    else if (namespace.name !== "") tag = `${this.prefix(namespace.name, false)}:${local}`;
    this.put(` ${tag}="${escapeAttribute(attribute.value)}"`);
  }

  private element(element: XElement, depth: number, indented: boolean): void {
    guardDepth(depth);
    this.scope.enter();
    declareAll(element, this.scope);
    const outer = this.missing;
    this.missing = [];
    const prefix = this.prefix(element.name.namespace.name, true);
    const tag = prefix === "" ? element.name.local : `${prefix}:${element.name.local}`;
    this.put(`<${tag}`);
    for (const attribute of element.attributes) this.attribute(attribute);
    for (const { prefix: name, uri } of this.missing)
      this.put(` xmlns${name === "" ? "" : ":"}${name}="${escapeAttribute(uri)}"`);
    this.missing = outer;
    if (element.isEmpty) this.put(" />");
    else {
      this.put(">");
      const stillIndented = this.content(element, depth, indented);
      if (stillIndented && element.nodes.length > 0) this.put(newLine + "  ".repeat(depth));
      this.put(`</${tag}>`);
    }
    this.scope.leave();
  }

  /** Whether the end tag goes to a line of its own. */
  private content(container: XContainer, depth: number, indented: boolean): boolean {
    let indents = indented;
    for (const node of container.nodes) {
      tick();
      if (isText(node)) indents = false;
      else if (indents && this.parts.length > 0) this.put(newLine + "  ".repeat(depth + 1));
      if (isElement(node)) this.element(node, depth + 1, indents);
      else this.leaf(node);
    }
    return indents;
  }

  private leaf(node: XNode): void {
    this.put(leafText(node));
  }

  /** Declares the namespace where nothing does. */
  private prefix(uri: string, isElement: boolean): string {
    if (uri === "" && this.scope.namespaceOf("") === "") return "";
    const known = uri === "" ? null : this.scope.prefixOf(uri, isElement);
    if (known !== null) return known;
    const prefix = isElement ? "" : this.newPrefix();
    this.scope.declare(prefix, uri);
    this.missing.push({ prefix, uri });
    return prefix;
  }

  private newPrefix(): string {
    for (;;) {
      const prefix = `p${++this.generated}`;
      if (this.scope.namespaceOf(prefix) === null) return prefix;
    }
  }

  private put(text: string): void {
    tickMany(text.length >> 3);
    charge(text.length * 2 + 8);
    this.parts.push(text);
  }
}

function leafText(node: XNode): string {
  switch (node.nodeType) {
    case NodeType.CDATA:
      return `<![CDATA[${(node as XComment).value.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
    case NodeType.Text:
      return escapeText((node as XComment).value);
    case NodeType.Comment:
      return `<!--${(node as XComment).value.replace(/--/g, "- -").replace(/-$/, "- ")}-->`;
    case NodeType.ProcessingInstruction: {
      const { target, data } = node as XProcessingInstruction;
      return `<?${target}${data === "" ? "" : ` ${data}`}?>`;
    }
    default:
      return docType(node as XDocumentType);
  }
}

function docType({ name, publicId, systemId, internalSubset }: XDocumentType): string {
  const external =
    publicId !== null ? ` PUBLIC "${publicId}" "${systemId ?? ""}"` : systemId !== null ? ` SYSTEM "${systemId}"` : "";
  return `<!DOCTYPE ${name}${external}${internalSubset === null ? "" : `[${internalSubset}]`}>`;
}

/** Line ends become those of the platform, as XmlWriter does by default. */
const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;")).replace(/\r\n|\r|\n/g, newLine);

const inAttribute = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\t", "&#x9;"],
  ["\n", "&#xA;"],
  ["\r", "&#xD;"],
]);

const escapeAttribute = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (c) => inAttribute.get(c)!);
