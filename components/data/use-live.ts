"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isGoing } from "./going";
import { type Live, live } from "./live";
import { queryKeys } from "./query-keys";

export const useLive = (): Live => useSyncExternalStore(live.subscribe, live.current, live.atFirst);

/** Reads anew what another person, or a script, has changed. */
export function useRefreshOnChange(): void {
  const client = useQueryClient();
  const { revision } = useLive();
  const seen = useRef(revision);
  useEffect(() => {
    const before = seen.current;
    seen.current = revision;
    if (before !== null && revision !== null && revision > before) {
      void client.invalidateQueries({
        queryKey: queryKeys.everything,
        predicate: ({ queryKey }) => !isGoing(queryKey),
      });
    }
  }, [client, revision]);
}
