import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { alignSiblings } from "./align-siblings";
import { agreeAnywhere, type ComparedNode, comparedNode, likeness, Meanings, withDescendants } from "./compared-node";
import type { PlaceStep, PolicyChange } from "./policy-change";

/**
 * What differs in what two documents say, in the order of the document; empty where only layout, comments, quotes or the
 * spelling of characters differ. null: one of them is no well-formed document, so that only its text can be compared.
 */
export function comparePolicies(before: string, after: string): PolicyChange[] | null {
  const old = rootOf(before);
  const now = rootOf(after);
  if (old === null || now === null) return null;
  const meanings = new Meanings();
  return new Comparison(comparedNode(old, meanings), comparedNode(now, meanings)).changes();
}

function rootOf(text: string): XmlElement | null {
  const { document, diagnostics } = parse(text);
  const [root, second] = elementsOf(document.nodes);
  return diagnostics.length > 0 || root === undefined || second !== undefined ? null : root;
}

const exact = 100;

class Comparison {
  readonly #changed: [ComparedNode, ComparedNode][] = [];
  readonly #moved: [ComparedNode, ComparedNode][] = [];
  readonly #removed = new Set<ComparedNode>();
  readonly #added = new Set<ComparedNode>();
  /** What stood in one document and stands in the other. */
  readonly #partners = new Map<ComparedNode, ComparedNode>();
  readonly #countBefore: ReadonlyMap<number, number>;
  readonly #countAfter: ReadonlyMap<number, number>;

  constructor(
    private readonly before: ComparedNode,
    private readonly after: ComparedNode,
  ) {
    this.#countBefore = countMeanings(before);
    this.#countAfter = countMeanings(after);
  }

  changes(): PolicyChange[] {
    const { before, after } = this;
    if (before.meaning === after.meaning) return [];
    if (before.name === after.name) this.#pair(before, after);
    else {
      this.#removed.add(before);
      this.#added.add(after);
    }
    while (this.#findMove(isSame) || this.#findMove(isAlike)) {
      // Each move may leave others to be found.
    }
    return this.#told();
  }

