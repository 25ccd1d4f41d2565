"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask } from "./arm-client";
import type { ArmError } from "./arm-error";
import { queryKeys } from "./query-keys";
import type { Resource, ResourceList } from "./resource";

export interface CollectionQuery {
  filter?: string;
  orderBy?: string;
  /** Reads it as this draft would have it. */
  draft?: string | null;
}

export const pageSize = 100;

const pageOf = (path: string, { filter, orderBy, draft }: CollectionQuery, page: number, top = pageSize) => ({
  queryKey: [...queryKeys.collection(queryKeys.drafted(path, draft)), filter ?? "", orderBy ?? "", page, top],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const query = {
      $filter: filter,
      $orderby: orderBy,
      $skip: page * top || undefined,
      $top: top,
      draft: draft ?? undefined,
    };
    return (await ask<ResourceList>(path, { query, signal })).body;
  },
});

/** A collection of any length, of which only the pages that are looked at are fetched. */
export function useCollection(path: string, query: CollectionQuery, pages: readonly number[]) {
  const first = useQuery<ResourceList, ArmError>({ ...pageOf(path, query, 0), placeholderData: keepPreviousData });
  const others = pages.filter((page) => page !== 0);
  const also = (page: number | undefined) => ({
    ...pageOf(path, query, page ?? 0),
    enabled: page !== undefined && first.isSuccess,
  });
  // A screen never reaches over more than these.
  const rest = [useQuery(also(others[0])), useQuery(also(others[1])), useQuery(also(others[2]))];
  const byPage = new Map<number, Resource[]>([[0, first.data?.value ?? []]]);
  for (const [position, page] of others.entries()) byPage.set(page, rest[position]?.data?.value ?? []);
  const at = (row: number): Resource | undefined => byPage.get(Math.floor(row / pageSize))?.[row % pageSize];
  return { count: first.data?.count, at, error: first.error, isLoading: first.isLoading, refetch: first.refetch };
}

/** The first of a collection, for choices and short lists. */
export const useFirstOf = (path: string, query: CollectionQuery & { top?: number; enabled?: boolean } = {}) =>
  useQuery<ResourceList, ArmError>({
    ...pageOf(path, query, 0, query.top ?? pageSize),
    enabled: query.enabled ?? true,
    placeholderData: keepPreviousData,
  });
