"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useCallback } from "react";

/** The query of the address as state: it survives reloads, can be sent to a colleague, and costs no round trip. */
export function useUrlState(): [URLSearchParams, (changes: Readonly<Record<string, string | null>>) => void] {
  const search = useSearchParams();
  const pathname = usePathname();
  const change = useCallback(
    (changes: Readonly<Record<string, string | null>>) => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value === null || value === "") next.delete(name);
        else next.set(name, value);
      }
      const query = next.toString();
      window.history.replaceState(null, "", query === "" ? pathname : `${pathname}?${query}`);
    },
    [pathname],
  );
  return [search, change];
}
