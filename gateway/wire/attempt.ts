import type { Readable } from "node:stream";
import type { Destination } from "@/gateway/backend/destination";

/** One request as it is sent to one place. */
export interface Attempt {
  readonly destination: Destination;
  readonly method: string;
  readonly lines: string[];
  readonly body: Uint8Array | Readable | null;
}
