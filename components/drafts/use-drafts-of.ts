"use client";

import type { Draft } from "../activity/draft";
import { useEndpoint } from "../data/use-endpoint";

/** A draft that changes a document, and what it does to it. */
export interface DraftOf extends Draft {
  action: "create" | "update" | "delete";
  /** Somebody changed the live document after it was drafted. */
  changedSince: boolean;
}

/** The drafts that change this document; undefined until that is known. */
export function useDraftsOf(path: string): readonly DraftOf[] | undefined {
  const { data, error } = useEndpoint<{ value: DraftOf[] }>("/drafts", { query: { document: path } });
  return error === null ? data?.value : [];
}
