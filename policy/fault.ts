import type { LastError } from "./exchange";

/** The one way a policy or a built-in step fails: shaped like context.LastError, with the response it stands for. */
export class Fault extends Error {
  readonly source: string;
  readonly reason: string | null;
  readonly status: number;
  /** What the client is told, when that differs from the message that policies see. */
  readonly publicMessage: string | null;
  readonly headers: readonly (readonly [string, string])[];
  /** on-error sees the response that is there, instead of the one this fault stands for. */
  readonly keepsResponse: boolean;
  /** Filled in by the pipeline as the fault passes through it. */
  scope: LastError["scope"] = null;
  section: LastError["section"] = null;
  path: string | null = null;
  policyId: string | null = null;

  constructor(fault: {
    source: string;
    reason: string | null;
    message: string;
    status: number;
    publicMessage?: string;
    headers?: readonly (readonly [string, string])[];
    keepsResponse?: boolean;
    cause?: unknown;
  }) {
    super(fault.message, fault.cause === undefined ? undefined : { cause: fault.cause });
    this.source = fault.source;
    this.reason = fault.reason;
    this.status = fault.status;
    this.publicMessage = fault.publicMessage ?? null;
    this.headers = fault.headers ?? [];
    this.keepsResponse = fault.keepsResponse ?? false;
  }
}
