import type { StateTone } from "../ui/state";

/** A gateway process that follows this portal, or did. */
export interface GatewayNode {
  name: string;
  version: string;
  connected: boolean;
  startedAt: string;
  seenAt: string;
  revision: number;
  lag: number;
  latencyMs: number | null;
  refused: string | null;
  addresses: string[];
}

export interface Receipt {
  node: string;
  revision: number;
  at: string;
  latencyMs: number;
  durationMs: number;
  refused: string | null;
}

export type NodeState = "connected" | "behind" | "refused" | "away";

export function stateOf(node: Pick<GatewayNode, "connected" | "refused" | "lag">): NodeState {
  if (!node.connected) return "away";
  if (node.refused !== null) return "refused";
  return node.lag > 0 ? "behind" : "connected";
}

export const toneOf: Readonly<Record<NodeState, StateTone>> = {
  connected: "good",
  behind: "info",
  refused: "bad",
  away: "warn",
};
