import { childPath, type ElementPath, elementAt } from "@/policy/xml/element-path";
import { elementsOf } from "@/policy/xml/nodes";
import type { Container } from "./containers";
import { type Ground, isWithin, type Place, type Subject } from "./places";

export type Direction = "up" | "down" | "out" | "into";

export const parentPath = (path: ElementPath): ElementPath => path.split("/").slice(0, -1).join("/");

/** What moves when the element of a path does; null when there is none, or it is the root. */
export function subjectAt({ document }: Ground, path: ElementPath): Subject | null {
  const element = path === "" ? null : elementAt(document, path);
  return element === null ? null : { elements: [element], moved: { element, path } };
}

/** Where a card goes in that direction, or null where it can go no further. */
export function neighbourPlace(ground: Ground, path: ElementPath, direction: Direction): Place | null {
  const subject = subjectAt(ground, path);
  const home = ground.container(parentPath(path));
  if (subject === null || home === undefined) return null;
  if (direction === "up" || direction === "down") return within(ground, home, subject, direction);
  return direction === "out" ? outOf(ground, home, subject) : into(ground, home, subject);
}

const ownIndex = ({ element }: Container, { elements }: Subject): number =>
  elementsOf(element.children).findIndex(({ span }) => span === elements[0]?.span);

function within(ground: Ground, home: Container, subject: Subject, direction: "up" | "down"): Place | null {
  const own = ownIndex(home, subject);
  const places = ground.placesIn(home, subject);
  if (direction === "up") return places.findLast(({ index }) => index < own) ?? null;
  return places.find(({ index }) => index > own) ?? null;
}

/** Behind what it stands in; at the top, to the end of the lane before. */
function outOf(ground: Ground, home: Container, subject: Subject): Place | null {
  for (let inner = home; !inner.isLane; ) {
    const outer = ground.container(parentPath(inner.path));
    if (outer === undefined) return null;
    const behind = elementsOf(outer.element.children).indexOf(inner.element) + 1;
    const places = ground.placesIn(outer, subject);
    const place = places.find(({ index }) => index >= behind);
    if (place !== undefined) return place;
    inner = outer;
  }
  return acrossLanes(ground, home, subject, -1);
}

/** Into what stands before it, or behind it; else to the end of the next lane. */
function into(ground: Ground, home: Container, subject: Subject): Place | null {
  const own = ownIndex(home, subject);
  const siblings = elementsOf(home.element.children);
  const before = siblings[own - 1];
  const after = siblings[own + 1];
  if (before !== undefined) {
    const places = insideOf(ground, home, before).flatMap((container) => ground.placesIn(container, subject));
    const place = places.at(-1);
    if (place !== undefined) return place;
  }
  if (after !== undefined) {
    const places = insideOf(ground, home, after).flatMap((container) => ground.placesIn(container, subject));
    const [place] = places;
    if (place !== undefined) return place;
  }
  return home.isLane ? acrossLanes(ground, home, subject, 1) : null;
}

function insideOf({ containers }: Ground, home: Container, element: { name: string }): Container[] {
  const siblings = elementsOf(home.element.children).filter(({ name }) => name === element.name);
  const path = childPath(home.path, element.name, siblings.findIndex((sibling) => Object.is(sibling, element)) + 1);
  return containers.filter((container) => isWithin(container.path, path));
}

function acrossLanes(ground: Ground, home: Container, subject: Subject, step: 1 | -1): Place | null {
  const lanes = ground.containers.filter(({ isLane }) => isLane);
  for (let at = lanes.indexOf(home) + step; at >= 0 && at < lanes.length; at += step) {
    const lane = lanes[at];
    const place = lane === undefined ? undefined : ground.placesIn(lane, subject).at(-1);
    if (place !== undefined) return place;
  }
  return null;
}

/** Where something new goes when a card or a lane is chosen: behind it, in it, or as near as may be. */
export function placeForNew(ground: Ground, subject: Subject, near: ElementPath): Place | null {
  const branch = ground.container(near);
  // A chosen lane or branch takes it at its end; another card has it behind itself.
  if (branch !== undefined && (branch.isLane || isBranch(ground, near))) {
    const place = ground.placesIn(branch, subject).at(-1);
    if (place !== undefined) return place;
  }
  for (let path = near; path !== ""; path = parentPath(path)) {
    const home = ground.container(parentPath(path));
    const element = elementAt(ground.document, path);
    if (home === undefined || element === null) continue;
    const behind = elementsOf(home.element.children).indexOf(element) + 1;
    const places = ground.placesIn(home, subject);
    const place = places.find(({ index }) => index >= behind) ?? places.at(-1);
    if (place !== undefined) return place;
  }
  return null;
}

/** Whether it stands among alternatives or parts, where nothing else can be behind it. */
const isBranch = (ground: Ground, path: ElementPath): boolean =>
  typeof ground.container(parentPath(path))?.holds === "object";
