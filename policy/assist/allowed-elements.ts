import type {
  ChildDefinition,
  ChildGrammar,
  ElementGrammar,
  PolicyDefinition,
  PolicyPlace,
} from "@/policy/catalog/define";
import { allDefinitions, definitionOf } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import type { Standing } from "@/policy/knowledge";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { grammarAround, isRoot, isSection } from "./place";

/** An element that may be put at a place. */
export interface AllowedElement {
  name: string;
  /** null: a root or a section. */
  grammar: ElementGrammar | null;
  /** It is a policy of its own, not a part of one. */
  policy?: PolicyDefinition;
  required?: boolean;
}

const sections = ["inbound", "backend", "outbound", "on-error"] as const;

/** What may stand at an offset that is in the content of the innermost of these elements; `besides` is not counted. */
export function allowedElements(
  document: XmlDocument,
  around: readonly XmlElement[],
  offset: number,
  standing: Standing,
  besides: XmlElement | null = null,
): AllowedElement[] {
  const parent = around.at(-1);
  const { grammar, section, isForeign } = grammarAround(around);
  if (isForeign) return [];
  const siblings = elementsOf(parent?.children ?? document.nodes).filter((one) => one !== besides);
  if (parent === undefined) return roots(siblings, standing);
  if (parent.name === "policies" && around.length === 1) {
    const missing = sections.filter((name) => !siblings.some((one) => one.name === name));
    return missing.map((name) => ({ name, grammar: null }));
  }
  const place: PolicyAround = { document, around, offset, standing, section, besides };
  if (grammar === null) return isSection(parent.name) || isRoot(parent.name) ? policiesAt(place, siblings) : [];
  if (grammar.children === "policies") return policiesAt(place, siblings);
  return typeof grammar.children === "object" ? partsAt(grammar, grammar.children, siblings, offset) : [];
}

function roots(siblings: readonly XmlElement[], { kind }: Standing): AllowedElement[] {
  if (kind === "policies" || kind === "fragment") return siblings.length > 0 ? [] : [{ name: kind, grammar: null }];
  if (kind === "resolver" && siblings.length > 0) return [];
  return allDefinitions
    .filter(({ role }) => role === "step")
    .filter((one) => (kind === "resolver" ? one.sections.includes("resolver") : one.lifecycle !== "undocumented"))
    .map((policy) => ({ name: policy.name, grammar: policy, policy }));
}

interface PolicyAround {
  document: XmlDocument;
  around: readonly XmlElement[];
  offset: number;
  standing: Standing;
  section: PolicyPlace | null;
  besides: XmlElement | null;
}

function policiesAt(place: PolicyAround, siblings: readonly XmlElement[]): AllowedElement[] {
  const { section, standing, around } = place;
  const isSectionItself = around.at(-1)?.name === section;
  // The backend section holds one policy.
  if (section === "backend" && isSectionItself && siblings.length > 0) return [];
  return allDefinitions
    .filter((one) => isAllowed(one, place, isSectionItself, siblings))
    .filter((one) => one.once === undefined || !isUsed(one, place))
    .map((policy) => ({ name: policy.name, grammar: policy, policy }))
    .filter(() => section !== "resolver" || standing.kind === "resolver");
}

function isAllowed(
  { name, role, lifecycle, sections: places, scopes }: PolicyDefinition,
  { section, standing }: PolicyAround,
  isSectionItself: boolean,
  siblings: readonly XmlElement[],
): boolean {
  if (role === "part" || lifecycle === "undocumented") return false;
  if (section === null ? !places.some((one) => one !== "resolver") : !places.includes(section)) return false;
  if (name === "base")
    return standing.kind !== "fragment" && isSectionItself && !siblings.some((one) => one.name === "base");
  if (name === "include-fragment" && standing.kind === "fragment") return false;
  return standing.kind !== "policies" || standing.scope === "any" || scopes.includes(standing.scope);
}

/** Whether a policy that may be used once is used already, branches of which only one runs left aside. */
function isUsed({ name, once }: PolicyDefinition, { document, around, besides }: PolicyAround): boolean {
  const depth = once === "document" ? 0 : around.findIndex((one) => isSection(one.name));
  const top = around[Math.max(depth, 0)];
  const within = top === undefined ? elementsOf(document.nodes) : [top];
  return within.some((element) => uses(element, name, around, besides, null));
}

function uses(
  element: XmlElement,
  name: string,
  around: readonly XmlElement[],
  besides: XmlElement | null,
  grammar: ElementGrammar | null,
): boolean {
  if (element === besides) return false;
  if (element.name === name && !around.includes(element)) return true;
  const own = grammar ?? definitionOf(element.name) ?? null;
  const isChoice = typeof own?.children === "object" && own.children.alternatives === true;
  return elementsOf(element.children)
    .filter((child) => !isChoice || !around.includes(element) || around.includes(child))
    .some((child) => uses(child, name, around, besides, childGrammar(own, child.name)));
}

function partsAt(
  grammar: ElementGrammar,
  { order, elements }: ChildGrammar,
  siblings: readonly XmlElement[],
  offset: number,
): AllowedElement[] {
  const indexOf = (one: XmlElement) => elements.findIndex(({ name }) => name === one.name);
  const before = siblings.filter(({ span }) => span.end <= offset).map(indexOf);
  const behind = siblings.filter(({ span }) => span.start >= offset).map(indexOf);
  const from = order === "sequence" ? Math.max(0, ...before) : 0;
  const to =
    order === "sequence" ? Math.min(elements.length - 1, ...behind.filter((index) => index >= 0)) : elements.length - 1;
  // In a sequence what must come first comes first.
  const first = elements.findIndex(({ name, min }) => siblings.filter((one) => one.name === name).length < min);
  const last = order === "sequence" && first >= 0 ? Math.min(to, first) : to;
  return elements.flatMap((child, index) => {
    const count = siblings.filter(({ name }) => name === child.name).length;
    const max = order === "all" ? 1 : child.max === "unbounded" ? Number.POSITIVE_INFINITY : child.max;
    if (index < from || index > last || count >= max) return [];
    return [{ ...allowedPart(grammar, child), ...(count < child.min ? { required: true } : {}) }];
  });
}

function allowedPart(parent: ElementGrammar, { name, grammar }: ChildDefinition): AllowedElement {
  const policy = grammar === "policy" ? definitionOf(name) : undefined;
  return { name, grammar: childGrammar(parent, name), ...(policy === undefined ? {} : { policy }) };
}
