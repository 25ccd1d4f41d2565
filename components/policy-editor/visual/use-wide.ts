"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Whether an element is at least so wide; null until it has been measured. */
export function useWide(element: RefObject<HTMLElement | null>, width: number): boolean | null {
  const [isWide, setWide] = useState<boolean | null>(null);
  const watch = useRef<{ of: HTMLElement; stop(): void } | null>(null);
  // Another element may come to stand for it, as when what was empty is filled.
  useLayoutEffect(() => {
    const { current } = element;
    if (current === (watch.current?.of ?? null)) return;
    watch.current?.stop();
    watch.current = null;
    if (current === null) return;
    const measure = () => setWide(current.clientWidth >= width);
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(current);
    watch.current = { of: current, stop: () => observer.disconnect() };
  });
  useEffect(
    () => () => {
      watch.current?.stop();
      watch.current = null;
    },
    [],
  );
  return isWide;
}
