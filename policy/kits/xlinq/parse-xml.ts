import { charge, tick, tickMany } from "@/policy/expression/values/budget";
import { argumentNull, type NetException } from "@/policy/expression/values/net-exception";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { NamespaceScope } from "./namespace-scope";
import { badNameCharacter, nameCharacter, nameStart } from "./verify-name";
import { XAttribute } from "./xattribute";
import { XComment, XProcessingInstruction } from "./xcomment";
import type { XContainer } from "./xcontainer";
import { XDeclaration, XDocument } from "./xdocument";
import { XElement } from "./xelement";
import { showCharacter, xmlException } from "./xml-error";
import { XName, XNamespace, xmlnsNamespace } from "./xname";
import { XCData, XText } from "./xtext";

interface OpenElement {
  readonly element: XElement;
  readonly tag: string;
  readonly at: number;
}

const named = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);
const forbidden = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Well-formed XML without a DTD; anything else is an XmlException that says where. */
export function parseXml(text: string | null, keepsSpace: boolean): XDocument {
  if (text === null) throw argumentNull("s");
  return new XmlParser(text, keepsSpace).document();
}

class XmlParser {
  private readonly text: string;
  private readonly keepsSpace: boolean;
  private readonly result = new XDocument();
  private readonly open: OpenElement[] = [];
  private readonly scope = new NamespaceScope();
  private at = 0;

  constructor(text: string, keepsSpace: boolean) {
    // A line end is one "\n", however it is written.
    this.text = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    this.keepsSpace = keepsSpace;
    tickMany(text.length >> 2);
    charge(text.length * 2);
  }

  document(): XDocument {
    this.declaration();
    while (this.at < this.text.length) {
      tick();
      if (this.text[this.at] === "<") this.markup();
      else this.characters();
    }
    if (this.open.length > 0) {
      const names = this.open.map(({ tag }) => tag).reverse();
      throw this.error(
        `Unexpected end of file has occurred. The following elements are not closed: ${names.join(", ")}.`,
      );
    }
    if (!this.result.root) throw xmlException("Root element is missing.");
    return this.result;
  }

  private get inside(): XContainer {
    return this.open.at(-1)?.element ?? this.result;
  }

  private declaration(): void {
    if (!/^<\?xml[\s?]/.test(this.text)) return;
    const match =
      /^<\?xml\s+version\s*=\s*(["'])(1\.\d)\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\3)?(?:\s+standalone\s*=\s*(["'])(yes|no)\5)?\s*\?>/.exec(
        this.text,
      );
    if (!match) throw this.error("Syntax for an XML declaration is invalid.", 2);
    if (match[2] !== "1.0") throw this.error(`Version number '${match[2]}' is invalid.`, this.text.indexOf("1."));
    this.result.declaration = new XDeclaration(match[2], match[4] ?? null, match[6] ?? null);
    this.at = match[0].length;
  }

  private markup(): void {
    if (this.starts("<!--")) this.comment();
    else if (this.starts("<![CDATA[")) this.cdata();
    else if (this.starts("<?")) this.instruction();
    else if (this.starts("</")) this.endTag();
    else if (this.starts("<!DOCTYPE"))
      throw xmlException(
        "For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method.",
      );
    else this.startTag();
  }

  private startTag(): void {
    const at = this.at + 1;
    this.at++;
    if (this.at >= this.text.length) throw this.endOfFile("Name");
    const tag = this.name();
    if (this.open.length === 0 && this.result.root) throw this.error("There are multiple root elements.", at);
    guardDepth(this.open.length);
    const attributes: { tag: string; value: string; at: number }[] = [];
    for (;;) {
      const spaced = this.skipSpace();
      const c = this.text[this.at];
      if (c === ">" || this.starts("/>")) break;
      if (c === undefined) throw this.endOfFile(attributes.length === 0 ? "Name" : "attribute");
      if (!spaced) throw this.unexpected(c, ">");
      attributes.push(this.attribute());
    }
    const element = this.element(tag, at, attributes);
    this.inside.place(element, null);
    if (this.text[this.at] === "/") {
      this.at += 2;
      this.scope.leave();
    } else {
      this.at++;
      this.open.push({ element, tag, at });
      element.hasEmptyText = true;
    }
  }

  private attribute(): { tag: string; value: string; at: number } {
    const at = this.at;
    const tag = this.name();
    this.skipSpace();
    if (this.text[this.at] !== "=") throw this.unexpected(this.text[this.at], "=");
    this.at++;
    this.skipSpace();
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") throw this.unexpected(quote, "\"' or ''");
    const start = ++this.at;
    const end = this.text.indexOf(quote, start);
    const raw = this.text.slice(start, end < 0 ? undefined : end);
    const less = raw.indexOf("<");
    if (less >= 0) throw this.error(`${showCharacter(60)} is an invalid attribute character.`, start + less);
    if (end < 0) throw this.endOfFile("attribute value", this.text.length);
    this.checkCharacters(raw, start);
    this.at = end + 1;
    return { tag, at, value: this.decode(raw.replace(/[\t\n]/g, " "), start) };
  }

