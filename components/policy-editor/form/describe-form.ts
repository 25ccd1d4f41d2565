import type {
  AttributeDefinition,
  ChildDefinition,
  Constraint,
  ElementGrammar,
  TextDefinition,
} from "@/policy/catalog/define";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { attributeOf, elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { type Control, controlOf } from "./control-of";
import { readContent } from "./text-content";

/** What a form shows of one element, drawn from its grammar and from what it holds now. */
export interface FormModel {
  path: ElementPath;
  element: XmlElement;
  /** In the order of the definition; behind them those that the language does not know. */
  attributes: readonly FormField[];
  text: FormField | null;
  /** Attributes of which only one may be there, each group a choice; groups do not overlap. */
  choices: readonly FieldChoice[];
  /** At least one of each of these must be given. */
  oneNeeded: readonly (readonly string[])[];
  /** Which attribute an attribute stands only beside. */
  needs: ReadonlyMap<string, string>;
  parts: readonly PartList[];
  /** Policies inside, which have forms of their own. */
  inside: InsidePolicies | null;
  /** Elements that the grammar does not know here. */
  strangers: readonly ElementInForm[];
}

export interface FormField {
  kind: "attribute" | "text";
  /** The attribute's, or the element's for its text. */
  name: string;
  definition: AttributeDefinition | TextDefinition;
  control: Control;
  /** null: it is not there. A text is always there. */
  value: string | null;
  required: boolean;
  isKnown: boolean;
  /** The text may be elements of any kind. */
  mayHoldMarkup: boolean;
}

export interface FieldChoice {
  attributes: readonly string[];
  required: boolean;
}

export interface ElementInForm {
  element: XmlElement;
  path: ElementPath;
}

/** The children of one name. */
export interface PartList {
  definition: ChildDefinition;
  grammar: ElementGrammar;
  items: readonly ElementInForm[];
  mayAdd: boolean;
  mayRemove: boolean;
  /** Where a new one goes among all children. */
  insertAt: number;
}

export interface InsidePolicies {
  items: readonly ElementInForm[];
  /** What may be added and where; "any" where the section decides. */
  mayAdd: readonly { name: string; insertAt: number }[] | "any";
}

const freeText: AttributeDefinition = { type: "string", expressions: false };

export function describeForm(element: XmlElement, grammar: ElementGrammar, path: ElementPath): FormModel {
  const { attributes, constraints = [] } = grammar;
  const known = attributes === "any" ? {} : attributes;
  const mayHoldMarkup = grammar.children === "xml";
  const needed = new Set(alwaysNeeded(constraints));
  const fields = Object.entries(known).map(([name, definition]) =>
    fieldOf(element, name, definition, definition.required === true || needed.has(name)),
  );
  const strange = element.attributes
    .filter(({ name }) => !Object.hasOwn(known, name))
    .map(({ name }) => ({ ...fieldOf(element, name, freeText, false), isKnown: attributes === "any" }));
  const text = grammar.text ?? (mayHoldMarkup ? markup : undefined);
  return {
    path,
    element,
    attributes: [...fields, ...strange],
    text: text === undefined ? null : textField(element, text, mayHoldMarkup),
    choices: choicesOf(constraints, known),
    oneNeeded: constraints.flatMap((each) =>
      each.kind === "at-least-one" && each.attributes.length > 1 ? [each.attributes] : [],
    ),
    needs: new Map(constraints.flatMap((each) => (each.kind === "needs" ? [[each.attribute, each.needed]] : []))),
    ...childrenOf(element, grammar, path),
  };
}

const markup: TextDefinition = { type: "string", expressions: false, form: { control: "code" } };

const fieldOf = (element: XmlElement, name: string, definition: AttributeDefinition, required: boolean): FormField => ({
  kind: "attribute",
  name,
  definition,
  control: controlOf(definition),
  value: attributeOf(element, name)?.value ?? null,
  required,
  isKnown: true,
  mayHoldMarkup: false,
});

const textField = (element: XmlElement, definition: TextDefinition, mayHoldMarkup: boolean): FormField => ({
  kind: "text",
  name: element.name,
  definition,
  control: mayHoldMarkup ? "code" : controlOf(definition),
  value: readContent(element, mayHoldMarkup),
  required: definition.required === true,
  isKnown: true,
  mayHoldMarkup,
});

const alwaysNeeded = (constraints: readonly Constraint[]): string[] =>
  constraints.flatMap((each) =>
    each.kind === "at-least-one" && each.attributes.length === 1 ? [...each.attributes] : [],
  );

/** Groups that share an attribute with another one stay single fields: a choice between overlapping choices helps nobody. */
function choicesOf(constraints: readonly Constraint[], known: Readonly<Record<string, AttributeDefinition>>) {
  const groups = constraints.flatMap((each) =>
    each.kind === "exactly-one" || each.kind === "at-most-one"
      ? [{ attributes: each.attributes, required: each.kind === "exactly-one" }]
      : [],
  );
  return groups.filter(
    ({ attributes }) =>
      attributes.every((name) => Object.hasOwn(known, name) && known[name]?.required !== true) &&
      groups.every((other) => other.attributes === attributes || !other.attributes.some((n) => attributes.includes(n))),
  );
}

type Children = Pick<FormModel, "parts" | "inside" | "strangers">;

function childrenOf(element: XmlElement, { children }: ElementGrammar, path: ElementPath): Children {
  const items = children === "xml" ? [] : elementsInForm(element, path);
  if (children === "policies") return { parts: [], inside: { items, mayAdd: "any" }, strangers: [] };
  if (typeof children !== "object") return { parts: [], inside: null, strangers: items };
  const { elements, order } = children;
  const position = (name: string) => elements.findIndex((each) => each.name === name);
  const placed = elements.map((definition) => {
    const own = items.filter((item) => item.element.name === definition.name);
    const max = order === "all" ? 1 : definition.max;
    // Behind the last that may stand before it, which is right for every order.
    const before = items.findLastIndex(
      (item) => position(item.element.name) >= 0 && position(item.element.name) <= position(definition.name),
    );
    const firstAfter = items.findIndex((item) => position(item.element.name) > position(definition.name));
    const insertAt = before >= 0 ? before + 1 : firstAfter >= 0 ? firstAfter : items.length;
    return { definition, own, insertAt, mayAdd: max === "unbounded" || own.length < max };
  });
  const policies = placed.filter(({ definition }) => definition.grammar === "policy");
  const policyNames = new Set(policies.map(({ definition }) => definition.name));
  return {
    parts: placed.flatMap(({ definition, own, insertAt, mayAdd }) =>
      definition.grammar === "policy"
        ? []
        : [
            {
              definition,
              grammar: definition.grammar,
              items: own,
              mayAdd,
              mayRemove: own.length > definition.min,
              insertAt,
            },
          ],
    ),
    inside:
      policies.length === 0
        ? null
        : {
            items: items.filter((item) => policyNames.has(item.element.name)),
            mayAdd: policies
              .filter(({ mayAdd }) => mayAdd)
              .map(({ definition, insertAt }) => ({ name: definition.name, insertAt })),
          },
    strangers: items.filter((item) => position(item.element.name) < 0),
  };
}

/** An element's children with their paths. */
export function elementsInForm(parent: XmlElement, path: ElementPath): ElementInForm[] {
  const counts = new Map<string, number>();
  return elementsOf(parent.children).map((element) => {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    return { element, path: childPath(path, element.name, count) };
  });
}
