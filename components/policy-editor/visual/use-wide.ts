"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** Whether an element is at least so wide; null until it has been measured. */
export function useWide(element: RefObject<HTMLElement | null>, width: number): boolean | null {
  const [isWide, setWide] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return;
    const measure = () => setWide(current.clientWidth >= width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, width]);
  return isWide;
}
