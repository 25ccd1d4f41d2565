import { tagOf } from "@/policy/kits/xlinq/dom-names";
import { childNodes, isElement, isText } from "@/policy/kits/xlinq/navigate";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import type { XElement } from "@/policy/kits/xlinq/xelement";

export interface ToJsonOptions {
  readonly kind: "direct" | "javascript-friendly";
  readonly keepsSpace: boolean;
  readonly trims: boolean;
  /** What an element without content is; null: as it is written, null or an empty text. */
  readonly emptyValues: "preserve" | "as-null" | null;
  readonly alwaysArrays: boolean;
}

type Json = string | null | Json[] | { [name: string]: Json };

/**
 * XML as JSON. "direct" is Json.NET's form: "@attribute", "#text", "?xml". How "javascript-friendly" names things is not
 * documented: here without signs and prefixes, so that every name can stand behind a dot, and without namespaces.
 */
export function xmlToJson(text: string, options: ToJsonOptions): string {
  const document = parseXml(text, options.keepsSpace);
  const result = empty();
  const { declaration, root } = document;
  if (options.kind === "direct" && declaration !== null) {
    const said = empty();
    said["@version"] = declaration.version ?? "1.0";
    if (declaration.encoding) said["@encoding"] = declaration.encoding;
    if (declaration.standalone) said["@standalone"] = declaration.standalone;
    result["?xml"] = said;
  }
  if (root !== null) result[nameOf(root, options)] = valueOfElement(root, options);
  return JSON.stringify(result);
}

const empty = (): { [name: string]: Json } => Object.create(null);

function valueOfElement(element: XElement, options: ToJsonOptions): Json {
  const isDirect = options.kind === "direct";
  const members = empty();
  for (const attribute of element.attributes) {
    const tag = tagOf(attribute);
    if (isDirect) members[`@${tag}`] = attribute.value;
    else if (tag !== "xmlns" && !tag.startsWith("xmlns:")) members[attribute.name.local] = attribute.value;
  }
  const texts: string[] = [];
  const children = new Map<string, Json[]>();
  for (const node of childNodes(element)) {
    if (isElement(node)) {
      const name = nameOf(node, options);
      const known = children.get(name);
      if (known === undefined) children.set(name, [valueOfElement(node, options)]);
      else known.push(valueOfElement(node, options));
    } else if (isText(node)) texts.push(options.trims ? node.value.trim() : node.value);
  }
  for (const [name, values] of children) {
    const value = values.length > 1 || options.alwaysArrays ? values : (values[0] as Json);
    const taken = members[name];
    // Only without its sign can an attribute have an element's name.
    members[name] = taken === undefined ? value : [taken, ...values];
  }
  const isBare = Object.keys(members).length === 0;
  if (isBare) return texts.length > 0 ? orNull(texts.join(""), options) : emptyValue(element, options);
  if (texts.length > 0) members[isDirect ? "#text" : "text"] = texts.length === 1 ? (texts[0] as string) : texts;
  return members;
}

const orNull = (text: string, { emptyValues }: ToJsonOptions): string | null =>
  text === "" && emptyValues === "as-null" ? null : text;

function emptyValue({ isEmpty }: XElement, { emptyValues }: ToJsonOptions): string | null {
  if (emptyValues === "preserve") return "";
  return emptyValues === "as-null" || isEmpty ? null : "";
}

const nameOf = (element: XElement, { kind }: ToJsonOptions): string =>
  kind === "direct" ? tagOf(element) : element.name.local;
