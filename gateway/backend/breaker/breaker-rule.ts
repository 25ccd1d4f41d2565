import type { BackendDocument } from "@/contract/documents";
import { durationMs } from "@/lib/duration";

export type RuleDocument = NonNullable<BackendDocument["circuitBreaker"]>["rules"][number];

/** Azure's portal proposes these. */
const defaultIntervalMs = 60 * 60 * 1000;
const defaultTripMs = 60 * 60 * 1000;
/** Azure documents no reason but this one, and not what it stands for: here, whatever is the server's doing. */
const serverErrors = "servererrors";

/** What one rule counts as a failure and what follows from too many. */
export class BreakerRule {
  /** Its name, or its place among the backend's rules. */
  readonly name: string;
  readonly intervalMs: number;
  readonly tripMs: number;
  /** null: `percentage` decides. */
  readonly count: number | null;
  readonly percentage: number;
  readonly acceptsRetryAfter: boolean;
  readonly answerStatus: number;
  readonly #ranges: readonly { readonly min: number; readonly max: number }[];
  readonly #reasons: readonly string[];
  readonly #everyError: boolean;

  constructor(document: RuleDocument, place: number) {
    const { failureCondition: condition, tripDuration, failureResponseStatusCode: status } = document;
    this.name = document.name ?? `#${place + 1}`;
    this.intervalMs = durationMs(condition?.interval ?? "") || defaultIntervalMs;
    this.tripMs = durationMs(tripDuration ?? "") || defaultTripMs;
    this.percentage = condition?.percentage ?? 0;
    // A rule that gives no number opens with the first failure.
    this.count = condition?.count ?? (this.percentage > 0 ? null : 1);
    this.acceptsRetryAfter = document.acceptRetryAfter;
    this.answerStatus = status !== null && status >= 200 ? status : 503;
    this.#reasons = (condition?.errorReasons ?? []).map(folded);
    const ranges = condition?.statusCodeRanges ?? [];
    const says = ranges.length > 0 || this.#reasons.length > 0;
    // A rule that does not say what a failure is means what is the server's doing; one without a condition means nothing.
    this.#everyError = condition !== null && (!says || this.#reasons.includes(serverErrors));
    // With ranges beside it, "Server errors" leaves status codes to them: Microsoft's samples pair it with 429 alone.
    this.#ranges = ranges.length === 0 && this.#everyError ? [{ min: 500, max: 599 }] : ranges;
  }

  failsByStatus(status: number): boolean {
    for (const { min, max } of this.#ranges) if (status >= min && status <= max) return true;
    return false;
  }

  /** Of a call that brought no answer, by the reason of its fault: BackendConnectionFailure, Timeout. */
  failsByReason(reason: string): boolean {
    return this.#everyError || this.#reasons.includes(folded(reason));
  }
}

/** People write "Backend connection failure", too. */
const folded = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
