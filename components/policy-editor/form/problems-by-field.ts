import { wrappedValue } from "@/policy/catalog/content";
import type { Diagnostic } from "@/policy/diagnostics";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { attributeOf, elementsOf, type Span, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { standingOf } from "./standing-of";

/** Where a form shows a problem: at an attribute, at the text, or at the element as a whole. */
export const atAttribute = (path: ElementPath, name: string): string => `${path}@${name}`;
export const atText = (path: ElementPath): string => `${path}#text`;
export const atElement = (path: ElementPath): string => `${path}#`;

export type ProblemsByField = ReadonlyMap<string, readonly Diagnostic[]>;

/**
 * Each problem by the innermost place that it is about, whatever its words say. The document is the one that was
 * checked.
 */
export function problemsByField(document: XmlDocument, diagnostics: readonly Diagnostic[]): ProblemsByField {
  const places = new Map<string, Diagnostic[]>();
  const put = (place: string, diagnostic: Diagnostic) => places.set(place, [...(places.get(place) ?? []), diagnostic]);
  const missing = new Map<ElementPath, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { path, place } = placeOf(document, diagnostic);
    if (diagnostic.code === "attribute-missing") missing.set(path, [...(missing.get(path) ?? []), diagnostic]);
    else put(place, diagnostic);
  }
  for (const [path, found] of missing) {
    // What is not there has no place of its own; the check names it in the order of the grammar.
    const names = missingNames(document, path);
    for (const [nth, diagnostic] of found.entries()) {
      const name = names.length === found.length ? names[nth] : undefined;
      put(name === undefined ? atElement(path) : atAttribute(path, name), diagnostic);
    }
  }
  return places;
}

function missingNames(document: XmlDocument, path: ElementPath): string[] {
  const { element, grammar = null } = standingOf(document, path) ?? {};
  if (element === undefined || grammar === null || grammar.attributes === "any") return [];
  return Object.entries(grammar.attributes)
    .filter(([name, { required }]) => required === true && attributeOf(element, name) === undefined)
    .map(([name]) => name);
}

function placeOf(document: XmlDocument, { code, span }: Diagnostic): { path: ElementPath; place: string } {
  let [element] = elementsOf(document.nodes);
  let path: ElementPath = "";
  const here = (place: string) => ({ path, place });
  if (element === undefined || !holds(element.span, span.start)) return here(atElement(""));
  for (;;) {
    const standing = standingOf(document, path);
    const isContent = standing?.grammar?.children === "xml" && standing.grammar.attributes !== "any";
    // What the form shows as XML, or as one text, has no fields further in.
    if (standing?.kind === "unknown" || standing?.grammar?.attributes === "any") return here(atElement(path));
    const inner = childAt(element, path, span.start);
    if (inner === null) break;
    if (isContent || wrappedValue(element) === inner.element) return here(atText(path));
    ({ element, path } = inner);
  }
  const attribute = element.attributes.find((each) => holds(each.span, span.start));
  if (attribute !== undefined) return here(atAttribute(path, attribute.name));
  const text = element.children.find((each) => holds(each.span, span.start));
  if (text !== undefined) return here("value" in text ? atText(path) : atElement(path));
  // A text that is needed and not there, or stands in a wrapping, is told at the element's name.
  const lacksText = code === "value-invalid" && standingOf(document, path)?.grammar?.text?.required === true;
  const isOfText = (lacksText && element.children.length === 0) || (wrappedValue(element) !== null && isOfValue(code));
  return here(isOfText ? atText(path) : atElement(path));
}

const isOfValue = (code: string): boolean => !/^(policy|child|attribute)/.test(code);

function childAt(parent: XmlElement, path: ElementPath, offset: number) {
  const counts = new Map<string, number>();
  for (const element of elementsOf(parent.children)) {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    if (holds(element.span, offset)) return { element, path: childPath(path, element.name, count) };
  }
  return null;
}

const holds = (span: Span, offset: number): boolean =>
  span.start <= offset && offset < Math.max(span.end, span.start + 1);
