import type { Item } from "./drawing";

export interface StretchOfCards {
  /** How many cards of the list stand before it. */
  from: number;
  items: readonly Item[];
}

const longest = 32;

/** A long list in stretches, each of which begins with a card; a short one is one stretch. */
export function stretchesOf(items: readonly Item[]): readonly StretchOfCards[] {
  if (items.length <= 2 * longest) return [{ from: 0, items }];
  const stretches: { from: number; items: Item[] }[] = [];
  let cards = 0;
  for (const item of items) {
    const last = stretches.at(-1);
    if (last === undefined || (last.items.length >= longest && item.kind === "card")) {
      stretches.push({ from: cards, items: [item] });
    } else last.items.push(item);
    if (item.kind === "card") cards++;
  }
  return stretches;
}

const gap = 6;
const remark = 26;

/** About how many pixels they take: for the scroll bar, until they come into view and are measured. */
export const heightOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => {
    if (item.kind === "remark") return sum + remark;
    const face = item.facts.length === 0 ? 34 : 50;
    return sum + face + gap + (item.items === null ? 0 : heightOf(item.items) + gap + 4);
  }, 0);
