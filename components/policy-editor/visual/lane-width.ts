import { cardsOf, type Item, type Lane } from "./drawing";

const most = 320;
const least = { empty: 132, few: 140, many: 208 };
const perLevel = 15;
/** As deep as cards may stand before the innermost ones are too narrow for their names. */
const levelsAtLeast = 3;
const manyFrom = 4;

const depths = new WeakMap<readonly Item[], number>();

/** How many cards stand within one another. */
function depthOf(items: readonly Item[]): number {
  const known = depths.get(items);
  if (known !== undefined) return known;
  let deepest = 0;
  for (const { items: inside } of cardsOf(items)) deepest = Math.max(deepest, 1 + depthOf(inside ?? []));
  depths.set(items, deepest);
  return deepest;
}

/** Where much happens, and where it happens far inside, there is much room; the other lanes stay in sight beside it. */
export function laneWidth({ items }: Pick<Lane, "items">): string {
  const own = cardsOf(items).filter(({ role }) => role !== "base");
  if (own.length === 0) return `minmax(${least.empty}px, 1fr)`;
  const depth = depthOf(items);
  if (depth === 1 && own.length < manyFrom) return `minmax(${least.few}px, 1.4fr)`;
  return `minmax(${Math.min(most, least.many + Math.max(0, depth - levelsAtLeast) * perLevel)}px, 2.2fr)`;
}
