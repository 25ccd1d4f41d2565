import { expect, test } from "vitest";
import { threadMs } from "../worker/thread-time";
import { RenderTime } from "./render-time";

/** Goes on by so much at each check, on the clock and on the processor, until it is ended: after how much of each. */
function endedAfter(clockStep: number, processorStep: number): { clock: number; processor: number } {
  let [clock, processor] = [1_000, 500];
  const time = new RenderTime(60, clock, () => processor);
  for (let count = 0; count < 10_000; count++) {
    clock += clockStep;
    processor += processorStep;
    try {
      time.check(clock);
    } catch {
      return { clock: clock - 1_000, processor: processor - 500 };
    }
  }
  return { clock: Number.POSITIVE_INFINITY, processor: Number.POSITIVE_INFINITY };
}

test("what counts is the processor's time, however slow the clock shows it to be", () => {
  expect(endedAfter(1, 1)).toEqual({ clock: 60, processor: 60 });
  const slow = endedAfter(10, 1);
  expect(slow.processor).toBeGreaterThanOrEqual(60);
  expect(slow.processor).toBeLessThan(64);
});

test("who has no chance to run at all is ended by the clock, much later", () => {
  expect(endedAfter(1, 0)).toEqual({ clock: 1_200, processor: 0 });
});

test("what other threads do beside it counts no more than what has passed", () => {
  expect(endedAfter(1, 4).clock).toBe(60);
});

test("a thread's own time grows while it works", () => {
  const before = threadMs();
  const until = process.cpuUsage().user + 60_000;
  while (process.cpuUsage().user < until);
  expect(threadMs()).toBeGreaterThan(before + 10);
});
