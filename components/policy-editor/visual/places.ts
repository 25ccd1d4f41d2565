import type { ChildGrammar, PolicyPlace } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import type { Standing } from "@/policy/knowledge";
import type { ElementPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlDocument, type XmlElement } from "@/policy/xml/nodes";
import { type Container, containersOf } from "./containers";
import { type Occurrence, occurrencesIn, refusedAgain } from "./occurrences";
import { type PolicyUse, usesBelow, usesIn } from "./policy-uses";

/** Between two cards of a container. */
export interface Place {
  container: ElementPath;
  /** Which of the places between its cards, counted from the top. */
  gap: number;
  /** Which of its elements what is put there will stand before. */
  index: number;
}

export const placeKey = ({ container, gap }: Place): string => `${container}#${gap}`;

/** Why something may not stand somewhere. */
export type Refusal =
  | { why: "section"; name: string; allowed: readonly PolicyPlace[] }
  | { why: "scope" | "once-section" | "once-document" | "part" | "unknown"; name: string }
  | { why: "not-inside"; name: string; container: string }
  | { why: "too-many"; name: string; container: string }
  | { why: "order" | "base" | "base-again" | "backend-full" | "nested-fragment" | "itself"; name: string };

/** What is to be put somewhere: new XML, or an element of the document that moves. */
export interface Subject {
  elements: readonly XmlElement[];
  moved: { element: XmlElement; path: ElementPath } | null;
}

/** A document as far as it matters for what may stand where. */
export class Ground {
  readonly containers: readonly Container[];
  readonly occurrences: readonly Occurrence[];

  constructor(
    readonly document: XmlDocument,
    readonly standing: Standing,
    readonly fragmentText: (id: string) => string | undefined = () => undefined,
  ) {
    this.containers = containersOf(document, standing);
    this.occurrences = occurrencesIn(this.containers, fragmentText);
  }

  container(path: ElementPath): Container | undefined {
    return this.containers.find((container) => container.path === path);
  }

  /** Every place that may take it, from the top of the document. */
  placesFor(subject: Subject): Place[] {
    return this.containers.flatMap((container) => this.placesIn(container, subject));
  }

  placesIn(container: Container, subject: Subject): Place[] {
    if (this.refusal(container, subject) !== null) return [];
    const own = subject.moved === null ? -1 : elementsOf(container.element.children).indexOf(subject.moved.element);
    return container.gaps.flatMap((indexes, gap) => {
      const index = indexes.find((each) => fitsOrder(container, each, subject));
      const stays = own >= 0 && (indexes.includes(own) || indexes.includes(own + 1));
      return index === undefined || stays ? [] : [{ container: container.path, gap, index }];
    });
  }

  /** Why nothing in the container can take it, or null. */
  refusal(container: Container, subject: Subject): Refusal | null {
    const { moved, elements } = subject;
    const [first] = elements;
    if (first === undefined) return null;
    if (moved !== null && isWithin(container.path, moved.path)) return { why: "itself", name: first.name };
    if (container.holds !== "policies") return this.refusedByGrammar(container, container.holds, subject);
    const siblings = elementsOf(container.element.children).filter((element) => element !== moved?.element);
    const stays = moved !== null && siblings.length < elementsOf(container.element.children).length;
    for (const element of elements) {
      const refused = this.refusedAsPolicy(container, element, siblings, moved !== null);
      if (refused !== null && !stays) return refused;
    }
    if (container.isLane && container.section === "backend" && !stays && siblings.length + elements.length > 1) {
      return { why: "backend-full", name: first.name };
    }
    if (stays) return null;
    return this.refusedInside(container, usesIn(elements, this.fragmentText), moved?.path ?? null);
  }

