import { namedValuesIn } from "@/policy/named-values";
import { elementsOf, textOf, type XmlElement } from "@/policy/xml/nodes";
import { printNodes } from "@/policy/xml/print";
import { definitionOf } from "./definitions";

/** Elements inside are content, whatever their names. */
export const holdsAnyXml = ({ name }: XmlElement): boolean =>
  definitionOf(name)?.children === "xml" || stylesheets.has(name);

/** Parts of a policy that are documents of their own. */
const stylesheets = new Set(["xsl:stylesheet", "xsl:transform"]);

/** What an element holds: its text, or all of its markup where the policy takes any XML as content. */
export function contentOf(element: XmlElement): string {
  const wrapped = wrappedValue(element);
  if (wrapped !== null) return textOf(wrapped);
  return holdsAnyXml(element) && elementsOf(element.children).length > 0
    ? printNodes(element.children)
    : textOf(element);
}

/** The policies and parts inside; none in what is content. */
export const partsOf = (element: XmlElement): XmlElement[] =>
  holdsAnyXml(element) ? [] : elementsOf(element.children);

/** Display names in an element's own attributes and content. */
export const namedValuesOf = (element: XmlElement): string[] =>
  [contentOf(element), ...element.attributes.map((attribute) => attribute.value)].flatMap(namedValuesIn);

/** set-body's content may stand in a `value` of its own. */
export function wrappedValue({ name, children }: XmlElement): XmlElement | null {
  if (name !== "set-body") return null;
  const [only, ...more] = elementsOf(children);
  if (only?.name !== "value" || more.length > 0 || only.attributes.length > 0) return null;
  const isAlone = children.every((child) => child === only || !("value" in child) || child.value.trim() === "");
  return isAlone && elementsOf(only.children).length === 0 ? only : null;
}
