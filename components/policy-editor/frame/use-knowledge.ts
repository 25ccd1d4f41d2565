"use client";

import { useQuery } from "@tanstack/react-query";
import type { Knowledge } from "@/policy/knowledge";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import type { Resource, ResourceList } from "../../data/resource";
import { knowledgeOf } from "./knowledge-of";

const pageLength = 1_000;

async function all(path: string, query: Record<string, string | undefined>, signal: AbortSignal): Promise<Resource[]> {
  const found: Resource[] = [];
  for (;;) {
    const { body } = await ask<ResourceList>(path, {
      query: { ...query, $top: pageLength, $skip: found.length || undefined },
      signal,
    });
    found.push(...body.value);
    if (body.value.length === 0 || found.length >= body.count) return found;
  }
}

/** What policies may refer to, all of it; null until it has come. A draft's own things count as existing in it. */
export function useKnowledge(draft: string | null): Knowledge | null {
  const { data } = useQuery<Knowledge, ArmError>({
    queryKey: queryKeys.endpoint(`${draft === null ? "" : `/drafts/${draft}`}/knowledge`),
    queryFn: async ({ signal }) => {
      const read = (path: string, format?: string) => all(path, { format, draft: draft ?? undefined }, signal);
      const [namedValues, backends, fragments, certificates, loggers] = await Promise.all([
        read("/namedValues"),
        read("/backends"),
        read("/policyFragments", "rawxml"),
        read("/certificates"),
        read("/loggers"),
      ]);
      return knowledgeOf({ namedValues, backends, fragments, certificates, loggers });
    },
  });
  return data ?? null;
}