  private element(tag: string, at: number, attributes: { tag: string; value: string; at: number }[]): XElement {
    const seen = new Set<string>();
    this.scope.enter();
    for (const { tag: name, value, at: where } of attributes) {
      tick();
      if (seen.has(name)) throw this.error(`'${name}' is a duplicate attribute name.`, where);
      seen.add(name);
      if (name === "xmlns") this.scope.declare("", value);
      else if (name.startsWith("xmlns:")) this.scope.declare(name.slice(6), value);
    }
    const element = new XElement(this.resolve(tag, at, true));
    const expanded = new Set<string>();
    for (const { tag: name, value, at: where } of attributes) {
      const full = this.resolve(name, where, false);
      const key = full.toText();
      if (expanded.has(key)) throw this.error(`'${name}' is a duplicate attribute name.`, where);
      expanded.add(key);
      const attribute = new XAttribute(full, value);
      charge(80);
      attribute.container = element;
      element.attributes.push(attribute);
    }
    return element;
  }

  private resolve(tag: string, at: number, isElement: boolean): XName {
    const colon = tag.indexOf(":");
    if (colon < 0) return new XName(XNamespace.get(isElement ? (this.scope.namespaceOf("") ?? "") : ""), tag);
    const prefix = tag.slice(0, colon);
    const local = tag.slice(colon + 1);
    if (local.includes(":"))
      throw this.error(
        "The ':' character, hexadecimal value 0x3A, cannot be included in a name.",
        at + tag.lastIndexOf(":"),
      );
    if (prefix === "xmlns") return new XName(xmlnsNamespace, local);
    const uri = this.scope.namespaceOf(prefix);
    if (uri === null) throw this.error(`'${prefix}' is an undeclared prefix.`, at);
    return new XName(XNamespace.get(uri), local);
  }

  private endTag(): void {
    this.at += 2;
    const at = this.at;
    const top = this.open.pop();
    if (!top) throw this.error("Unexpected end tag.", at);
    const tag = this.name();
    if (tag !== top.tag) {
      const { line, position } = this.place(top.at);
      throw this.error(
        `The '${top.tag}' start tag on line ${line} position ${position} does not match the end tag of '${tag}'.`,
        at,
      );
    }
    this.skipSpace();
    if (this.text[this.at] !== ">") throw this.unexpected(this.text[this.at], ">");
    this.at++;
    this.scope.leave();
  }

  private comment(): void {
    const start = this.at + 4;
    const end = this.text.indexOf("--", start);
    if (end < 0) throw this.endOfFile("Comment", this.text.length);
    if (this.text[end + 2] !== ">")
      throw this.error("An XML comment cannot contain '--', and '-' cannot be the last character.", end);
    this.checkCharacters(this.text.slice(start, end), start);
    this.inside.place(new XComment(this.text.slice(start, end)), null);
    this.at = end + 3;
  }

  private cdata(): void {
    if (this.open.length === 0) throw this.error("Data at the root level is invalid.", this.at + 3);
    const start = this.at + 9;
    const end = this.text.indexOf("]]>", start);
    if (end < 0) throw this.endOfFile("CDATA", this.text.length);
    this.checkCharacters(this.text.slice(start, end), start);
    this.inside.place(new XCData(this.text.slice(start, end)), null);
    this.at = end + 3;
  }

  private instruction(): void {
    const start = this.at + 2;
    this.at = start;
    const target = this.name();
    if (target.toLowerCase() === "xml")
      throw this.error(
        "Unexpected XML declaration. The XML declaration must be the first node in the document, and no white space characters are allowed to appear before it.",
        start,
      );
    const end = this.text.indexOf("?>", this.at);
    if (end < 0) throw this.endOfFile("PI", this.text.length);
    const data = this.text.slice(this.at, end).trimStart();
    this.checkCharacters(data, start);
    this.inside.place(new XProcessingInstruction(target, data), null);
    this.at = end + 2;
  }

