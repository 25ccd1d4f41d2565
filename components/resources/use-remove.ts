"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ask } from "../data/arm-client";
import { isGoing, whileGoing } from "../data/going";
import { publishTogether } from "../data/publish-together";
import { queryKeys } from "../data/query-keys";

/** Deletes documents, several as one change of this title; answers with its revision, null when they were gone already. */
export function useRemove() {
  const client = useQueryClient();
  return (paths: readonly string[], title: string): Promise<number | null> =>
    whileGoing(paths, async () => {
      const [only] = paths;
      const revision =
        paths.length === 1 && only !== undefined
          ? (await ask<null>(only, { method: "DELETE", ifMatch: "*" })).revision
          : await publishTogether(
              title,
              paths.map((path) => ({ path, method: "DELETE" })),
            );
      const { everything } = queryKeys;
      await client.invalidateQueries({ queryKey: everything, predicate: ({ queryKey }) => !isGoing(queryKey) });
      client.removeQueries({ queryKey: everything, predicate: ({ queryKey }) => isGoing(queryKey), type: "inactive" });
      return revision;
    });
}
