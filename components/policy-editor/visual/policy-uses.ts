import type { ElementGrammar, PolicyDefinition } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { childGrammar, grammarIn } from "@/policy/catalog/grammar-in";
import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";

/** A policy that stands where any policy of the section may, or that a fragment brings there. */
export interface PolicyUse {
  definition: PolicyDefinition;
  element: XmlElement;
}

type FragmentText = (id: string) => string | undefined;

/** What elements bring along that the section, the scope and the number of times are asked of. */
export function usesIn(elements: readonly XmlElement[], fragmentText: FragmentText): PolicyUse[] {
  const found: PolicyUse[] = [];
  for (const element of elements) collect(found, element, fragmentText);
  return found;
}

/** The same of what stands inside a part of a policy, or a policy that is a part of another. */
export function usesBelow(
  element: XmlElement,
  grammar: ElementGrammar | null,
  fragmentText: FragmentText,
): PolicyUse[] {
  const found: PolicyUse[] = [];
  if (grammar !== null) below(found, element, grammar, fragmentText);
  return found;
}

/** Of one element that stands where any policy may. */
function collect(found: PolicyUse[], element: XmlElement, fragmentText: FragmentText): void {
  const definition = definitionOf(element.name);
  if (definition === undefined) return;
  found.push({ definition, element });
  if (element.name === "include-fragment") {
    for (const brought of ofFragment(element, fragmentText)) found.push({ definition: brought, element });
  }
  below(found, element, definition, fragmentText);
}

function below(found: PolicyUse[], parent: XmlElement, grammar: ElementGrammar, fragmentText: FragmentText): void {
  if (grammar.children === undefined || grammar.children === "xml") return;
  for (const child of elementsOf(parent.children)) {
    if (grammar.children === "policies") collect(found, child, fragmentText);
    else {
      const inner = childGrammar(grammar, child.name);
      if (inner !== null) below(found, child, inner, fragmentText);
    }
  }
}

const kept = new Map<string, PolicyDefinition[]>();

function ofFragment(include: XmlElement, fragmentText: FragmentText): PolicyDefinition[] {
  const text = fragmentText(attributeOf(include, "fragment-id")?.value ?? "");
  if (text === undefined) return [];
  const known = kept.get(text);
  if (known !== undefined) return known;
  const [root] = elementsOf(parse(text).document.nodes);
  const found = [...grammarIn(elementsOf(root?.children ?? []))].flatMap(({ element, grammar }) => {
    const definition = definitionOf(element.name);
    return definition !== undefined && grammar === definition && definition.role === "step" ? [definition] : [];
  });
  if (kept.size > 200) kept.clear();
  kept.set(text, found);
  return found;
}