  private characters(): void {
    const start = this.at;
    const next = this.text.indexOf("<", start);
    const end = next < 0 ? this.text.length : next;
    const raw = this.text.slice(start, end);
    this.at = end;
    tickMany(raw.length >> 3);
    if (this.open.length === 0) {
      const bad = raw.search(/[^ \t\n]/);
      if (bad >= 0) throw this.error("Data at the root level is invalid.", start + bad);
      if (this.keepsSpace) this.result.place(new XText(raw), null);
      return;
    }
    // Text that nothing closes is no more than the end of the file.
    if (next < 0) return;
    this.checkCharacters(raw, start);
    const close = raw.indexOf("]]>");
    if (close >= 0) throw this.error("']]>' is not allowed in character data.", start + close);
    const text = this.decode(raw, start);
    if (this.keepsSpace || /[^ \t\n\r]/.test(text) || this.spaceIsKept()) this.inside.place(new XText(text), null);
  }

  /** xml:space, of the closest element that says it. */
  private spaceIsKept(): boolean {
    if (!this.text.includes("xml:space")) return false;
    for (const { element } of [...this.open].reverse())
      for (const { name, value } of element.attributes)
        if (name.local === "space" && name.namespace.name.startsWith("http://www.w3.org/XML/"))
          return value === "preserve";
    return false;
  }

  private decode(raw: string, start: number): string {
    if (!raw.includes("&")) return raw;
    return raw.replace(/&([^;&\s]*)(;?)/g, (_, entity: string, semicolon: string, index: number) => {
      tick();
      const where = start + index + 1;
      if (semicolon === "") throw this.error("An error occurred while parsing EntityName.", where);
      const known = named.get(entity);
      if (known !== undefined) return known;
      if (!entity.startsWith("#")) {
        if (!nameStart.test(entity[0] ?? "")) throw this.error("An error occurred while parsing EntityName.", where);
        throw this.error(`Reference to undeclared entity '${entity}'.`, where);
      }
      return this.numeric(entity, where);
    });
  }

  private numeric(entity: string, where: number): string {
    const hex = /^#x([0-9a-fA-F]{1,8})$/.exec(entity);
    const decimal = /^#(\d{1,8})$/.exec(entity);
    if (!hex && !decimal)
      throw this.error(
        `Invalid syntax for a ${entity[1] === "x" ? "hexadecimal" : "decimal"} numeric entity reference.`,
        where + 1,
      );
    const code = hex ? Number.parseInt(hex[1]!, 16) : Number(decimal![1]);
    const isCharacter =
      code === 9 ||
      code === 10 ||
      code === 13 ||
      (code >= 32 && code < 0xd800) ||
      (code >= 0xe000 && code < 0x110000 && (code & 0xfffe) !== 0xfffe);
    if (!isCharacter)
      throw this.error(
        code < 0x110000 ? `${showCharacter(code)} is an invalid character.` : "Invalid character reference.",
        where + 1,
      );
    return String.fromCodePoint(code);
  }

  private name(): string {
    const start = this.at;
    for (;;) {
      const code = this.text.codePointAt(this.at);
      const c = code === undefined ? "" : String.fromCodePoint(code);
      const isFirst = this.at === start;
      if (!(isFirst ? nameStart : nameCharacter).test(c) && !(c === ":" && !isFirst)) {
        if (isFirst) throw c === "" ? this.endOfFile("Name") : this.error(badNameCharacter(c, true), start);
        if (c !== "" && !/[\s=/>?<"']/.test(c)) throw this.error(badNameCharacter(c, false), this.at);
        return this.text.slice(start, this.at);
      }
      tick();
      this.at += c.length;
    }
  }

  private skipSpace(): boolean {
    const start = this.at;
    while (/[ \t\n]/.test(this.text[this.at] ?? "")) {
      tick();
      this.at++;
    }
    return this.at > start;
  }

  private starts(markup: string): boolean {
    return this.text.startsWith(markup, this.at);
  }

  private checkCharacters(text: string, start: number): void {
    tickMany(text.length >> 3);
    const bad = text.search(forbidden);
    if (bad >= 0) throw this.error(`${showCharacter(text.charCodeAt(bad))} is an invalid character.`, start + bad);
  }

  private unexpected(c: string | undefined, expected: string): NetException {
    if (c === undefined) return this.endOfFile("attribute");
    return this.error(`'${c}' is an unexpected token. The expected token is '${expected}'.`);
  }

  private endOfFile(what: string, at = this.at): NetException {
    if (what === "Name" || what === "attribute") return this.error("Unexpected end of file has occurred.", at);
    if (what === "attribute value") return this.error("There is an unclosed literal string.", at);
    return this.error(`Unexpected end of file while parsing ${what} has occurred.`, at);
  }

  private place(at: number): { line: number; position: number } {
    const before = this.text.slice(0, at);
    tickMany(at >> 2);
    const line = before.split("\n").length;
    return { line, position: at - before.lastIndexOf("\n") };
  }

  private error(message: string, at = this.at): NetException {
    const { line, position } = this.place(at);
    return xmlException(`${message} Line ${line}, position ${position}.`);
  }
}
