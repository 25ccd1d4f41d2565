"use client";

import { useQuery } from "@tanstack/react-query";
import type { TestResults } from "@/contract/console-run";
import { ask } from "../data/arm-client";
import { queryKeys } from "../data/query-keys";

export interface CoveredPlace {
  start: number;
  end: number;
  reached: boolean;
}

const none: readonly CoveredPlace[] = [];

/**
 * Which branches of a policy the last tests of its API reached; offsets are into `source`, the text as it is stored.
 * Empty where no tests have been run, or they were run with another text.
 */
export function useCoverage(
  documentId: string,
  source: string | null,
  /** In which the API may be that is live nowhere yet. */
  draft: string | null = null,
): readonly CoveredPlace[] {
  const api = /^\/apis\/([^/]+)\//i.exec(documentId)?.[1] ?? null;
  const path = `/apis/${api}/testResults`;
  const { data } = useQuery<readonly CoveredPlace[]>({
    queryKey: [...queryKeys.endpoint(queryKeys.drafted(path, draft)), "coverage", documentId, source],
    enabled: api !== null && source !== null,
    queryFn: async ({ signal }) => {
      const { value } = (await ask<TestResults>(path, { query: { draft: draft ?? undefined }, signal })).body;
      const found = value?.coverage.find((each) => each.documentId.toLowerCase() === documentId.toLowerCase());
      if (found === undefined || source === null || found.hash !== (await sha256(source))) return none;
      return found.branches.map(({ start, end, reached }) => ({ start, end, reached }));
    },
    retry: false,
  });
  return data ?? none;
}

/** null where the page is not served securely: then nothing is said rather than something wrong. */
async function sha256(text: string): Promise<string | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
