"use client";

import { useLooseText } from "../../text/use-loose-text";

/** What a reason means in plain words, and what to do; undefined: the message says it all. */
export function useExplanation(): (reason: string | null) => string | undefined {
  const text = useLooseText();
  return (reason) => {
    const key = `run.explain.${reason}`;
    return reason !== null && /^\w+$/.test(reason) && text.has(key) ? text(key) : undefined;
  };
}
