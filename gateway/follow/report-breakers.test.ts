import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BreakerState } from "@/contract/breaker-state";
import type { FrameToPortal } from "@/contract/stream";
import { reportBreakers } from "./report-breakers";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a change is told once, again now and then, and nothing where there is nothing", () => {
  const sent: FrameToPortal[] = [];
  let states: BreakerState[] = [];
  const stop = reportBreakers({ states: () => states, send: (frame) => sent.push(frame) });
  vi.advanceTimersByTime(60_000);
  expect(sent).toEqual([]);
  const breaker = { backendId: "/backends/b", rule: "r", state: "closed", failures: 1, since: null } as const;
  states = [{ ...breaker, until: null, lastReason: "Timeout" }];
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual([{ kind: "breakers", breakers: states }]);
  vi.advanceTimersByTime(10_000);
  expect(sent).toHaveLength(2);
  states = [];
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(3);
  stop();
  states = [{ ...breaker, until: null, lastReason: null }];
  vi.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(3);
});
