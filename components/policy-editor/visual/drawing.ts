import type { PolicyCategory, PolicyPlace } from "@/policy/catalog/define";
import type { ElementPath } from "@/policy/xml/element-path";
import type { Fact } from "./card-facts";

/** One element of the document as it is drawn. Plain values, so that a card that says the same is the same. */
export interface Card {
  kind: "card";
  path: ElementPath;
  name: string;
  /** As its author wrote it. */
  source: string;
  /** "branch": a part of another policy that holds policies, such as when. */
  role: "policy" | "branch" | "base" | "fragment" | "unknown";
  category: PolicyCategory | null;
  facts: readonly Fact[];
  /** Which fragment it includes. */
  fragmentId: string | null;
  /** What stands inside; null: nothing that is drawn can. */
  items: readonly Item[] | null;
  /** Which branches it may get more of. */
  branches: readonly string[];
}

export interface Remark {
  kind: "remark";
  /** "text": what stands where nothing but elements may. */
  of: "comment" | "text";
  text: string;
}

export type Item = Card | Remark;

export type LaneName = "inbound" | "backend" | "outbound" | "on-error" | "fragment" | "resolver" | "stray";

export interface Lane {
  name: LaneName;
  /** Of the element that holds its cards; null where the cards are the document's root. */
  path: ElementPath | null;
  /** Whether the document has it. */
  exists: boolean;
  /** As it is written. */
  tag: string;
  section: PolicyPlace | null;
  hasBase: boolean;
  items: readonly Item[];
}

export interface Drawing {
  lanes: readonly Lane[];
  /** By path. */
  cards: ReadonlyMap<ElementPath, Card>;
}

export const cardsOf = (items: readonly Item[]): Card[] => items.filter((item): item is Card => item.kind === "card");

/** Whether both are drawn alike: cards that did not change are the same objects. */
export const areSameItems = (a: readonly Item[], b: readonly Item[]): boolean =>
  a.length === b.length &&
  a.every((item, index) => {
    const other = b[index];
    if (item === other) return true;
    return item.kind === "remark" && other?.kind === "remark" && item.text === other.text && item.of === other.of;
  });
