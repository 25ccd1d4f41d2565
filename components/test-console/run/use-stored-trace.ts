"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Trace } from "@/contract/trace";
import { ask } from "../../data/arm-client";
import type { ArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import { type ConsoleRun, newRun } from "./console-run";

/** The trace of a request that was made elsewhere, such as a test's, as a run of which nothing else is known. */
export function useStoredTrace(id: string | null, api = "", operation = ""): ConsoleRun | null {
  const { data, error } = useQuery<Trace, ArmError>({
    queryKey: [...queryKeys.endpoint("/gateways/managed/listTrace"), id],
    enabled: id !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (
        await ask<Trace>("/gateways/managed/listTrace", {
          method: "POST",
          body: { traceId: id },
          signal,
        })
      ).body,
  });
  return useMemo(() => {
    if (id === null) return null;
    const run = newRun(id, { apiId: api, operationId: operation });
    return { ...run, state: "done", trace: error !== null ? null : data };
  }, [id, api, operation, data, error]);
}
