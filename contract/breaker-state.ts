/** How one circuit breaker rule stands on one gateway node. */
export interface BreakerState {
  /** Canonical: "/backends/orders". */
  backendId: string;
  /** Its name, or its place: "#1". */
  rule: string;
  state: "open" | "closed";
  /** Within the rule's interval; while it is open, those that opened it. */
  failures: number;
  /** When it opened and when it closes, ms since the epoch; null while it is closed. */
  since: number | null;
  until: number | null;
  /** What failed last: "Status 503", "Timeout". */
  lastReason: string | null;
}

/** As many are told of; those that are open come first. */
export const maxBreakerStates = 200;
