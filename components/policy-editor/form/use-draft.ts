"use client";

import { useState } from "react";

/**
 * What is shown in a field that somebody types into: the letters that were typed as long as the document holds what they
 * mean, and otherwise what the document holds, such as after an undo.
 */
export function useDraft(value: string, write: (value: string) => void, same: (a: string, b: string) => boolean) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft !== null && same(draft, value) ? draft : value;
  return {
    shown,
    type(text: string) {
      setDraft(text);
      write(text);
    },
    leave: () => setDraft(null),
  };
}
