"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type PolicyTarget, useOfDocument } from "../editing";
import { blankPolicy } from "../model/blank-policy";
import { EditorDocument } from "../model/editor-document";
import type { KeptWork } from "./kept-work";
import { useKeepWork } from "./use-kept-work";
import type { PolicySource } from "./use-policy-source";

export interface Work {
  document: EditorDocument;
  /** What the present text began from. */
  base: PolicySource;
  dirty: boolean;
  /** When the work that was brought back had been kept; null once it is saved, discarded or never was. */
  restoredAt: number | null;
  /** Somebody saved another version since. */
  moved: boolean;
  /** Back to what is stored now; the history can bring it back. */
  discard(): void;
  /** The stored document is this one now. */
  settle(source: PolicySource): void;
  /** This text, which is not saved, takes what was stored meanwhile into account. */
  rebase(source: PolicySource, text: string): void;
}

/** The document on the desk: its text, what it began from, and what of it is not saved. */
export function useWork(target: PolicyTarget, draft: string | null, source: PolicySource, kept: KeptWork | null): Work {
  const [blank] = useState(() => blankPolicy(target.standing));
  const [base, setBase] = useState<PolicySource>(kept === null ? source : kept.base);
  const [document] = useState(() => {
    const made = new EditorDocument(base?.text ?? blank);
    if (kept !== null) made.replace(kept.text);
    return made;
  });
  const [restoredAt, setRestoredAt] = useState(kept?.at ?? null);
  const dirty = useOfDocument(document, ({ source: now }) => now !== (base?.text ?? blank));
  const latest = useRef(base);
  latest.current = base;
  useKeepWork({
    path: target.path,
    draft,
    subscribe: document.subscribe,
    read: () => {
      const text = document.source;
      return text === (latest.current?.text ?? blank) ? null : { text, base: latest.current };
    },
  });
  const settle = useCallback(
    (next: PolicySource) => {
      latest.current = next;
      setBase(next);
      setRestoredAt(null);
      document.replace(next?.text ?? blank);
      // Whatever is kept is told even when the text stays the same.
      document.dispatch({});
    },
    [document, blank],
  );
  const rebase = useCallback(
    (next: PolicySource, text: string) => {
      latest.current = next;
      setBase(next);
      document.replace(text);
      document.dispatch({});
    },
    [document],
  );
  const discard = useCallback(() => settle(source), [settle, source]);
  const moved = source?.etag !== base?.etag;
  useEffect(() => {
    if (moved && !dirty) settle(source);
  }, [moved, dirty, source, settle]);
  return {
    ...{ document, base, dirty, moved: moved && dirty, settle, rebase },
    restoredAt: dirty ? restoredAt : null,
    discard,
  };
}
