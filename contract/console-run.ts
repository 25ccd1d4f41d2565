import type { Trace } from "./trace";

/**
 * What the portal's server tells while a request of the test console runs: lines of JSON, one frame each. `head` comes
 * once and before any `chunk`; `end` or `failed` is the last before `trace`, which comes when a trace was asked for.
 */
export type RunFrame =
  | { kind: "sent"; method: string; url: string; headers: RunHeader[]; body: string | null; startedAt: number }
  | { kind: "head"; status: number; reason: string; headers: RunHeader[]; afterMs: number }
  /** Part of the body, in the order in which it came. */
  | { kind: "chunk"; text: string; encoding: "text" | "base64"; afterMs: number }
  | { kind: "end"; bodyBytes: number; truncated: boolean; durationMs: number }
  | { kind: "failed"; code: string; message: string; durationMs: number }
  /** null: the gateway did not send one in time. */
  | { kind: "trace"; trace: Trace | null };

export interface RunHeader {
  name: string;
  value: string;
}
