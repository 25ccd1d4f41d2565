import type { BreakerState } from "./breaker-state";
import type { Evaluation, EvaluationRequest } from "./console-run";
import type { GatewayDocument } from "./documents";

/** Where a portal answers gateways; one WebSocket per node, authenticated by a bearer token. */
export const streamPath = "/gateways/follow";
export const streamProtocol = "gatehouse.follow.1";

/**
 * What a node understands beyond the log, as a list of words in this header of its WebSocket's request. A portal that
 * does not know the header ignores it; a node that does not send it is never sent what it would not understand.
 */
export const abilitiesHeader = "Gatehouse-Abilities";
/** Frames that stand beside the log. */
export const abilities = { previews: "previews", evaluation: "evaluation" } as const;

/** Both ends send a ping this often and give up on a connection that was silent for as long as the second says. */
export const heartbeatMs = 5_000;
export const silenceMs = 15_000;

/** Why one end closes the stream. */
export const streamClose = {
  /** A frame that is not of this protocol. */
  malformed: 4400,
  /** The token has ended, or its gateway is gone or has other keys now. */
  unauthorized: 4401,
  /** No hello in time. */
  silent: 4408,
  /** Another connection under this node's name has taken its place. */
  replaced: 4409,
  /** A frame does not follow the one before; the node connects anew and resumes. */
  broken: 4422,
  /** The portal is going away, or could not read its log; the node connects anew. */
  restart: 1012,
} as const;

/**
 * What happened between two revisions. Usually one change; several are told as one to a node that has fallen behind.
 * `anchor` is the log's own fingerprint of `revision`: any portal can compute it again, so it tells whether a node that
 * resumes has the same history. `hash` chains (see chain.ts), so that a frame that was lost, repeated, reordered or
 * altered cannot be applied.
 */
export interface PublishedChange {
  revision: number;
  previousRevision: number;
  /** When the change was committed, ms since the epoch; lets a gateway tell its lag. */
  committedAt: number;
  anchor: string;
  put: GatewayDocument[];
  remove: string[];
  hash: string;
}

/** What a draft would make of the configuration. A later one for the same draft takes its place. */
export interface PreviewFrame {
  kind: "preview";
  draftId: string;
  digest: string;
  expiresAt: number;
  put: GatewayDocument[];
  remove: string[];
  /** Ed25519 over the frame as canonical JSON without it, base64url. */
  signature: string;
}

/** Frames that stand beside the log: no part of the hash chain, and of no revision. */
export type AsideToGateway =
  | PreviewFrame
  | { kind: "preview-end"; draftId: string }
  /** `draftId`: of a preview; null: by the live configuration. */
  | ({ kind: "evaluate"; id: string; draftId: string | null } & Omit<EvaluationRequest, "draft">);

export type AnyFrameToGateway = FrameToGateway | AsideToGateway;

/** A change too large for one frame is preceded by parts, which belong to the `change` frame that follows. */
export type FrameToGateway =
  | { kind: "snapshot-begin"; revision: number }
  | { kind: "snapshot-part"; documents: GatewayDocument[] }
  | { kind: "snapshot-end"; revision: number; committedAt: number; anchor: string; hash: string }
  | { kind: "change-part"; put: GatewayDocument[]; remove: string[] }
  | ({ kind: "change" } & PublishedChange);

export type FrameToPortal =
  | {
      kind: "hello";
      node: string;
      version: string;
      startedAt: number;
      /** 0, with empty anchor and hash: the node has nothing. */
      revision: number;
      anchor: string;
      hash: string;
      /** Fresh for each connection: the chain of a snapshot begins with it, so that a recorded one cannot be replayed. */
      nonce: string;
      addresses: string[];
    }
  | { kind: "applied"; revision: number; hash: string; durationMs: number }
  | { kind: "refused"; revision: number; reason: string }
  /** The story of a request that somebody asked to have traced: JSON of a Trace. */
  | { kind: "trace"; id: string; text: string }
  /** Whether a preview can be run; a text says why not. */
  | { kind: "previewed"; draftId: string; digest: string; problem: string | null }
  | { kind: "evaluated"; id: string; evaluation: Evaluation }
  /** How the circuit breakers of the node stand; takes the place of what was told before. */
  | { kind: "breakers"; breakers: BreakerState[] };
