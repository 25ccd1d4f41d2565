import type { ElementPath } from "@/policy/xml/element-path";
import type { Drawing } from "./drawing";
import { parentPath } from "./keyboard-moves";

/** The card or lane that shows an element, itself or around it. */
export function nearestShown({ cards, lanes }: Drawing, path: ElementPath | null): ElementPath | null {
  for (let at = path; at !== null; at = at === "" ? null : parentPath(at)) {
    if (cards.has(at) || lanes.some((lane) => lane.path === at && lane.exists)) return at;
  }
  return null;
}

/** The cards around a path, outermost first. */
export function cardsAround({ cards }: Drawing, path: ElementPath): ElementPath[] {
  const found: ElementPath[] = [];
  for (let at = parentPath(path); at !== ""; at = parentPath(at)) if (cards.has(at)) found.unshift(at);
  return found;
}
