"use client";

import type { KeyboardEvent, RefObject } from "react";

/** Arrows, Home and End move through the rows; Enter opens one, x selects it. */
export function useRowKeys({
  count,
  scroller,
  active,
  setActive,
  scrollTo,
  open,
  select,
}: {
  count: number;
  scroller: RefObject<HTMLElement | null>;
  active: number | null;
  setActive(row: number): void;
  scrollTo(row: number): void;
  open(row: number): void;
  select(row: number): void;
}) {
  const focus = (row: number) => {
    setActive(row);
    scrollTo(row);
    // The row may only be put on the page by the scrolling.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus()),
    );
  };
  return (event: KeyboardEvent) => {
    const onRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
    if (!onRow || active === null || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const moves: Record<string, () => void> = {
      ArrowDown: () => focus(Math.min(active + 1, count - 1)),
      ArrowUp: () => focus(Math.max(active - 1, 0)),
      PageDown: () => focus(Math.min(active + 15, count - 1)),
      PageUp: () => focus(Math.max(active - 15, 0)),
      Home: () => focus(0),
      End: () => focus(count - 1),
      Enter: () => open(active),
      x: () => select(active),
      " ": () => select(active),
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    move();
  };
}
