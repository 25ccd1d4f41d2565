"use client";

import { useQuery } from "@tanstack/react-query";
import { ask } from "../../data/arm-client";
import { ArmError } from "../../data/arm-error";
import { queryKeys } from "../../data/query-keys";
import type { Resource } from "../../data/resource";

/** A policy's or fragment's text as it is written, of a draft when one is named; null: it is gone. */
export const usePolicyText = (documentId: string, draft: string | null) =>
  useQuery<string | null, ArmError>({
    queryKey: [...queryKeys.document(documentId), "text-of-trace", draft ?? ""],
    queryFn: async ({ signal }) => {
      try {
        const query = { format: "rawxml", draft: draft ?? undefined };
        const { body } = await ask<Resource>(documentId, { query, signal });
        return String(body.properties.value ?? "");
      } catch (error) {
        if (error instanceof ArmError && error.isAbsent) return null;
        throw error;
      }
    },
  });
