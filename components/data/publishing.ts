import type { Live } from "./live";

export interface Publishing {
  state: "connecting" | "lost" | "none" | "refused" | "behind" | "live";
  gateways: number;
  /** The revision that every connected gateway serves. */
  revision: number | null;
  latencyMs: number | null;
}

/** What the status line says. */
export function publishing({ connection, nodes, revision }: Live): Publishing {
  const connected = nodes.filter((node) => node.connected);
  const latencies = connected.map((node) => node.latencyMs).filter((latency) => latency !== null);
  const facts = {
    gateways: connected.length,
    revision: connected.length === 0 ? revision : Math.min(...connected.map((node) => node.revision)),
    latencyMs: latencies.length === 0 ? null : Math.max(...latencies),
  };
  if (connection !== "open") return { state: connection, ...facts };
  if (connected.length === 0) return { state: "none", ...facts };
  if (connected.some((node) => node.refused !== null)) return { state: "refused", ...facts };
  return { state: connected.some((node) => node.lag > 0) ? "behind" : "live", ...facts };
}
