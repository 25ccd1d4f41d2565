import type { ElementPath } from "@/policy/xml/element-path";
import { cardsOf, type Drawing, type Item, type Lane } from "./drawing";

/** One stop of the arrow keys: a lane, or a card that can be seen. */
export interface Stop {
  path: ElementPath;
  level: number;
  lane: Lane;
}

export function stopsOf({ lanes }: Drawing, folded: ReadonlySet<ElementPath>): Stop[] {
  return lanes.flatMap((lane) => {
    const head = lane.path === null || !lane.exists ? [] : [{ path: lane.path, level: 1, lane }];
    return [...head, ...inside(lane, lane.items, 2, folded)];
  });
}

function inside(lane: Lane, items: readonly Item[], level: number, folded: ReadonlySet<ElementPath>): Stop[] {
  return cardsOf(items).flatMap((card) => [
    { path: card.path, level, lane },
    ...(card.items === null || folded.has(card.path) ? [] : inside(lane, card.items, level + 1, folded)),
  ]);
}

export type WalkKey = "ArrowUp" | "ArrowDown" | "Home" | "End" | "PageUp" | "PageDown";
export const isWalkKey = (key: string): key is WalkKey => /^(Arrow(Up|Down)|Home|End|Page(Up|Down))$/.test(key);

/** Where a key leads from a stop; the pages are the lanes. */
export function walk(stops: readonly Stop[], from: ElementPath | null, key: WalkKey): ElementPath | null {
  const at = stops.findIndex(({ path }) => path === from);
  if (at < 0) return stops[0]?.path ?? null;
  const lanes = [...new Set(stops.map(({ lane }) => lane))];
  const lane = stops[at] === undefined ? -1 : lanes.indexOf(stops[at].lane);
  const headOf = (index: number) => stops.find((stop) => stop.lane === lanes[index])?.path ?? null;
  switch (key) {
    case "ArrowUp":
      return stops[at - 1]?.path ?? null;
    case "ArrowDown":
      return stops[at + 1]?.path ?? null;
    case "Home":
      return stops[0]?.path ?? null;
    case "End":
      return stops.at(-1)?.path ?? null;
    case "PageUp":
      return headOf(Math.max(lane - 1, 0));
    case "PageDown":
      return headOf(lane + 1);
  }
}
