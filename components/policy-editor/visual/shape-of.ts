import { attributeOf, elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";

/** All of a document that decides what may stand where: documents of one shape take the same at the same places. */
export const shapeOf = ({ nodes }: XmlDocument): string => elementsOf(nodes).map(shapeOfElement).join("");

function shapeOfElement(element: XmlElement): string {
  const { name, children } = element;
  const included = name === "include-fragment" ? `=${attributeOf(element, "fragment-id")?.value ?? ""}` : "";
  return `<${name}${included}${elementsOf(children).map(shapeOfElement).join("")}>`;
}
