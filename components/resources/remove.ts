"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";

/** Deletes documents one after the other; answers with the revisions that did it, and with what was refused. */
export function useRemove() {
  const client = useQueryClient();
  return async (
    paths: readonly string[],
  ): Promise<{ revisions: number[]; refused: { path: string; error: unknown }[] }> => {
    const revisions: number[] = [];
    const refused: { path: string; error: unknown }[] = [];
    for (const path of paths) {
      try {
        const { revision } = await ask<null>(path, { method: "DELETE", ifMatch: "*" });
        if (revision !== null) revisions.push(revision);
      } catch (error) {
        refused.push({ path, error });
      }
    }
    const gone = paths.map((path) => path.toLowerCase());
    const isGone = (at: unknown) =>
      typeof at === "string" && gone.some((path) => at === path || at.startsWith(`${path}/`));
    // What is still on the page of a document that is gone must not ask for it again.
    await client.invalidateQueries({
      queryKey: queryKeys.everything,
      predicate: ({ queryKey }) => !isGone(queryKey[2]),
    });
    client.removeQueries({
      queryKey: queryKeys.everything,
      predicate: ({ queryKey }) => isGone(queryKey[2]),
      type: "inactive",
    });
    return { revisions, refused };
  };
}
