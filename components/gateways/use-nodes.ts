"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { queryKeys } from "../data/query-keys";
import { useEndpoint } from "../data/use-endpoint";
import { useLive } from "../data/use-live";
import type { GatewayNode } from "./gateway-node";

const refetchMs = 10_000;

/** The gateways, as they were last asked for, with what the stream has told since. */
export function useNodes() {
  const client = useQueryClient();
  const live = useLive();
  const answer = useEndpoint<{ value: GatewayNode[] }>("/nodes", { refetchMs });
  const news = live.nodes
    .map(({ name, connected, revision, refused }) => `${name} ${connected} ${revision} ${refused}`)
    .join("\n");
  // A node that came or went, or answered, has facts and receipts that the stream does not carry.
  useEffect(() => {
    if (news === "") return;
    void client.invalidateQueries({ queryKey: queryKeys.endpoint("/nodes") });
    void client.invalidateQueries({ queryKey: queryKeys.endpoint("/receipts") });
  }, [client, news]);
  const nodes = useMemo(
    () =>
      answer.data?.value.map((node): GatewayNode => {
        const now = live.nodes.find(({ name }) => name === node.name);
        if (now === undefined || live.connection !== "open") return node;
        const { connected, revision, lag, latencyMs, refused } = now;
        return { ...node, connected, revision, lag, latencyMs, refused };
      }),
    [answer.data, live],
  );
  return { nodes, error: answer.error, refetch: answer.refetch };
}
