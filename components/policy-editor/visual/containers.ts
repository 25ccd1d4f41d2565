import type { ChildGrammar, ElementGrammar, PolicyPlace } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import type { Standing } from "@/policy/knowledge";
import { childPath, type ElementPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { holdsCards, isDetail } from "./card-grammar";
import { isSectionName } from "./draw";

/** An element that cards stand in. */
export interface Container {
  path: ElementPath;
  element: XmlElement;
  holds: "policies" | ChildGrammar;
  /** null in a fragment: what includes it decides. */
  section: PolicyPlace | null;
  /** Whether it is a section, or the root of a fragment, itself. */
  isLane: boolean;
  /** What is shown between its cards, by which of its elements a new one would stand before: one or more for each place. */
  gaps: readonly (readonly number[])[];
}

/** All of a document, outer ones before what is in them. */
export function containersOf(document: XmlDocument, { kind }: Standing): Container[] {
  const [root] = elementsOf(document.nodes);
  if (root === undefined) return [];
  const found: Container[] = [];
  if (kind === "resolver") {
    inside(found, root, "", definitionOf(root.name) ?? null, "resolver");
    return found;
  }
  if (root.name !== "policies") {
    lane(found, root, "", null);
    return found;
  }
  const counts = new Map<string, number>();
  for (const element of elementsOf(root.children)) {
    const count = (counts.get(element.name) ?? 0) + 1;
    counts.set(element.name, count);
    if (isSectionName(element.name)) lane(found, element, childPath("", element.name, count), element.name);
  }
  return found;
}

function lane(found: Container[], element: XmlElement, path: ElementPath, section: PolicyPlace | null): void {
  found.push({ path, element, holds: "policies", section, isLane: true, gaps: gapsOf(element, null) });
  under(found, element, path, null, section);
}

function inside(
  found: Container[],
  element: XmlElement,
  path: ElementPath,
  grammar: ElementGrammar | null,
  section: PolicyPlace | null,
): void {
  const children = grammar?.children;
  if (!holdsCards(grammar) || children === undefined || children === "xml") return;
  found.push({ path, element, holds: children, section, isLane: false, gaps: gapsOf(element, grammar) });
  under(found, element, path, grammar, section);
}

function under(
  found: Container[],
  parent: XmlElement,
  path: ElementPath,
  grammar: ElementGrammar | null,
  section: PolicyPlace | null,
): void {
  const counts = new Map<string, number>();
  for (const child of elementsOf(parent.children)) {
    const count = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, count);
    inside(found, child, childPath(path, child.name, count), childGrammar(grammar, child.name), section);
  }
}

/** Details are not drawn, so a place among cards may be several among elements. */
function gapsOf(parent: XmlElement, grammar: ElementGrammar | null): number[][] {
  const gaps: number[][] = [[]];
  const elements = elementsOf(parent.children);
  for (const [index, element] of elements.entries()) {
    gaps.at(-1)?.push(index);
    if (grammar === null || !isDetail(grammar, element.name)) gaps.push([]);
  }
  gaps.at(-1)?.push(elements.length);
  return gaps;
}
