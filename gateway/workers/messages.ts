import type { BreakerState } from "@/contract/breaker-state";
import type { GatewayDocument } from "@/contract/documents";
import type { PreviewFrame } from "@/contract/stream";
import type { Count, CountingWindow, Take } from "@/policy/host/counters";

/** A question to what the primary process keeps for all workers. */
export type Ask =
  | { readonly what: "take-all"; readonly takes: readonly Take[] }
  | { readonly what: "add"; readonly key: string; readonly window: CountingWindow; readonly amount: number }
  | { readonly what: "cache-get"; readonly key: string }
  | { readonly what: "cache-set"; readonly key: string; readonly value: Uint8Array; readonly lifetimeMs: number }
  | { readonly what: "cache-remove"; readonly key: string };

export type Answer = readonly Count[] | Uint8Array | null;

/** What documents a worker runs: all of them, or what has changed since it was told before. */
export interface DocumentsMessage {
  readonly kind: "documents";
  readonly revision: number;
  readonly isWhole: boolean;
  readonly put: GatewayDocument[];
  readonly remove: string[];
}

export type ToWorker =
  | DocumentsMessage
  /** Where the gateway is reached, and which ports of this machine are no policy's to call. */
  | { readonly kind: "place"; readonly addresses: readonly string[]; readonly innerPorts: readonly number[] }
  | { readonly kind: "answers"; readonly id: number; readonly answers: readonly Answer[] }
  | { readonly kind: "measure"; readonly id: number }
  /** The primary process has tried it out; `id` is answered once requests can have it. */
  | { readonly kind: "preview"; readonly id: number; readonly frame: PreviewFrame }
  | { readonly kind: "preview-end"; readonly draftId: string }
  | { readonly kind: "drain" };

export type ToPrimary =
  /** It wants to know what to run; "place" ends the answer, and only then it listens. */
  | { readonly kind: "awake" }
  | { readonly kind: "listening" }
  | { readonly kind: "asks"; readonly id: number; readonly asks: readonly Ask[] }
  | { readonly kind: "measured"; readonly id: number; readonly text: string }
  | { readonly kind: "previewing"; readonly id: number }
  | { readonly kind: "trace"; readonly id: string; readonly text: string }
  | { readonly kind: "breakers"; readonly breakers: BreakerState[] };
