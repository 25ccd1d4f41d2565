import { childNodes, isElement } from "@/policy/kits/xlinq/navigate";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import type { XElement } from "@/policy/kits/xlinq/xelement";

const xsl = "http://www.w3.org/1999/XSL/Transform";
const microsoft = "urn:schemas-microsoft-com:xslt";

/** What a stylesheet's xsl:output elements say; null where they do not. */
export interface StylesheetOutput {
  readonly method: string | null;
  readonly encoding: string | null;
  readonly mediaType: string | null;
}

export interface StylesheetFacts {
  readonly output: StylesheetOutput;
  /** What it asks for at its top that no stylesheet gets here: code, or another document. */
  readonly unsupported: string | null;
}

/** Throws a .NET exception where the text is no XML. */
export function readStylesheet(text: string): StylesheetFacts {
  const { root } = parseXml(text, false);
  const elements = root === null ? [] : [...childNodes(root)].filter(isElement);
  const said = new Map<string, string>();
  for (const element of elements) {
    if (!isNamed(element, xsl, "output")) continue;
    for (const { name, value } of element.attributes) said.set(name.local, value);
  }
  const unsupported = elements.find(
    (element) =>
      isNamed(element, microsoft, "script") || isNamed(element, xsl, "import") || isNamed(element, xsl, "include"),
  );
  return {
    output: {
      method: said.get("method") ?? null,
      encoding: said.get("encoding")?.toLowerCase() ?? null,
      mediaType: said.get("media-type") ?? null,
    },
    unsupported: unsupported === undefined ? null : unsupported.name.local,
  };
}

const isNamed = ({ name }: XElement, namespace: string, local: string): boolean =>
  name.local === local && name.namespace.name === namespace;

/** The one function of that namespace that is no code, node-set(), is EXSLT's under another name. */
export const withExsltNodeSet = (stylesheet: string): string =>
  stylesheet.replaceAll(microsoft, "http://exslt.org/common");
