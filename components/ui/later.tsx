"use client";

import { type ComponentType, lazy, Suspense, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * A part of the page that nothing stands for until its code has come, in the browser and when it is first drawn. Where
 * a place must be kept, or the code is too much for the server, next/dynamic does it; it is more than a list needs.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() }));
  return function Later(props) {
    const inBrowser = useSyncExternalStore(
      never,
      () => true,
      () => false,
    );
    return inBrowser ? (
      <Suspense>
        <Part {...props} />
      </Suspense>
    ) : null;
  };
}
