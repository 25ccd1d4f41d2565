import type { BreakerState } from "@/contract/breaker-state";
import type { Evaluation, EvaluationRequest } from "@/contract/console-run";
import type { RehearsedEntry } from "../store/store";

/** One gateway, as the portal sees it now. */
export interface NodeStatus {
  name: string;
  version: string;
  connected: boolean;
  startedAt: number;
  seenAt: number;
  /** The revision it serves, and how far it is behind. */
  revision: number;
  lag: number;
  /** Commit to applied, of its last change. */
  latencyMs: number | null;
  refused: string | null;
  /** Its circuit breakers that are open; null where this process does not know. */
  openBreakers: number | null;
  /** URLs at which it takes traffic. */
  addresses: string[];
}

/** A circuit breaker rule on one node. */
export interface NodeBreaker extends BreakerState {
  node: string;
}

/** A draft in one of its states, and what it comes to; asked for only where a gateway does not have it yet. */
export interface DraftToPreview {
  draftId: string;
  digest: string;
  entries(): Promise<readonly RehearsedEntry[]>;
}

/** The state of publishing, kept live while this process runs. */
export interface PublishStatus {
  nodes(): Promise<NodeStatus[]>;
  /** Called whenever a node comes, goes, applies or refuses, and when a revision is committed. */
  subscribe(listener: () => void): () => void;
  /** Resolves when every connected node has answered for this revision, or after the time given. */
  settled(revision: number, timeoutMs: number): Promise<NodeStatus[]>;
  /** Origin of a connected gateway of this installation, where the portal itself may send a request; null without one. */
  consoleAddress(): string | null;
  /** Of the nodes that are connected to this process. */
  breakers(): NodeBreaker[];
  /** JSON of a trace that a gateway sent lately; null: there is none of that id. */
  trace(id: string): Promise<string | null>;
  /** As `trace`, for one that may still be on its way. */
  traceWithin(id: string, timeoutMs: number): Promise<string | null>;
  /** Value of the header that has a request at consoleAddress run by a draft. Refused where it cannot be run. */
  preview(draft: DraftToPreview): Promise<string>;
  /** What an expression comes to; a gateway evaluates it. */
  evaluate(asked: EvaluationRequest): Promise<Evaluation>;
}
