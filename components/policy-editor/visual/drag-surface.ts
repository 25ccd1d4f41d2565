import { dropTargetForElements, monitorForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type Dragged, isDragged } from "./drag-source";
import { type Place, placeKey } from "./places";

interface Spot {
  place: Place;
  gap: HTMLElement;
  lane: Element | null;
}

export interface DragRules {
  placesFor(dragged: Dragged): readonly Place[];
  /** Why a lane has no place for it. */
  whyNot(dragged: Dragged, lane: string): string;
  drop(dragged: Dragged, place: Place): void;
}

const edge = 56;
const fastest = 18;

/**
 * What happens on the lanes while something is dragged: allowed places are marked, and the nearest one in the lane under
 * the pointer is where it will go. All of it by attributes of what is drawn already.
 */
export function openDragSurface(surface: HTMLElement, scroller: HTMLElement, rules: () => DragRules): () => void {
  let spots: Spot[] = [];
  let over: Spot | null = null;
  let pointer: { x: number; y: number } | null = null;
  let frame = 0;

  const setOver = (spot: Spot | null) => {
    if (spot === over) return;
    over?.gap.removeAttribute("data-over");
    spot?.gap.setAttribute("data-over", "");
    over = spot;
  };
  const begin = (dragged: Dragged) => {
    const gaps = new Map(
      [...surface.querySelectorAll<HTMLElement>("[data-gap]")].map((gap) => [gap.dataset.gap ?? "", gap]),
    );
    spots = rules()
      .placesFor(dragged)
      .flatMap((place) => {
        const gap = gaps.get(placeKey(place));
        return gap === undefined ? [] : [{ place, gap, lane: gap.closest("[data-lane]") }];
      });
    for (const { gap } of spots) gap.setAttribute("data-allowed", "");
    for (const lane of surface.querySelectorAll<HTMLElement>("[data-lane]")) {
      if (spots.some((spot) => spot.lane === lane)) continue;
      lane.setAttribute("data-barred", "");
      const bar = lane.querySelector("[data-bar]");
      if (bar !== null) bar.textContent = rules().whyNot(dragged, lane.dataset.card ?? "");
    }
    surface.setAttribute("data-dragging", "");
    frame = requestAnimationFrame(roll);
  };
  const end = () => {
    cancelAnimationFrame(frame);
    setOver(null);
    pointer = null;
    for (const { gap } of spots) gap.removeAttribute("data-allowed");
    spots = [];
    surface.removeAttribute("data-dragging");
    for (const lane of surface.querySelectorAll("[data-lane][data-barred]")) {
      lane.removeAttribute("data-barred");
      const bar = lane.querySelector("[data-bar]");
      if (bar !== null) bar.textContent = "";
    }
  };
  const follow = () => setOver(pointer === null ? null : nearest(spots, pointer.x, pointer.y));
  // The nearer to an edge, the faster what is beyond it comes into view.
  const roll = () => {
    if (pointer !== null) {
      const box = scroller.getBoundingClientRect();
      const by = (at: number, from: number, to: number) => {
        if (at < from + edge && at >= from) return -Math.ceil(((from + edge - at) / edge) * fastest);
        if (at > to - edge && at <= to) return Math.ceil(((at - to + edge) / edge) * fastest);
        return 0;
      };
      const isInside =
        pointer.x >= box.left && pointer.x <= box.right && pointer.y >= box.top && pointer.y <= box.bottom;
      const x = isInside ? by(pointer.x, box.left, box.right) : 0;
      const y = isInside ? by(pointer.y, box.top, box.bottom) : 0;
      if (x !== 0 || y !== 0) {
        scroller.scrollBy(x, y);
        follow();
      }
    }
    frame = requestAnimationFrame(roll);
  };

  const closeTarget = dropTargetForElements({
    element: surface,
    canDrop: ({ source }) => isDragged(source.data),
    onDragLeave: () => setOver(null),
  });
  const closeMonitor = monitorForElements({
    canMonitor: ({ source }) => isDragged(source.data),
    onDragStart: ({ source }) => {
      if (isDragged(source.data)) begin(source.data);
    },
    onDrag: ({ location }) => {
      const { input, dropTargets } = location.current;
      pointer = dropTargets.length === 0 ? null : { x: input.clientX, y: input.clientY };
      follow();
    },
    onDrop: ({ source, location }) => {
      const { input, dropTargets } = location.current;
      const found = dropTargets.length === 0 ? null : nearest(spots, input.clientX, input.clientY);
      const dragged = source.data;
      end();
      if (found !== null && isDragged(dragged)) rules().drop(dragged, found.place);
    },
  });
  return () => {
    end();
    closeTarget();
    closeMonitor();
  };
}

function nearest(spots: readonly Spot[], x: number, y: number): Spot | null {
  let found: Spot | null = null;
  let best = Number.POSITIVE_INFINITY;
  const boxes = new Map<Element, DOMRect>();
  for (const spot of spots) {
    if (spot.lane === null) continue;
    const lane = boxes.get(spot.lane) ?? spot.lane.getBoundingClientRect();
    boxes.set(spot.lane, lane);
    if (x < lane.left || x > lane.right || y < lane.top || y > lane.bottom) continue;
    const box = spot.gap.getBoundingClientRect();
    const away = Math.abs(box.top + box.height / 2 - y);
    if (away < best) {
      best = away;
      found = spot;
    }
  }
  return found;
}
