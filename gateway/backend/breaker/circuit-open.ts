import { Fault } from "@/policy/fault";

/**
 * No call is made, because a circuit breaker is open. Azure documents the status and the Retry-After header, but neither
 * reason nor message.
 */
export class CircuitOpen extends Fault {
  constructor(source: string, what: string, status: number, openMs: number) {
    const seconds = Math.max(1, Math.ceil(openMs / 1000));
    super({
      source,
      reason: "CircuitBreakerOpen",
      status,
      message: `${what}, so the backend is not called. It may be tried again in ${seconds} seconds.`,
      publicMessage: `The backend is unavailable. Try again in ${seconds} seconds.`,
      headers: [["Retry-After", String(seconds)]],
    });
  }
}
