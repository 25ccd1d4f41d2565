import { contentOf, holdsAnyXml, partsOf } from "@/policy/catalog/content";
import { definitionOf } from "@/policy/catalog/definitions";
import type { Section } from "@/policy/exchange";
import { isExpression } from "@/policy/expression/is-expression";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import type { PlaceStep } from "./policy-change";

/** An element as far as it means something: no layout, no comments, no quotes. */
export interface ComparedNode {
  element: XmlElement;
  name: string;
  path: ElementPath;
  step: PlaceStep;
  parent: ComparedNode | null;
  section: Section | null;
  children: ComparedNode[];
  attributes: ReadonlyMap<string, string>;
  text: string;
  identity: string | null;
  /** Two nodes that say the same, with all that is in them, have the same number. */
  meaning: number;
  /** What it and all in it say, piece by piece, to tell how alike two nodes are. */
  facts: ReadonlyMap<string, number>;
  /** A policy or a branch, which makes sense elsewhere too; not a part that belongs to one policy. */
  isMovable: boolean;
}

const sections: readonly string[] = ["inbound", "backend", "outbound", "on-error"];
const branches: readonly string[] = ["when", "otherwise"];
const identities = [
  "id",
  "name",
  "condition",
  "fragment-id",
  "backend-id",
  "key",
  "counter-key",
  "header-name",
  "response-variable-name",
];

/** Numbers what nodes say; one for both documents, so that equal nodes of the two have equal numbers. */
export class Meanings {
  readonly #numbers = new Map<string, number>();

  numberOf(meaning: readonly unknown[]): number {
    const key = JSON.stringify(meaning);
    const known = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, known);
    return known;
  }
}

export function comparedNode(root: XmlElement, meanings: Meanings): ComparedNode {
  return read(root, null, "", { name: root.name, ordinal: null }, meanings);
}

function read(
  element: XmlElement,
  parent: ComparedNode | null,
  path: ElementPath,
  step: PlaceStep,
  meanings: Meanings,
): ComparedNode {
  const attributes = new Map(element.attributes.map(({ name, value }) => [name, meant(value)]));
  const content = meant(contentOf(element));
  // Markup that is content has a layout of its own.
  const isMarkup = holdsAnyXml(element) && elementsOf(element.children).length > 0;
  const text = isMarkup ? content.replaceAll(/>\s+</g, "><").trim() : content;
  const isSection = parent !== null && parent.parent === null && sections.includes(element.name);
  const node: ComparedNode = {
    element,
    name: element.name,
    path,
    step,
    parent,
    section: isSection ? (element.name as Section) : (parent?.section ?? null),
    children: [],
    attributes,
    text: text.trim() === "" ? "" : text,
    identity: identities.map((name) => attributes.get(name)).find((value) => value !== undefined) ?? null,
    meaning: 0,
    facts: new Map(),
    isMovable: definitionOf(element.name) !== undefined || branches.includes(element.name),
  };
  const parts = partsOf(element);
  const totals = tally(parts.map(({ name }) => name));
  const counts = new Map<string, number>();
  for (const part of parts) {
    const count = (counts.get(part.name) ?? 0) + 1;
    counts.set(part.name, count);
    const ordinal = totals.get(part.name) === 1 ? null : count;
    node.children.push(read(part, node, childPath(path, part.name, count), { name: part.name, ordinal }, meanings));
  }
  const written = [...attributes].sort(([a], [b]) => (a < b ? -1 : 1));
  node.meaning = meanings.numberOf([node.name, written, node.text, node.children.map(({ meaning }) => meaning)]);
  node.facts = factsOf(node, written);
  return node;
}

/** What a value says: an expression may have white space around it, and a line break is one however it is written. */
function meant(value: string): string {
  const text = value.replaceAll("\r\n", "\n");
  return isExpression(text) ? text.trim() : text;
}

function factsOf(node: ComparedNode, attributes: readonly (readonly [string, string])[]): Map<string, number> {
  const own = attributes.map(([name, value]) => `${node.name} ${name}=${value}`);
  const facts = tally(node.text === "" ? own : [...own, `${node.name} ${node.text}`]);
  for (const child of node.children) {
    const holds = child.isMovable ? child.name : `<${child.name}`;
    facts.set(holds, (facts.get(holds) ?? 0) + 1);
    for (const [fact, count] of child.facts) facts.set(fact, (facts.get(fact) ?? 0) + count);
  }
  return facts;
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

export function* withDescendants(node: ComparedNode): Generator<ComparedNode> {
  yield node;
  for (const child of node.children) yield* withDescendants(child);
}

/** From 0, nothing in common, to 1, the same facts. */
export function likeness(a: ComparedNode, b: ComparedNode): number {
  let total = 0;
  let common = 0;
  for (const count of a.facts.values()) total += count;
  for (const [fact, count] of b.facts) {
    total += count;
    common += Math.min(count, a.facts.get(fact) ?? 0);
  }
  return total === 0 ? 1 : (2 * common) / total;
}

/** Whether some value is in both of them, and not only the names of their parts. */
export const agreeAnywhere = (a: ComparedNode, b: ComparedNode): boolean =>
  [...a.facts.keys()].some((fact) => !fact.startsWith("<") && b.facts.has(fact));
