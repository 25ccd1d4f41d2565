import type { ScopeName, Section } from "@/policy/exchange";
import { defaultGlobalPolicy } from "@/policy/scopes";
import { parse } from "@/policy/xml/parse";
import { draw, sectionNames } from "./draw";
import { type Card, cardsOf } from "./drawing";

/** One document around, widest first. */
export interface WiderLink {
  scope: ScopeName;
  title: string;
  href: string;
  text: string | null;
}

/** Cards that follow each other and come from one document. */
export interface InheritedGroup {
  scope: ScopeName;
  title: string;
  href: string;
  cards: readonly Card[];
}

export type Inheritance =
  /** Nothing is wider: a fragment, or the outermost scope. */
  | { state: "none" }
  | { state: "loading" }
  | { state: "failed" }
  | { state: "known"; sections: Readonly<Record<Section, readonly InheritedGroup[]>> };

/** What stands in the place of base, section by section. */
export function inheritedBy(wider: readonly WiderLink[]): Record<Section, readonly InheritedGroup[]> {
  const found: Record<Section, InheritedGroup[]> = { inbound: [], backend: [], outbound: [], "on-error": [] };
  for (const link of wider) {
    const text = link.text ?? (link.scope === "global" ? defaultGlobalPolicy : null);
    // A scope without a document lets everything through.
    if (text === null) continue;
    const drawing = draw(parse(text).document, { kind: "policies", scope: link.scope }, null);
    for (const name of sectionNames) {
      const lane = drawing.lanes.find((each) => each.name === name);
      found[name] = joined(cardsOf(lane?.items ?? []), found[name], link);
    }
  }
  return found;
}

function joined(cards: readonly Card[], wider: readonly InheritedGroup[], link: WiderLink): InheritedGroup[] {
  const groups: InheritedGroup[] = [];
  let own: Card[] = [];
  const close = () => {
    const { scope, title, href } = link;
    if (own.length > 0) groups.push({ scope, title, href, cards: own });
    own = [];
  };
  for (const card of cards) {
    if (card.role !== "base") own.push(card);
    else {
      close();
      groups.push(...wider);
    }
  }
  close();
  return groups;
}