  #pair(before: ComparedNode, after: ComparedNode): void {
    this.#partners.set(before, after).set(after, before);
    if (before.meaning === after.meaning) {
      for (const [index, child] of before.children.entries()) this.#pair(child, after.children[index] as ComparedNode);
      return;
    }
    if (!saysSame(before, after)) this.#changed.push([before, after]);
    const isWhole = before.parent === null && before.name === "policies";
    const pairs = isWhole ? sectionsOf(before, after) : this.#align(before.children, after.children);
    const paired = new Set(pairs.flat());
    for (const child of before.children.flatMap(unlessPaired(paired))) this.#removed.add(child);
    for (const child of after.children.flatMap(unlessPaired(paired))) this.#added.add(child);
    for (const [old, now] of pairs) this.#pair(old, now);
  }

  #align(before: readonly ComparedNode[], after: readonly ComparedNode[]): [ComparedNode, ComparedNode][] {
    let head = 0;
    while (head < before.length && before[head]?.meaning === after[head]?.meaning) head++;
    let tail = 0;
    const most = Math.min(before.length, after.length) - head;
    while (tail < most && before.at(-1 - tail)?.meaning === after.at(-1 - tail)?.meaning) tail++;
    const same = (from: number, to: number, shift: number) =>
      before
        .slice(from, to)
        .map((node, at): [ComparedNode, ComparedNode] => [node, after[from + shift + at] as ComparedNode]);
    return [
      ...same(0, head, 0),
      ...alignSiblings(before.slice(head, before.length - tail), after.slice(head, after.length - tail), (old, now) =>
        this.#weight(old, now),
      ),
      ...same(before.length - tail, before.length, after.length - before.length),
    ];
  }

  #weight(old: ComparedNode, now: ComparedNode): number {
    if (old.name !== now.name) return 0;
    // Of two that changed places, the one that moved is rather a policy than base.
    if (old.meaning === now.meaning) return old.name === "base" ? exact + 1 : exact;
    if (this.#standsElsewhere(old, now)) return 0;
    const alike = likeness(old, now);
    const sameIdentity = old.identity === now.identity;
    const isOther = !sameIdentity && old.facts.size > 1 && now.facts.size > 1 && !agreeAnywhere(old, now);
    return isOther ? 0 : 10 + 60 * alike + (sameIdentity && old.identity !== null ? 20 : 0);
  }

  /** One of them is in the other document as it is, so it was moved and not made into another. */
  #standsElsewhere(old: ComparedNode, now: ComparedNode): boolean {
    if (!old.isMovable || old.facts.size === 0 || now.facts.size === 0) return false;
    const count = (counts: ReadonlyMap<number, number>, node: ComparedNode) => counts.get(node.meaning) ?? 0;
    return (
      count(this.#countAfter, old) >= count(this.#countBefore, old) ||
      count(this.#countBefore, now) >= count(this.#countAfter, now)
    );
  }

  #findMove(goesWith: typeof isSame): boolean {
    const left = [...this.#removed].flatMap((node) => [...withDescendants(node)]).filter((node) => this.#isLoose(node));
    const come = [...this.#added].flatMap((node) => [...withDescendants(node)]).filter((node) => this.#isLoose(node));
    const byNames = new Map<string, ComparedNode[]>();
    for (const node of left) byNames.set(node.name, [...(byNames.get(node.name) ?? []), node]);
    const largestFirst = come.sort((a, b) => b.facts.size - a.facts.size);
    for (const now of largestFirst) {
      const old = byNames.get(now.name)?.find((node) => {
        const sameParent = node.parent !== null && this.#partners.get(node.parent) === now.parent;
        // What was taken out of something, or put into something, and not a piece that two unlike things both have.
        const isWhole = this.#removed.has(node) || this.#added.has(now);
        const isFree = node.isMovable && node.facts.size > 0 && isWhole;
        return (sameParent || isFree) && goesWith(node, now, sameParent);
      });
      if (old === undefined) continue;
      this.#removed.delete(old);
      this.#added.delete(now);
      this.#moved.push([old, now]);
      this.#pair(old, now);
      return true;
    }
    return false;
  }

  #isLoose = (node: ComparedNode): boolean => !this.#partners.has(node);

  #told(): PolicyChange[] {
    const told = [
      ...[...this.#removed].map((node) => tell("removed", node, null)),
      ...[...this.#added].map((node) => tell("added", null, node)),
      ...this.#moved.map(([old, now]) => tell("moved", old, now)),
      ...this.#changed.map(([old, now]) => tell("changed", old, now)),
    ];
    return told.sort((a, b) => a.order - b.order).map(({ change }) => change);
  }
}

function tell(kind: PolicyChange["kind"], old: ComparedNode | null, now: ComparedNode | null) {
  const node = (now ?? old) as ComparedNode;
  const change: PolicyChange = {
    kind,
    name: node.name,
    identity: node.identity,
    section: node.section,
    before: old?.path ?? null,
    after: now?.path ?? null,
    place: placeOf(node),
    from: kind === "moved" && old !== null ? placeOf(old) : null,
    attributes: kind === "changed" && old !== null && now !== null ? attributesOf(old, now) : [],
    text: kind === "changed" && old !== null && old.text !== node.text ? { before: old.text, after: node.text } : null,
  };
  const sectionOrder = ["inbound", "backend", "outbound", "on-error"].indexOf(node.section ?? "");
  return { change, order: sectionOrder * 1e9 + node.element.span.start };
}

function placeOf(node: ComparedNode): PlaceStep[] {
  const steps: PlaceStep[] = [];
  for (let at = node.parent; at !== null && at.parent !== null; at = at.parent) steps.unshift(at.step);
  return steps;
}

function attributesOf(old: ComparedNode, now: ComparedNode): PolicyChange["attributes"] {
  const names = new Set([...old.attributes.keys(), ...now.attributes.keys()]);
  return [...names]
    .map((name) => ({ name, before: old.attributes.get(name) ?? null, after: now.attributes.get(name) ?? null }))
    .filter(({ before, after }) => before !== after);
}

const isSame = (old: ComparedNode, now: ComparedNode, _sameParent: boolean): boolean => old.meaning === now.meaning;

/** Moved, and changed at the same time. */
function isAlike(old: ComparedNode, now: ComparedNode, sameParent: boolean): boolean {
  if (old.facts.size === 0 || now.facts.size === 0) return false;
  const isNamed = old.identity !== null && old.identity === now.identity;
  return likeness(old, now) >= (isNamed && (sameParent || old.section === now.section) ? 0.4 : 0.7);
}

const saysSame = (old: ComparedNode, now: ComparedNode): boolean =>
  old.text === now.text && attributesOf(old, now).length === 0;

/** Sections may stand in any order. */
function sectionsOf(before: ComparedNode, after: ComparedNode): [ComparedNode, ComparedNode][] {
  const left = [...after.children];
  return before.children.flatMap((old): [ComparedNode, ComparedNode][] => {
    const found = left.findIndex(({ name }) => name === old.name);
    const [now] = found < 0 ? [] : left.splice(found, 1);
    return now === undefined ? [] : [[old, now]];
  });
}

/** A section that is missing says the same as an empty one, so only what is in it comes or goes. */
const unlessPaired = (paired: ReadonlySet<ComparedNode>) => (node: ComparedNode) =>
  paired.has(node) ? [] : node.section === node.name && node.parent?.parent === null ? node.children : [node];

function countMeanings(root: ComparedNode): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { meaning } of withDescendants(root)) counts.set(meaning, (counts.get(meaning) ?? 0) + 1);
  return counts;
}
