import type { BreakerState } from "@/contract/breaker-state";
import type { Headers } from "@/policy/headers";
import type { BreakerRule } from "./breaker-rule";
import { CountedFailures, FailureShare, type FailureWindow } from "./failure-window";
import { retryAfterMs } from "./retry-after-ms";

/** A backend may ask for more, but a mistyped date must not take it out of use for a year. */
const longestOpenMs = 24 * 60 * 60 * 1000;

/** One rule of one backend on this node: open after too many failures, and after a while closed again as if new. */
export class Breaker {
  readonly rule: BreakerRule;
  readonly #failures: FailureWindow;
  /** 0: closed. */
  #openUntil = 0;
  #openedBy = 0;
  #since = 0;
  #until = 0;
  #lastReason: string | null = null;

  constructor(rule: BreakerRule) {
    this.rule = rule;
    const { count, percentage, intervalMs } = rule;
    this.#failures = count === null ? new FailureShare(percentage, intervalMs) : new CountedFailures(count, intervalMs);
  }

  /** 0: it is closed. */
  openForMs(now: number): number {
    if (this.#openUntil === 0) return 0;
    const left = this.#openUntil - now;
    if (left > 0) return left;
    this.#openUntil = 0;
    this.#failures.clear();
    return 0;
  }

  answered(status: number, headers: Headers, now: number): void {
    // What was under way when it opened tells nothing new.
    if (this.openForMs(now) > 0) return;
    if (!this.rule.failsByStatus(status)) this.#failures.success(now);
    else this.#failed(`Status ${status}`, headers, now);
  }

  failed(reason: string, now: number): void {
    if (this.openForMs(now) > 0) return;
    if (this.rule.failsByReason(reason)) this.#failed(reason, null, now);
    else this.#failures.success(now);
  }

  state(backendId: string, now: number): BreakerState {
    const open = this.openForMs(now) > 0;
    return {
      backendId,
      rule: this.rule.name,
      state: open ? "open" : "closed",
      failures: open ? this.#openedBy : this.#failures.failures(now),
      since: open ? this.#since : null,
      until: open ? this.#until : null,
      lastReason: this.#lastReason,
    };
  }

  #failed(reason: string, headers: Headers | null, now: number): void {
    this.#lastReason = reason;
    if (!this.#failures.failure(now)) return;
    const asked = this.rule.acceptsRetryAfter ? retryAfterMs(headers?.get("Retry-After"), Date.now()) : null;
    const openMs = asked === null ? this.rule.tripMs : Math.min(asked, longestOpenMs);
    this.#openUntil = now + openMs;
    this.#openedBy = this.#failures.failures(now);
    this.#since = Date.now();
    this.#until = this.#since + openMs;
  }
}
