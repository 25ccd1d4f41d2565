"use client";

import { type RefObject, useEffect, useLayoutEffect } from "react";

/** Comes back to where a list was left, as long as the tab lives. */
export function useKeptScroll(element: RefObject<HTMLElement | null>, key: string, ready: boolean): void {
  useLayoutEffect(() => {
    const at = Number(sessionStorage.getItem(key) ?? 0);
    if (ready && element.current !== null) element.current.scrollTop = at;
  }, [element, key, ready]);
  useEffect(() => {
    const scrolled = element.current;
    if (scrolled === null || !ready) return;
    const keep = () => sessionStorage.setItem(key, String(scrolled.scrollTop));
    scrolled.addEventListener("scroll", keep, { passive: true });
    return () => scrolled.removeEventListener("scroll", keep);
  }, [element, key, ready]);
}
