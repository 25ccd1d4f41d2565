import { namedValuesOf, partsOf } from "./catalog/content";
import type { AttributeDefinition, ReferenceKind } from "./catalog/define";
import { definitionOf } from "./catalog/definitions";
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
}

/** What a policy or a fragment names, each once. Comments name nothing. */
export function policyReferences(text: string): PolicyReferences {
  const found = {
    namedValues: new Set<string>(),
    backend: new Set<string>(),
    fragment: new Set<string>(),
    certificate: new Set<string>(),
  };
  const pending = elementsOf(parse(text).document.nodes);
  for (let element = pending.pop(); element !== undefined; element = pending.pop()) {
    for (const name of namedValuesOf(element)) found.namedValues.add(name);
    collect(element, found);
    pending.push(...partsOf(element));
  }
  const list = (names: Set<string>) => [...names].sort();
  return {
    namedValues: list(found.namedValues),
    backends: list(found.backend),
    fragments: list(found.fragment),
    certificates: list(found.certificate),
  };
}

function collect(element: XmlElement, found: Record<ReferenceKind, Set<string>>): void {
  const attributes: Readonly<Record<string, AttributeDefinition>> = definitionOf(element.name)?.attributes ?? {};
  for (const { name, value } of element.attributes) {
    const refersTo = Object.hasOwn(attributes, name) ? attributes[name]?.refersTo : undefined;
    if (refersTo === undefined || refersTo.except?.includes(value) === true) continue;
    if (namedValuesIn(value).length === 0 && !value.trimStart().startsWith("@") && value !== "")
      found[refersTo.kind].add(value);
  }
}
