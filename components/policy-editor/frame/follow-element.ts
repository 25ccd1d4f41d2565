import { type ElementPath, elementAround, elementAt, pathOf } from "@/policy/xml/element-path";
import { elementsOf, type Span, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { sharedEnd, sharedStart } from "../model/shared-ends";

interface Version {
  text: string;
  parsed: XmlDocument;
}

/**
 * Where the chosen element stands after an edit: the one that begins where it began, moved by what was typed before
 * it. null: it is gone, or is another one now.
 */
export function followElement(before: Version, after: Version, path: ElementPath): ElementPath | null {
  if (before.text === after.text) return path;
  const element = elementAt(before.parsed, path);
  if (element === null) return elementAt(after.parsed, path) === null ? null : path;
  const offset = moved(before.text, after.text, element.span);
  const found = elementAround(after.parsed, offset);
  if (found === null || found.span.start !== offset || found.name !== element.name) {
    // An edit around it, such as a move, may leave one of this name at the same path, or have it elsewhere.
    return elementAt(after.parsed, path) === null ? onlyLike(element, before, after) : path;
  }
  return pathOf(after.parsed, found);
}

/** The one element that says the same, as after a move that was undone. */
function onlyLike(element: XmlElement, before: Version, after: Version): ElementPath | null {
  const said = ({ span }: XmlElement, { text }: Version) => text.slice(span.start, span.end).replace(/\s+/g, " ");
  const wanted = said(element, before);
  const alike = [...elementsIn(elementsOf(after.parsed.nodes))].filter(
    (each) => each.name === element.name && said(each, after) === wanted,
  );
  const [only, ...others] = alike;
  return only === undefined || others.length > 0 ? null : pathOf(after.parsed, only);
}

function* elementsIn(elements: readonly XmlElement[]): Generator<XmlElement> {
  for (const element of elements) {
    yield element;
    yield* elementsIn(elementsOf(element.children));
  }
}

/** Where in `after` begins what stood at `span` in `before`, taking what differs as one edit. */
function moved(before: string, after: string, span: Span): number {
  if (span.end <= sharedStart(before, after)) return span.start;
  const rest = sharedEnd(before, after, Math.min(before.length, after.length));
  // Like texts may stand on both sides of the edit: the side that holds all of the element counts.
  return span.start >= before.length - rest ? span.start + after.length - before.length : span.start;
}
