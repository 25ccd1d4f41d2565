import type { ElementGrammar, PolicyPlace } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import type { Section } from "@/policy/exchange";
import type { Standing } from "@/policy/knowledge";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { attributeOf, elementsOf, type XmlDocument, type XmlElement, type XmlNode } from "@/policy/xml/nodes";
import { factsOf } from "./card-facts";
import { holdsCards, isCard, isDetail } from "./card-grammar";
import { areSameItems, type Card, cardsOf, type Drawing, type Item, type Lane } from "./drawing";

export const sectionNames: readonly Section[] = ["inbound", "backend", "outbound", "on-error"];
export const isSectionName = (name: string): name is Section => (sectionNames as readonly string[]).includes(name);

/** The document as lanes of cards. What is as it was in the drawing before is the same object, so that it is not drawn anew. */
export function draw(document: XmlDocument, standing: Standing, before: Drawing | null): Drawing {
  const pen = new Pen(document.source, before);
  const [root] = elementsOf(document.nodes);
  const lanes = root === undefined ? [] : lanesOf(pen, root, standing, before);
  return { lanes, cards: pen.cards };
}

function lanesOf(pen: Pen, root: XmlElement, standing: Standing, before: Drawing | null): Lane[] {
  const keep = (lane: Lane): Lane => {
    const old = before?.lanes.find((each) => each.name === lane.name && each.path === lane.path);
    return old !== undefined && isSameLane(old, lane) ? old : lane;
  };
  if (standing.kind === "resolver") {
    const card = pen.card(root, "", definitionOf(root.name) ?? null);
    return [keep({ ...laneOf("resolver", null, root, "resolver"), items: [card] })];
  }
  if (root.name !== "policies") {
    return [keep({ ...laneOf("fragment", "", root, null), items: pen.items(root, "", null) })];
  }
  const counts = new Map<string, number>();
  const drawn = elementsOf(root.children).map((element): Lane => {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    const path = childPath("", element.name, count);
    const name = isSectionName(element.name) && count === 1 ? element.name : "stray";
    const section = isSectionName(element.name) ? element.name : null;
    return keep({ ...laneOf(name, path, element, section), items: pen.items(element, path, null) });
  });
  const lanes = sectionNames.map((name) => drawn.find((lane) => lane.name === name) ?? keep(missingLane(name)));
  return [...lanes, ...drawn.filter(({ name }) => name === "stray")];
}

const laneOf = (name: Lane["name"], path: ElementPath | null, element: XmlElement, section: PolicyPlace | null) => ({
  name,
  path,
  section,
  exists: true,
  tag: element.name,
  hasBase: elementsOf(element.children).some((child) => child.name === "base"),
});

const missingLane = (name: Section): Lane => ({
  name,
  path: childPath("", name, 1),
  section: name,
  exists: false,
  tag: name,
  hasBase: false,
  items: [],
});

const isSameLane = (a: Lane, b: Lane): boolean =>
  a.exists === b.exists && a.tag === b.tag && a.hasBase === b.hasBase && areSameItems(a.items, b.items);

class Pen {
  readonly cards = new Map<ElementPath, Card>();

  constructor(
    private readonly source: string,
    private readonly before: Drawing | null,
  ) {}

  /** `grammar` null: any policy may stand here. */
  items(parent: XmlElement, path: ElementPath, grammar: ElementGrammar | null): Item[] {
    const counts = new Map<string, number>();
    return parent.children.flatMap((node): Item[] => {
      if (node.kind !== "element") return remarks(node);
      const count = (counts.get(node.name) ?? 0) + 1;
      counts.set(node.name, count);
      if (grammar !== null && isDetail(grammar, node.name)) return [];
      return [this.card(node, childPath(path, node.name, count), childGrammar(grammar, node.name))];
    });
  }

  card(element: XmlElement, path: ElementPath, grammar: ElementGrammar | null): Card {
    const source = this.source.slice(element.span.start, element.span.end);
    const old = this.before?.cards.get(path);
    if (old !== undefined && old.source === source) {
      this.keep(old);
      return old;
    }
    const definition = definitionOf(element.name);
    const children = grammar?.children;
    const card: Card = {
      kind: "card",
      path,
      name: element.name,
      source,
      role: roleOf(element.name, grammar, definition === grammar),
      category: definition !== undefined && definition === grammar ? definition.category : null,
      facts: factsOf(element, grammar),
      fragmentId: element.name === "include-fragment" ? (attributeOf(element, "fragment-id")?.value ?? "") : null,
      items: holdsCards(grammar) ? this.items(element, path, grammar) : null,
      branches:
        typeof children === "object"
          ? children.elements
              .filter((child) => child.grammar !== "policy" && isCard(child))
              .filter(({ name, max }) => max === "unbounded" || countOf(element, name) < max)
              .map(({ name }) => name)
          : [],
    };
    this.cards.set(path, card);
    return card;
  }

  private keep(card: Card): void {
    this.cards.set(card.path, card);
    for (const inner of cardsOf(card.items ?? [])) this.keep(inner);
  }
}

const countOf = (element: XmlElement, name: string): number =>
  elementsOf(element.children).filter((child) => child.name === name).length;

function roleOf(name: string, grammar: ElementGrammar | null, isPolicy: boolean): Card["role"] {
  if (grammar === null) return "unknown";
  if (!isPolicy) return "branch";
  return name === "base" ? "base" : name === "include-fragment" ? "fragment" : "policy";
}

function remarks(node: Exclude<XmlNode, XmlElement>): Item[] {
  if (node.kind === "comment") {
    const text = node.raw.slice(4, -3).replace(/\s+/g, " ").trim();
    return text === "" ? [] : [{ kind: "remark", of: "comment", text }];
  }
  const text = node.raw.trim();
  return text === "" || node.kind === "declaration" ? [] : [{ kind: "remark", of: "text", text }];
}
