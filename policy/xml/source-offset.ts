import { codeReferencesIn, decodeCode, referencesIn } from "./entities";
import { elementsOf, type XmlAttribute, type XmlCdata, type XmlElement, type XmlText } from "./nodes";

/** Where in the source an offset into a decoded value stands, so that what is found inside a value can be shown there. */
export type SourceOffset = (offset: number) => number;

export const inAttribute = ({ raw, value, valueSpan }: XmlAttribute): SourceOffset =>
  raw === value ? (offset) => valueSpan.start + offset : throughEntities(raw, value, valueSpan.start);

const cdataOpen = "<![CDATA[".length;

/** For the text directly inside an element, which comments may interrupt, or for all the markup that it holds. */
export function inContent(element: XmlElement): SourceOffset {
  const [first] = element.children;
  if (first !== undefined && elementsOf(element.children).length > 0) return (offset) => first.span.start + offset;
  const parts = element.children.filter((child): child is XmlText | XmlCdata => "value" in child);
  return (offset) => {
    let left = offset;
    for (const part of parts) {
      if (left <= part.value.length) return inPart(part)(left);
      left -= part.value.length;
    }
    return element.nameSpan.end;
  };
}

function inPart({ kind, raw, value, span }: XmlText | XmlCdata): SourceOffset {
  if (kind === "cdata") return (offset) => span.start + cdataOpen + offset;
  return raw === value ? (offset) => span.start + offset : throughEntities(raw, value, span.start);
}

/** Each reference stands for fewer characters than it is written with. */
function throughEntities(raw: string, value: string, start: number): SourceOffset {
  const references = decodeCode(raw) === value ? codeReferencesIn(raw) : referencesIn(raw);
  return (offset) => {
    let shift = 0;
    for (const { at, written, meant } of references) {
      if (at - shift >= offset) break;
      shift += written - meant;
    }
    return start + Math.min(offset + shift, raw.length);
  };
}
