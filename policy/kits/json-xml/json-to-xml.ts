import { isoText } from "@/policy/kits/json/iso-date";
import { JArray } from "@/policy/kits/json/jarray";
import { JObject } from "@/policy/kits/json/jobject";
import type { JProperty } from "@/policy/kits/json/jproperty";
import type { JToken } from "@/policy/kits/json/jtoken";
import { JValue } from "@/policy/kits/json/jvalue";
import { textOf } from "@/policy/kits/object/text-of";
import { NetDateTime } from "@/policy/kits/time/net-date-time";
import { xmlName } from "./names";

export interface ToXmlOptions {
  /** A member of this name holds an object whose members are attributes; null: none does. */
  readonly attributeBlock: string | null;
  /** Members whose names begin so are attributes. */
  readonly attributePrefix: string;
  /** A member of this name holds an object of namespaces by prefix; null: none does. */
  readonly namespaceBlock: string | null;
  /** Members that begin so declare namespaces; null: none does. */
  readonly namespacePrefix: string | null;
  /** Between a prefix and a local name. */
  readonly namespaceSeparator: string;
  readonly invalidCharacter: string | null;
  /** What is written for null; null: nothing. */
  readonly nullText: string | null;
  readonly trims: boolean;
  readonly emptyIsNull: boolean;
}

const rootName = "Document";

/** JSON as XML, by the conventions of Json.NET: an object with one member is that element, anything else is inside one. */
export function jsonToXml(token: JToken, options: ToXmlOptions): string {
  return `<?xml version="1.0" encoding="utf-8"?>${new Writer(options).document(token)}`;
}

class Writer {
  constructor(readonly options: ToXmlOptions) {}

  document(token: JToken): string {
    const members = token instanceof JObject ? (token.items as JProperty[]) : [];
    const [only] = members;
    if (only !== undefined && members.length === 1 && !(only.value instanceof JArray) && !this.isSpecial(only.name)) {
      return this.element(only.name, only.value, new Set());
    }
    if (token instanceof JArray) {
      return `<${rootName}>${this.elements("Item", token, new Set())}</${rootName}>`;
    }
    return this.element(rootName, token, new Set());
  }

  /** One of an object's members: an array repeats its element. */
  elements(name: string, value: JToken, prefixes: ReadonlySet<string>): string {
    if (!(value instanceof JArray)) return this.element(name, value, prefixes);
    return value.items
      .map((item) =>
        item instanceof JArray
          ? this.wrapped(name, this.elements(name, item, prefixes), prefixes)
          : this.element(name, item, prefixes),
      )
      .join("");
  }

  element(name: string, value: JToken, prefixes: ReadonlySet<string>): string {
    if (!(value instanceof JObject)) return this.wrapped(name, this.text(value), prefixes);
    const { attributes, declared, content } = this.split(value, prefixes);
    const inside = content
      .map((member) =>
        isTextName(member.name) ? this.text(member.value) : this.elements(member.name, member.value, declared),
      )
      .join("");
    return this.wrapped(name, inside, declared, attributes);
  }

  private wrapped(name: string, inside: string, prefixes: ReadonlySet<string>, attributes = ""): string {
    const tag = this.qualified(name, prefixes);
    return inside === "" ? `<${tag}${attributes} />` : `<${tag}${attributes}>${inside}</${tag}>`;
  }

  /** Namespaces come first, since attributes may use them. */
  private split(value: JObject, prefixes: ReadonlySet<string>) {
    const declared = new Set(prefixes);
    const members = value.items as JProperty[];
    let attributes = "";
    const rest = members.filter((member) => {
      for (const [prefix, uri] of this.namespaces(member)) {
        if (prefix !== "") declared.add(prefix);
        attributes += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escaped(uri)}"`;
      }
      return !this.declares(member.name);
    });
    const content = rest.filter((member) => {
      const found = this.attributes(member);
      if (found === null) return true;
      for (const [name, text] of found) attributes += ` ${this.qualified(name, declared)}="${text}"`;
      return false;
    });
    return { attributes, declared, content };
  }

  private namespaces({ name, value }: JProperty): [prefix: string, uri: string][] {
    const { namespaceBlock, namespacePrefix, namespaceSeparator } = this.options;
    if (namespaceBlock !== null && name === namespaceBlock && value instanceof JObject) {
      return (value.items as JProperty[]).map((each) => [
        each.name === "xmlns" ? "" : xmlName(each.name, null),
        this.plain(each.value),
      ]);
    }
    if (namespacePrefix === null || !this.declares(name)) return [];
    const prefix = name.slice(namespacePrefix.length + (name === namespacePrefix ? 0 : namespaceSeparator.length));
    return [[prefix === "" ? "" : xmlName(prefix, null), this.plain(value)]];
  }

  private declares(name: string): boolean {
    const { namespaceBlock, namespacePrefix, namespaceSeparator } = this.options;
    if (namespaceBlock !== null && name === namespaceBlock) return true;
    if (namespacePrefix === null) return false;
    return name === namespacePrefix || name.startsWith(namespacePrefix + namespaceSeparator);
  }

  /** null: the member is no attribute. */
  private attributes({ name, value }: JProperty): [string, string][] | null {
    const { attributeBlock, attributePrefix } = this.options;
    if (attributeBlock !== null && name === attributeBlock && value instanceof JObject) {
      return (value.items as JProperty[]).map((each) => [each.name, escaped(this.plain(each.value))]);
    }
    const isAttribute =
      attributePrefix !== "" && name.startsWith(attributePrefix) && name.length > attributePrefix.length;
    return isAttribute && value instanceof JValue
      ? [[name.slice(attributePrefix.length), escaped(this.plain(value))]]
      : null;
  }

  private isSpecial(name: string): boolean {
    return this.declares(name) || isTextName(name) || name === this.options.attributeBlock;
  }

  /** A prefix that nothing declares is part of the name, so that the result is always well-formed. */
  private qualified(name: string, prefixes: ReadonlySet<string>): string {
    const { namespaceSeparator: separator, invalidCharacter } = this.options;
    const at = separator === "" ? -1 : name.indexOf(separator);
    const prefix = at > 0 ? name.slice(0, at) : "";
    const local = name.slice(at + separator.length);
    return prefix !== "" && local !== "" && prefixes.has(prefix)
      ? `${prefix}:${xmlName(local, invalidCharacter)}`
      : xmlName(name, invalidCharacter);
  }

  private text(value: JToken): string {
    return escaped(this.plain(value));
  }

  private plain(token: JToken): string {
    const { nullText, trims, emptyIsNull } = this.options;
    if (!(token instanceof JValue)) return textOf(token);
    const { value } = token;
    if (value === null || value === undefined) return nullText ?? "";
    if (typeof value === "boolean") return String(value);
    const written = value instanceof NetDateTime ? isoText(value) : textOf(value);
    const text = trims ? written.trim() : written;
    return text === "" && emptyIsNull ? (nullText ?? "") : text;
  }
}

const isTextName = (name: string): boolean => name === "#text" || name === "#cdata-section";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#xD;" };

/** Characters that XML has no way to write are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"\r]/g, (char) => entities[char] as string);
