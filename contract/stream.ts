import type { GatewayDocument } from "./documents";

/** Where a portal answers gateways; one WebSocket per node, authenticated by a bearer token. */
export const streamPath = "/gateways/follow";
export const streamProtocol = "gatehouse.follow.1";

/**
 * One applied change. `hash` chains: sha256(previous hash + canonical JSON of this change without its hash), so that a
 * frame that was lost, repeated, reordered or altered cannot be applied.
 */
export interface PublishedChange {
  revision: number;
  previousRevision: number;
  /** When the change was committed, ms since the epoch; lets a gateway tell its lag. */
  committedAt: number;
  put: GatewayDocument[];
  remove: string[];
  hash: string;
}

export type FrameToGateway =
  | { kind: "snapshot-begin"; revision: number; documents: number }
  | { kind: "snapshot-part"; documents: GatewayDocument[] }
  | { kind: "snapshot-end"; revision: number; hash: string }
  | ({ kind: "change" } & PublishedChange);

export type FrameToPortal =
  | {
      kind: "hello";
      node: string;
      version: string;
      startedAt: number;
      revision: number;
      hash: string;
      addresses: string[];
    }
  | { kind: "applied"; revision: number; hash: string; durationMs: number }
  | { kind: "refused"; revision: number; reason: string };
