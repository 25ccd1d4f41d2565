import type { CountingWindow } from "@/policy/host/counters";

/** What a quota allows in each of its periods. */
export interface QuotaWindows {
  readonly calls: CountingWindow | null;
  /** In bytes. */
  readonly bandwidth: CountingWindow | null;
}

const bytesPerKilobyte = 1024;

/** `seconds` 0: one period that never ends. */
export function quotaWindows(
  calls: number | null,
  kilobytes: number | null,
  seconds: number,
  startMs: number | null,
): QuotaWindows {
  const window = (limit: number): CountingWindow => ({
    kind: "fixed",
    limit,
    lengthMs: seconds === 0 ? Number.POSITIVE_INFINITY : seconds * 1000,
    startMs,
    whenLost: "open",
  });
  return {
    calls: calls === null ? null : window(calls),
    bandwidth: kilobytes === null ? null : window(kilobytes * bytesPerKilobyte),
  };
}
