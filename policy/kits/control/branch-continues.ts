import type { Exchange } from "@/policy/exchange";

/**
 * Asked after something was waited for, with the `signal` of before: whether the branch of a wait that this is part of
 * still runs. What follows then hangs on that branch's signal again, whichever branch ran meanwhile.
 */
export function branchContinues(exchange: Exchange, signal: AbortSignal | null | undefined): boolean {
  if (!signal) return true;
  if (signal.aborted) return false;
  exchange.signal = signal;
  return true;
}
