import { expect, test } from "vitest";
import type { BreakerState } from "@/contract/breaker-state";
import { mergeBreakers } from "./merge-breakers";

const state = (backendId: string, given: Partial<BreakerState>): BreakerState => ({
  backendId,
  rule: "#1",
  state: "closed",
  failures: 0,
  since: null,
  until: null,
  lastReason: null,
  ...given,
});

test("of a breaker that several workers have, the one that is worst off stands for all", () => {
  const open = state("/backends/a", { state: "open", failures: 2 });
  const failing = state("/backends/b", { failures: 3 });
  const other = state("/backends/b", { rule: "#2" });
  expect(
    mergeBreakers([
      [state("/backends/a", { failures: 9 }), failing],
      [open, state("/backends/b", { failures: 1 }), other],
    ]),
  ).toEqual([open, failing, other]);
});
