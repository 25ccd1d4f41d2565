import { namedValuesIn } from "@/policy/named-values";
import { elementsOf, textOf, type XmlElement } from "@/policy/xml/nodes";
import { printNodes } from "@/policy/xml/print";
import { definitionOf } from "./definitions";

/** Elements inside are content, whatever their names. */
export const holdsAnyXml = (element: XmlElement): boolean => definitionOf(element.name)?.children === "xml";

/** What an element holds: its text, or all of its markup where the policy takes any XML as content. */
export function contentOf(element: XmlElement): string {
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
