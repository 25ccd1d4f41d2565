import { vi } from "vitest";

/** Tries until it holds, with patience for a machine that has much else to do. */
export const eventually = <T>(check: () => T | Promise<T>, timeoutMs = 15_000): Promise<T> =>
  vi.waitFor(check, { timeout: timeoutMs, interval: 10 });
