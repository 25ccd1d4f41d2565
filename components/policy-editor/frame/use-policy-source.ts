"use client";

import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import type { Resource, ResourceList } from "../../data/resource";
import type { PolicyTarget } from "../editing";

/** A policy document as it is stored; null where a scope has none. */
export type PolicySource = { text: string; etag: string } | null;

async function read(
  { path, standing }: PolicyTarget,
  draft: string | null,
  signal?: AbortSignal,
): Promise<PolicySource> {
  const query = { format: "rawxml", draft: draft ?? undefined };
  if (standing.kind !== "fragment") {
    // A scope without a policy is no mistake, so it is asked for in a way that has an answer; only the count matters.
    const counted = { $skip: 1, draft: query.draft };
    const { body } = await ask<ResourceList>(path.slice(0, path.lastIndexOf("/")), { query: counted, signal });
    if (body.count === 0) return null;
  }
  const { body, etag } = await ask<Resource>(path, { query, signal });
  return { text: String(body.properties.value ?? ""), etag: etag ?? "*" };
}

export const sourceOf = (target: PolicyTarget, draft: string | null) =>
  queryOptions<PolicySource, ArmError>({
    // What a draft holds stands below it, so that it goes with it.
    queryKey: [...queryKeys.document(draft === null ? target.path : `/drafts/${draft}${target.path}`), "text"],
    queryFn: ({ signal }) => read(target, draft, signal),
  });

/** The stored text, of a draft when one is named; read anew whenever something is published. */
export const usePolicySource = (target: PolicyTarget, draft: string | null) => useQuery(sourceOf(target, draft));

/** Reads it as it is at this moment, after a write. */
export function useReadSource(target: PolicyTarget, draft: string | null): () => Promise<PolicySource> {
  const client: QueryClient = useQueryClient();
  return () => client.fetchQuery({ ...sourceOf(target, draft), staleTime: 0 });
}

/** Notes what a write left, before it is read anew. */
export function useNoteSource(target: PolicyTarget, draft: string | null): (source: PolicySource) => void {
  const client: QueryClient = useQueryClient();
  return (source) => void client.setQueryData(sourceOf(target, draft).queryKey, source);
}
