"use client";

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { type RowSpan, rowsInSight } from "./rows-in-sight";

/** Rows beyond the edges that are on the page too, so that scrolling does not outrun the drawing. */
const beyond = 12;

/** Which rows of a long list are on the page: those in sight of the scrolled box, and some around them. */
export function useRowWindow({
  count,
  height,
  scroller,
  onRange,
}: {
  count: number;
  /** All rows are of one height. */
  height: number;
  scroller: RefObject<HTMLElement | null>;
  /** Told of the rows in sight whenever they are others. */
  onRange?(first: number, last: number): void;
}) {
  const [{ first, last }, setInSight] = useState<RowSpan>({ first: 0, last: -1 });
  const measure = useEffectEvent(() => {
    const box = scroller.current;
    if (box === null) return;
    const now = rowsInSight({ top: box.scrollTop, extent: box.clientHeight }, height, count);
    setInSight((before) => (before.first === now.first && before.last === now.last ? before : now));
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come, go or grow change how far the box reaches
  useLayoutEffect(() => measure(), [count, height]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    // Drawn before the browser paints what was scrolled to.
    const onScroll = () => flushSync(() => measure());
    const sizes = new ResizeObserver(() => measure());
    box.addEventListener("scroll", onScroll, { passive: true });
    sizes.observe(box);
    return () => {
      box.removeEventListener("scroll", onScroll);
      sizes.disconnect();
    };
  }, [scroller]);
  const tell = useEffectEvent((from: number, to: number) => onRange?.(from, to));
  useEffect(() => tell(first, Math.max(last, 0)), [first, last]);
  const from = Math.max(first - beyond, 0);
  const to = Math.min(last + beyond, count - 1);
  return {
    rows: Array.from({ length: Math.max(to - from + 1, 0) }, (_, offset) => from + offset),
    /** Brings a row into sight, no further than it needs. The heading that stays at the top covers nothing of it. */
    scrollTo(row: number) {
      const box = scroller.current;
      if (box === null) return;
      const heading = box.querySelector<HTMLElement>("[role=row]")?.offsetHeight ?? 0;
      const lowest = (row + 1) * height + heading - box.clientHeight;
      const highest = row * height;
      if (box.scrollTop > highest || box.scrollTop < lowest) box.scrollTop = box.scrollTop > highest ? highest : lowest;
    },
  };
}
