import { contentOf } from "@/policy/catalog/content";
import { isExpression } from "@/policy/expression/is-expression";
import { elementsOf, type XmlAttribute, type XmlElement } from "@/policy/xml/nodes";
import { inAttribute, inContent, type SourceOffset } from "@/policy/xml/source-offset";

/** An expression of the document: its code as C# reads it, and where each place of it stands. */
export interface Code {
  code: string;
  toSource: SourceOffset;
  /** Quotes and angles are written as entities here. */
  isEscaped: boolean;
  /** The quote that the value stands in. */
  quote: '"' | "'" | "";
}

const entity = /&(?:quot|lt|gt|amp|apos|#\d+|#x[\da-f]+);/i;

export function codeOfAttribute(attribute: XmlAttribute): Code | null {
  const { value, raw, quote } = attribute;
  if (!isExpression(value)) return null;
  return { code: value, toSource: inAttribute(attribute), isEscaped: raw !== value && entity.test(raw), quote };
}

export function codeOfContent(element: XmlElement): Code | null {
  if (elementsOf(element.children).length > 0) return null;
  const value = contentOf(element);
  if (!isExpression(value)) return null;
  const raw = element.children.map((child) => ("raw" in child ? child.raw : "")).join("");
  const isCdata = element.children.some((child) => child.kind === "cdata");
  return {
    code: value,
    toSource: inContent(element),
    isEscaped: !isCdata && raw !== value && entity.test(raw),
    quote: "",
  };
}

/** The place in the code that stands at an offset of the source. */
export function toCode({ code, toSource }: Code, offset: number): number {
  let low = 0;
  let high = code.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (toSource(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Text for the code, as it is written at this place. */
export const written = ({ isEscaped }: Code, text: string): string =>
  isEscaped ? text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;") : text;
