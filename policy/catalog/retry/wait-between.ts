/** How long to wait before a retry, in seconds. */
export interface Intervals {
  readonly interval: number;
  readonly delta: number | null;
  readonly maxInterval: number | null;
  readonly firstFast: boolean;
}

/**
 * Before the retry of that number, from 1: the same each time, or growing by delta, or, where there is a limit, doubling
 * with some chance in it. The documentation's own example of the last, 10, 20, 40, 80, 100 of (10, 10, 100), counts
 * that growth from 0. `random` is at least 0 and less than 1.
 */
export function secondsBefore(retry: number, intervals: Intervals, random: () => number): number {
  const { interval, delta, maxInterval, firstFast } = intervals;
  if (firstFast && retry === 1) return 0;
  if (maxInterval === null) return interval + (retry - 1) * (delta ?? 0);
  const growth = delta === null ? 0 : (2 ** (retry - 1) - 1) * delta * (0.8 + 0.4 * random());
  return Math.min(maxInterval, interval + growth);
}
