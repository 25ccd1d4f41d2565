"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { type Action, actions } from "./actions";

const none: readonly Action[] = [];

export const useCurrentActions = () => useSyncExternalStore(actions.subscribe, actions.current, () => none);

/** Offers these actions while the component is on the page. What they do may change from one render to the next. */
export function useActions(offered: readonly Action[]): void {
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
  });
  const signature = offered.map(({ id, label, shortcut }) => `${id}\n${label}\n${shortcut}`).join("\n\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the actions
  useEffect(
    () =>
      actions.register(
        latest.current.map((action) => ({
          ...action,
          run: () => latest.current.find(({ id }) => id === action.id)?.run(),
        })),
      ),
    [signature],
  );
}