  private refusedAsPolicy(
    container: Container,
    { name }: XmlElement,
    siblings: readonly XmlElement[],
    isMoved: boolean,
  ): Refusal | null {
    const { kind } = this.standing;
    if (name === "base") {
      if (!container.isLane || kind === "fragment") return { why: "base", name };
      return siblings.some((sibling) => sibling.name === "base") ? { why: "base-again", name } : null;
    }
    if (name === "include-fragment" && kind === "fragment") return { why: "nested-fragment", name };
    const definition = definitionOf(name);
    if (definition === undefined) return isMoved && isBranchless(name) ? null : { why: "unknown", name };
    return definition.role === "part" ? { why: "part", name } : null;
  }

  /** By the section, the scope and what may be there only once, of all the policies that come with it. */
  private refusedInside(container: Container, uses: readonly PolicyUse[], moved: ElementPath | null): Refusal | null {
    return this.refusedThere(container, uses) ?? this.refusedTwice(container, uses, moved);
  }

  private refusedThere({ section }: Container, uses: readonly PolicyUse[]): Refusal | null {
    const { kind, scope } = this.standing;
    for (const { definition } of uses) {
      const { name, sections, scopes } = definition;
      if (section !== null && !sections.includes(section)) return { why: "section", name, allowed: sections };
      if (section === null && sections.every((place) => place === "resolver")) {
        return { why: "section", name, allowed: sections };
      }
      if (kind === "policies" && scope !== "any" && !scopes.includes(scope)) return { why: "scope", name };
    }
    return null;
  }

  private refusedTwice(container: Container, uses: readonly PolicyUse[], moved: ElementPath | null): Refusal | null {
    const elsewhere = this.occurrences.filter(({ path }) => moved === null || !isWithin(path, moved));
    for (const { definition } of uses) {
      const refused = refusedAgain(definition, container, elsewhere);
      if (refused !== null) return { why: refused, name: definition.name };
    }
    return null;
  }

  private refusedByGrammar(container: Container, grammar: ChildGrammar, subject: Subject): Refusal | null {
    const { element } = container;
    const others = elementsOf(element.children).filter((child) => child !== subject.moved?.element);
    const stays = others.length < elementsOf(element.children).length;
    for (const { name } of subject.elements) {
      const child = grammar.elements.find((each) => each.name === name);
      if (child === undefined) return { why: "not-inside", name, container: element.name };
      const max = grammar.order === "all" ? 1 : child.max;
      const count = [...others, ...subject.elements].filter((each) => each.name === name).length;
      if (max !== "unbounded" && count > max && !stays) return { why: "too-many", name, container: element.name };
    }
    if (stays) return null;
    const uses = subject.elements.flatMap((each) => {
      const child = grammar.elements.find(({ name }) => name === each.name);
      const inner = child?.grammar === "policy" ? definitionOf(each.name) : child?.grammar;
      return usesBelow(each, inner ?? null, this.fragmentText);
    });
    return this.refusedInside(container, uses, subject.moved?.path ?? null);
  }
}

/** Something unknown can be carried about as long as it is not a part of something known. */
const isBranchless = (name: string): boolean => name !== "when" && name !== "otherwise";

export const isWithin = (path: ElementPath, outer: ElementPath): boolean =>
  path === outer || outer === "" || path.startsWith(`${outer}/`);

/** Whether a sequence stays in its order. */
function fitsOrder({ element, holds }: Container, index: number, { elements, moved }: Subject): boolean {
  if (holds === "policies" || holds.order !== "sequence") return true;
  const rank = ({ name }: XmlElement) => holds.elements.findIndex((child) => child.name === name);
  const siblings = elementsOf(element.children);
  const ranks = (some: readonly XmlElement[]) => some.filter((each) => each !== moved?.element).map(rank);
  const before = Math.max(-1, ...ranks(siblings.slice(0, index)));
  const known = ranks(siblings.slice(index)).filter((each) => each >= 0);
  const after = Math.min(Number.POSITIVE_INFINITY, ...known);
  const own = elements.map(rank);
  return own.every((each, at) => each >= before && each <= after && each >= (own[at - 1] ?? -1));
}
