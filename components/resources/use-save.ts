"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { JsonObject } from "@/lib/json";
import { type Answer, ask } from "../data/arm-client";
import { ArmError } from "../data/arm-error";
import { queryKeys } from "../data/query-keys";
import type { Resource } from "../data/resource";
import { type Document, noteWritten, readDocument } from "../data/use-document";

export interface Conflict {
  theirs: Document;
  changedBy: string | null;
}

interface ChangeList {
  value: { actor?: { name?: string } }[];
}

/** Writes a document as one change, or into a draft. A version that is not the newest any more ends in a conflict, not in a loss. */
export function useSave(path: string, draft: string | null = null) {
  const query = draft === null ? undefined : { draft };
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ArmError | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  /** Writes; undefined when it was refused, which then stands in `error` or `conflict`. */
  async function save(
    properties: JsonObject,
    condition: { ifMatch?: string; ifNoneMatch?: "*" },
  ): Promise<Answer<Resource> | undefined> {
    setBusy(true);
    setError(null);
    try {
      const answer = await ask<Resource>(path, { method: "PUT", query, body: { properties }, ...condition });
      await noteWritten(client, path, answer, draft);
      setConflict(null);
      return answer;
    } catch (failure) {
      const refusal = failure as ArmError;
      if (refusal.isConflict && condition.ifMatch !== undefined) await meet();
      else setError(refusal);
      return undefined;
    } finally {
      setBusy(false);
    }
  }

  async function meet(): Promise<void> {
    try {
      const [theirs, history] = await Promise.all([
        readDocument(path, query),
        draft === null ? ask<ChangeList>(`${path}/history`, { query: { $top: 1 } }).catch(() => null) : null,
      ]);
      client.setQueryData(queryKeys.document(queryKeys.drafted(path, draft)), theirs);
      setConflict({ theirs, changedBy: history?.body.value[0]?.actor?.name ?? null });
    } catch (failure) {
      setError(failure instanceof ArmError ? failure : null);
    }
  }

  return { save, busy, error, conflict, clear: () => [setError(null), setConflict(null)] };
}
