import { contentOf } from "@/policy/catalog/content";
import type { ElementGrammar } from "@/policy/catalog/define";
import { isExpression } from "@/policy/expression/is-expression";
import { attributeOf, elementsOf, textOf, type XmlElement } from "@/policy/xml/nodes";
import { isDetail } from "./card-grammar";

/** One thing that tells a policy from its like, as it is written. */
export interface Fact {
  /** Of the attribute or of the child element; null where the value speaks for itself. */
  label: string | null;
  value: string;
  isCode: boolean;
}

const most = 2;
const longest = 160;
/** What needs no label beside the policy's name. */
const plain: ReadonlySet<string> = new Set(["name", "condition", "fragment-id", "value", "set-url"]);

/** The one or two things that matter: a condition, a name, what it refers to, what it cannot be without, what it holds. */
export function factsOf(element: XmlElement, grammar: ElementGrammar | null): Fact[] {
  const found = [...attributeFacts(element, grammar), ...contentFacts(element, grammar)];
  const told = found
    .map((fact, order) => ({ fact, order }))
    .sort((a, b) => b.fact.weight - a.fact.weight || a.order - b.order)
    .slice(0, most)
    .sort((a, b) => a.order - b.order)
    .map(({ fact }) => fact);
  // What it holds says more than how it is set, unless that had to be said.
  const [first, second] = told;
  if (first !== undefined && second?.isHeld === true && first.weight < second.weight) told.reverse();
  return told.map(({ label, value }) => ({
    label: label !== null && plain.has(label) ? null : label,
    value: shorten(value),
    isCode: isExpression(value),
  }));
}

interface Weighed {
  label: string | null;
  value: string;
  weight: number;
  /** A part of the policy, not an attribute. */
  isHeld?: true;
}

function attributeFacts(element: XmlElement, grammar: ElementGrammar | null): Weighed[] {
  const attributes = grammar?.attributes;
  if (typeof attributes !== "object") {
    return element.attributes.map(({ name, value }) => ({ label: name, value, weight: 1 }));
  }
  // In the order of the grammar, which is the order of what matters; what it does not know comes last.
  return Object.entries(attributes).flatMap(([name, definition]): Weighed[] => {
    const value = attributeOf(element, name)?.value;
    if (value === undefined || name === "id") return [];
    const isDefault = value === definition.default;
    const weight =
      name === "condition" || name === "name"
        ? 9
        : definition.refersTo !== undefined
          ? 8
          : definition.required === true
            ? 7
            : isDefault
              ? 0
              : definition.form?.advanced === true
                ? 1
                : 4;
    return weight === 0 ? [] : [{ label: name, value, weight }];
  });
}

function contentFacts(element: XmlElement, grammar: ElementGrammar | null): Weighed[] {
  if (grammar?.text !== undefined && elementsOf(element.children).length === 0) {
    const text = contentOf(element).trim();
    return text === "" ? [] : [{ label: null, value: text, weight: 6 }];
  }
  if (grammar?.text !== undefined && grammar.children === "xml") {
    const text = contentOf(element).trim();
    return text === "" ? [] : [{ label: null, value: text, weight: 3 }];
  }
  const details = elementsOf(element.children).filter(({ name }) => isDetail(grammar, name));
  const [first, ...more] = details;
  if (first === undefined) return [];
  const spoken = speak(first);
  if (spoken === null) return [];
  const alike = more.filter(({ name }) => name === first.name).length;
  return [{ label: first.name, value: alike === 0 ? spoken : `${spoken} +${alike}`, weight: 6, isHeld: true }];
}

/** The first thing that an element says, however deep it says it. */
function speak(element: XmlElement): string | null {
  const text = textOf(element).trim();
  if (text !== "") return text;
  const [attribute] = element.attributes;
  if (attribute !== undefined) return attribute.value;
  for (const child of elementsOf(element.children)) {
    const spoken = speak(child);
    if (spoken !== null) return spoken;
  }
  return null;
}

function shorten(value: string): string {
  const line = value.replace(/\s+/g, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}
