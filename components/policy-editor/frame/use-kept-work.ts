"use client";

import { useEffect, useState } from "react";
import { type KeptWork, KeptWorks } from "./kept-work";
import { askWhoHolds, holdOpen, thisTab } from "./open-tabs";

const keptWorks = () => new KeptWorks(window.localStorage);

/** Unsaved work on a document that no open tab has any more; undefined while the other tabs are asked. */
export function useFoundWork(path: string, draft: string | null): KeptWork | null | undefined {
  const [found, setFound] = useState<KeptWork | null | undefined>(undefined);
  useEffect(() => {
    const document = `${path} ${draft ?? ""}`;
    const stop = holdOpen(document);
    let wanted = true;
    void find(path, draft, document).then((work) => (wanted ? setFound(work) : undefined));
    return () => {
      wanted = false;
      stop();
    };
  }, [path, draft]);
  return found;
}

async function find(path: string, draft: string | null, document: string): Promise<KeptWork | null> {
  const kept = keptWorks().of(path, draft, Date.now());
  if (kept.length === 0) return null;
  const own = kept.find(({ tab }) => tab === thisTab);
  if (own !== undefined) return own;
  const held = await askWhoHolds(document);
  const left = kept.find(({ tab }) => !held.has(tab));
  if (left === undefined) return null;
  const mine = { ...left, tab: thisTab };
  if (keptWorks().keep(mine)) keptWorks().drop(left);
  return mine;
}

const afterMs = 400;

/** Keeps what is typed, and lets go of it once nothing differs. */
export function useKeepWork({
  path,
  draft,
  read,
  subscribe,
}: {
  path: string;
  draft: string | null;
  /** null: nothing differs from what is stored. */
  read(): Pick<KeptWork, "text" | "base"> | null;
  subscribe(listener: () => void): () => void;
}): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` looks at the present each time
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const own = { path, draft, tab: thisTab };
    const write = () => {
      clearTimeout(timer);
      timer = undefined;
      const work = read();
      if (work === null) keptWorks().drop(own);
      else keptWorks().keep({ ...own, ...work, at: Date.now() });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(write, afterMs);
    };
    const now = () => {
      if (timer !== undefined) write();
    };
    const stop = subscribe(later);
    window.addEventListener("pagehide", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      stop();
      now();
      window.removeEventListener("pagehide", now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [path, draft, subscribe]);
}
