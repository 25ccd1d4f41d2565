import type { Standing } from "@/policy/knowledge";
import type { XmlDocument } from "@/policy/xml/nodes";
import type { NamesInStrings } from "./string-names";

const variables = new WeakMap<XmlDocument, readonly string[]>();

/** What policies of a document, and its place, give names to that expressions use. */
export function documentNames(document: XmlDocument, { urlTemplate = "" }: Standing): NamesInStrings {
  const parameters = [...urlTemplate.matchAll(/\{\*?([^}=]+)/g)].map(([, name]) => name as string);
  let found = variables.get(document);
  if (found === undefined) {
    found = variablesIn(document.source);
    variables.set(document, found);
  }
  return { variables: found, parameters };
}

const declaring =
  /<set-variable\b[^<>]*?\bname\s*=\s*["']([^"'@<>{}]+)["']|\b(?:[a-z-]+-)?variable-name\s*=\s*["']([^"'@<>{}]+)["']|\bVariables\s*(?:\[|\.\s*(?:GetValueOrDefault|ContainsKey)\s*(?:<[^()"]*>)?\s*\()\s*(?:"|&quot;)([^"&<>]+?)(?:"|&quot;)/g;

/** Those that are set, and those that are read: what includes the document may have set them. */
function variablesIn(source: string): string[] {
  const names = new Set<string>();
  for (const [, set, stored, read] of source.matchAll(declaring)) names.add((set ?? stored ?? read) as string);
  return [...names].sort();
}
