import type { Readable } from "node:stream";
import type { Destination } from "@/gateway/backend/destination";
import type { Reach } from "@/gateway/egress/egress-guard";

/** One request as it is sent to one place. */
export interface Attempt {
  readonly destination: Destination;
  readonly method: string;
  readonly lines: string[];
  readonly body: Uint8Array | Readable | null;
  /** "call": it was a backend's answer that named the place, not an operator. */
  readonly reach?: Reach;
  /** Of the branch of a wait that makes it. */
  readonly signal?: AbortSignal | null;
}
