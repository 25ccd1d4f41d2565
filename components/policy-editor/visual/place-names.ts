import type { ElementPath } from "@/policy/xml/element-path";
import { type Card, cardsOf, type Drawing, type LaneName } from "./drawing";
import { parentPath } from "./keyboard-moves";
import { type Place, placeKey } from "./places";

/** A place in words: which lane, inside of what, and behind what. */
export interface PlaceName {
  key: string;
  place: Place;
  lane: LaneName;
  /** What it is inside of, outermost first. */
  inside: readonly string[];
  /** null: before everything else. */
  behind: string | null;
  isOnly: boolean;
}

export function namePlaces(drawing: Drawing, places: readonly Place[]): PlaceName[] {
  return places.map((place) => {
    const { container, gap } = place;
    const lane = drawing.lanes.find(
      ({ path }) => path === container || (path !== null && container.startsWith(`${path}/`)),
    );
    const card = drawing.cards.get(container);
    const siblings = cardsOf(card?.items ?? lane?.items ?? []);
    const before = siblings[gap - 1];
    return {
      key: placeKey(place),
      place,
      lane: lane?.name ?? drawing.lanes[0]?.name ?? "inbound",
      inside: outward(drawing, container).map(nameOf),
      behind: before === undefined ? null : nameOf(before),
      isOnly: siblings.length === 0,
    };
  });
}

function outward({ cards }: Drawing, container: ElementPath): Card[] {
  const found: Card[] = [];
  for (let path = container; path !== ""; path = parentPath(path)) {
    const card = cards.get(path);
    if (card !== undefined) found.unshift(card);
  }
  return found;
}

const nameOf = ({ name, facts }: Card): string => {
  const [first] = facts;
  if (first === undefined) return name;
  return `${name} ${first.value.length > 40 ? `${first.value.slice(0, 40)}…` : first.value}`;
};
