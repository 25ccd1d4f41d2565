"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ask } from "./arm-client";
import type { ArmError } from "./arm-error";
import { queryKeys } from "./query-keys";

/** What the service answers beyond resources: its log, its nodes, its people. */
export const useEndpoint = <T>(
  path: string,
  {
    query = {},
    enabled = true,
    refetchMs,
  }: { query?: Record<string, string | number | undefined>; enabled?: boolean; refetchMs?: number } = {},
) =>
  useQuery<T, ArmError>({
    queryKey: [...queryKeys.endpoint(path), query],
    queryFn: async ({ signal }) => (await ask<T>(path, { query, signal })).body,
    enabled,
    refetchInterval: refetchMs,
    placeholderData: keepPreviousData,
  });
