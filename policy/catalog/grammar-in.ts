import type { XmlElement } from "@/policy/xml/nodes";
import { partsOf } from "./content";
import type { ElementGrammar } from "./define";
import { definitionOf } from "./definitions";

export interface ElementInGrammar {
  element: XmlElement;
  /** null: a root, a section, or nothing that the language knows. */
  grammar: ElementGrammar | null;
}

/** Every element of a document with the grammar it stands under; what a policy holds as content is not looked into. */
export function* grammarIn(roots: readonly XmlElement[]): Generator<ElementInGrammar> {
  for (const root of roots) yield* under(root, definitionOf(root.name) ?? null);
}

function* under(element: XmlElement, grammar: ElementGrammar | null): Generator<ElementInGrammar> {
  yield { element, grammar };
  if (grammar?.children === "xml") return;
  for (const child of partsOf(element)) yield* under(child, childGrammar(grammar, child.name));
}

/** The grammar of an element by the element around it. */
export function childGrammar(parent: ElementGrammar | null, name: string): ElementGrammar | null {
  const { children } = parent ?? {};
  if (typeof children !== "object") return definitionOf(name) ?? null;
  const child = children.elements.find((each) => each.name === name);
  if (child === undefined) return null;
  return child.grammar === "policy" ? (definitionOf(name) ?? null) : child.grammar;
}
