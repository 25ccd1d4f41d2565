import { namedValuesOf } from "./catalog/content";
import type { ElementGrammar, ReferenceKind } from "./catalog/define";
import { grammarIn } from "./catalog/grammar-in";
import { isExpression } from "./expression/is-expression";
import { namedValuesIn } from "./named-values";
import { elementsOf, type XmlElement } from "./xml/nodes";
import { parse } from "./xml/parse";

export interface PolicyReferences {
  /** Display names; of those inside a Liquid template, some may be Liquid's own. */
  namedValues: string[];
  /** Ids as written: "orders", or a full ARM id. */
  backends: string[];
  fragments: string[];
  certificates: string[];
  loggers: string[];
}

/** What a policy or a fragment names, each once. Comments name nothing. */
export function policyReferences(text: string): PolicyReferences {
  const found = {
    namedValues: new Set<string>(),
    backend: new Set<string>(),
    fragment: new Set<string>(),
    certificate: new Set<string>(),
    logger: new Set<string>(),
  };
  for (const { element, grammar } of grammarIn(elementsOf(parse(text).document.nodes))) {
    for (const name of namedValuesOf(element)) found.namedValues.add(name);
    if (grammar !== null) collect(element, grammar, found);
  }
  const list = (names: Set<string>) => [...names].sort();
  return {
    namedValues: list(found.namedValues),
    backends: list(found.backend),
    fragments: list(found.fragment),
    certificates: list(found.certificate),
    loggers: list(found.logger),
  };
}

function collect(element: XmlElement, { attributes }: ElementGrammar, found: Record<ReferenceKind, Set<string>>): void {
  if (attributes === "any") return;
  for (const { name, value } of element.attributes) {
    const refersTo = Object.hasOwn(attributes, name) ? attributes[name]?.refersTo : undefined;
    if (refersTo === undefined || refersTo.except?.includes(value) === true) continue;
    if (namedValuesIn(value).length === 0 && !isExpression(value) && value !== "") found[refersTo.kind].add(value);
  }
}
