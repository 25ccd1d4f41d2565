/** A half-open range of UTF-16 offsets into the source. */
export interface Span {
  start: number;
  end: number;
}

/**
 * A document as it was written. Every character of the source stands in exactly one node, malformed ones included, so
 * that printing the tree gives the source back and an edit touches nothing but its own place.
 */
export interface XmlDocument {
  readonly source: string;
  readonly nodes: XmlNode[];
}

export type XmlNode = XmlElement | XmlText | XmlCdata | XmlComment | XmlOther;

export interface XmlElement {
  kind: "element";
  name: string;
  attributes: XmlAttribute[];
  /** White space before the ">" or "/>" of the start tag. */
  beforeClose: string;
  selfClosing: boolean;
  children: XmlNode[];
  /** The end tag as written; empty when self-closing or when it is missing. */
  closing: string;
  /** From "<" to the end of the end tag. */
  span: Span;
  nameSpan: Span;
}

export interface XmlAttribute {
  /** White space before the name. */
  before: string;
  name: string;
  /** The equals sign with the white space around it; empty when the value is missing. */
  equals: string;
  quote: '"' | "'" | "";
  /** Between the quotes, as written. */
  raw: string;
  /** What it stands for: entities decoded, unless it is an expression in raw form. */
  value: string;
  span: Span;
  valueSpan: Span;
}

export interface XmlText {
  kind: "text";
  raw: string;
  value: string;
  span: Span;
}
export interface XmlCdata {
  kind: "cdata";
  raw: string;
  value: string;
  span: Span;
}
export interface XmlComment {
  kind: "comment";
  raw: string;
  span: Span;
}
/** An XML declaration, or something malformed that was reported and is kept as it is. */
export interface XmlOther {
  kind: "declaration" | "malformed";
  raw: string;
  span: Span;
}

export function elementsOf(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.filter((node): node is XmlElement => node.kind === "element");
}

/** The text directly inside an element, comments left out. */
export function textOf(element: XmlElement): string {
  let text = "";
  for (const child of element.children) {
    if (child.kind === "text" || child.kind === "cdata") text += child.value;
  }
  return text;
}

export function attributeOf(element: XmlElement, name: string): XmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}
