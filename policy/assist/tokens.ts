import { contentOf } from "@/policy/catalog/content";
import { isExpression } from "@/policy/expression/is-expression";
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement, type XmlNode } from "@/policy/xml/nodes";
import { codeOfAttribute, codeOfContent } from "./code-at";
import { type CodeClass, codePieces } from "./code-pieces";
import { openTagEnd } from "./place";

export type TokenClass =
  | "bracket"
  | "element"
  | "attribute"
  | "equals"
  | "quote"
  | "value"
  | "text"
  | "comment"
  | "declaration"
  | "named-value"
  | "malformed"
  | CodeClass;

export interface ClassifiedToken {
  from: number;
  to: number;
  type: TokenClass;
}

/** What each piece between two offsets is: one after the other, no gap between them and no overlap. */
export function tokens({ nodes, source }: XmlDocument, from: number, to: number): ClassifiedToken[] {
  const classifier = new Classifier(source, Math.max(0, from), Math.min(to, source.length));
  classifier.nodes(nodes);
  return classifier.done();
}

/** Enough code for any screen; what is longer is shown in one colour. */
const longestCode = 100_000;
/** Of a named value, with its braces. */
const longestName = 260;

class Classifier {
  readonly #source: string;
  readonly #from: number;
  readonly #to: number;
  readonly #found: ClassifiedToken[] = [];
  #at: number;

  constructor(source: string, from: number, to: number) {
    this.#source = source;
    this.#from = from;
    this.#to = to;
    this.#at = from;
  }

  /** All up to `end` that has not been classified yet. */
  #put(end: number, type: TokenClass): void {
    const to = Math.min(end, this.#to);
    if (to <= this.#at) return;
    const last = this.#found.at(-1);
    if (last?.type === type && last.to === this.#at) last.to = to;
    else this.#found.push({ from: this.#at, to, type });
    this.#at = to;
  }

  done(): ClassifiedToken[] {
    this.#put(this.#to, "text");
    return this.#found;
  }

  nodes(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (node.span.end <= this.#from) continue;
      if (node.span.start >= this.#to) return;
      this.#node(node);
    }
  }

  #node(node: XmlNode): void {
    switch (node.kind) {
      case "element":
        this.#element(node);
        return;
      case "text":
      case "cdata":
        this.#text(node.span.start, node.span.end);
        return;
      default:
        this.#put(node.span.end, node.kind);
    }
  }

  #element(element: XmlElement): void {
    const { nameSpan, attributes, children, closing, span } = element;
    this.#put(nameSpan.start, "bracket");
    this.#put(nameSpan.end, "element");
    for (const attribute of attributes) if (attribute.span.end > this.#from) this.#attribute(attribute);
    this.#put(openTagEnd(element), "bracket");
    const closeStart = span.end - closing.length;
    if (this.#at < closeStart && !this.#code(element, closeStart)) this.nodes(children);
    this.#put(closeStart, "text");
    if (closing === "") return;
    this.#put(closeStart + 2, "bracket");
    this.#put(closeStart + 2 + element.name.length, "element");
    this.#put(span.end, "bracket");
  }

  #attribute(attribute: XmlAttribute): void {
    const { span, name, equals, quote, valueSpan } = attribute;
    this.#put(span.start, "text");
    this.#put(span.start + name.length, "attribute");
    this.#put(span.start + name.length + equals.length, "equals");
    this.#put(valueSpan.start, "quote");
    const code = codeOfAttribute(attribute);
    if (code !== null && code.code.length <= longestCode) this.#pieces(code.code, code.toSource, valueSpan.end);
    else this.#text(valueSpan.start, valueSpan.end, "value");
    this.#put(span.end, quote === "" ? "value" : "quote");
  }

  #code(element: XmlElement, end: number): boolean {
    if (element.children.some(({ kind }) => kind === "comment") || elementsOf(element.children).length > 0)
      return false;
    if (!isExpression(contentOf(element))) return false;
    const code = codeOfContent(element);
    if (code === null || code.code.length > longestCode) return false;
    this.#pieces(code.code, code.toSource, end);
    return true;
  }

  #pieces(code: string, toSource: (offset: number) => number, end: number): void {
    for (const { to, type } of codePieces(code)) {
      // What lies before the window need not be placed.
      this.#put(Math.min(toSource(to), end), type);
      if (this.#at >= this.#to) return;
    }
    this.#put(end, "code-space");
  }

  /** Text or a value, in which values of the gateway may be named. */
  #text(start: number, end: number, type: "text" | "value" = "text"): void {
    const from = Math.max(start, this.#at - longestName);
    const text = this.#source.slice(from, Math.min(end, this.#to + longestName));
    for (const match of text.matchAll(/\{\{[\w.-]{1,256}\}\}/g)) {
      this.#put(from + match.index, type);
      this.#put(from + match.index + match[0].length, "named-value");
    }
    this.#put(end, type);
  }
}
