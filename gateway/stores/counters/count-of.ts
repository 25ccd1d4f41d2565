import type { Count } from "@/policy/host/counters";

/** How a question to the counters is answered, wherever they are kept. */
export const isAllowed = (used: number, amount: number, limit: number): boolean =>
  amount === 0 ? used < limit : used + amount <= limit;

/** How much has to be forgotten first. */
export const tooMuch = (used: number, amount: number, limit: number): number => used + Math.max(amount, 1) - limit;

export const countOf = (allowed: boolean, used: number, limit: number, retryAfterMs: number): Count => ({
  allowed,
  used,
  remaining: Math.max(0, limit - used),
  retryAfterMs: allowed ? 0 : Math.max(0, retryAfterMs),
});
