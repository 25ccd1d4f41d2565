import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { isLiteral } from "../is-literal";

const xsl = "http://www.w3.org/1999/XSL/Transform";
const microsoft = "urn:schemas-microsoft-com:xslt";

export const outputEncodings: readonly string[] = ["utf-8", "utf-16", "us-ascii", "iso-8859-1"];

type Namespaces = ReadonlyMap<string, string>;

/** Why a stylesheet that stands in a document cannot be used here, or null; no words on what it means. */
export function stylesheetProblem(stylesheet: XmlElement): string | null {
  const outer: Namespaces = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]);
  const namespaces = within(stylesheet, outer);
  for (const element of elementsOf(stylesheet.children)) {
    const problem = topLevelProblem(element, within(element, namespaces));
    if (problem !== null) return problem;
  }
  return prefixProblem(stylesheet, outer);
}

function topLevelProblem(element: XmlElement, namespaces: Namespaces): string | null {
  const [prefix, local] = split(element.name);
  const namespace = namespaces.get(prefix);
  const isCode = namespace === microsoft && local === "script";
  if (isCode || (namespace === xsl && (local === "import" || local === "include"))) {
    return `A stylesheet cannot use '${local}' here: it has no code and no other documents.`;
  }
  const encoding = namespace === xsl && local === "output" ? attributeOf(element, "encoding")?.value : undefined;
  if (encoding === undefined || !isLiteral(encoding) || outputEncodings.includes(encoding.toLowerCase())) return null;
  return `The output encoding '${encoding}' is not available; use one of ${outputEncodings.join(", ")}.`;
}

function prefixProblem(element: XmlElement, outer: Namespaces): string | null {
  const namespaces = within(element, outer);
  const prefixes = element.attributes.map(({ name }) => split(name)[0]).filter((prefix) => prefix !== "xmlns");
  const unknown = [split(element.name)[0], ...prefixes].find((prefix) => prefix !== "" && !namespaces.get(prefix));
  if (unknown !== undefined) return `The stylesheet is no XML. '${unknown}' is an undeclared prefix.`;
  for (const child of elementsOf(element.children)) {
    const problem = prefixProblem(child, namespaces);
    if (problem !== null) return problem;
  }
  return null;
}

function within({ attributes }: XmlElement, outer: Namespaces): Namespaces {
  const own = attributes.flatMap(({ name, value }): [string, string][] => {
    if (name === "xmlns") return [["", value]];
    return name.startsWith("xmlns:") ? [[name.slice("xmlns:".length), value]] : [];
  });
  return own.length === 0 ? outer : new Map([...outer, ...own]);
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
