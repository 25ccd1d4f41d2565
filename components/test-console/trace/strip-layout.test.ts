import { expect, test } from "vitest";
import type { Trace, TraceEntry } from "@/contract/trace";
import recorded from "../testing/recorded-runs.json";
import { minBlockWidth, stripLayout } from "./strip-layout";
import { traceSteps } from "./trace-steps";

const place = { scope: "api", documentId: "/a", path: "x[1]", start: 0, end: 1 } as const;
const entry = (durationMs: number, entries?: TraceEntry[]): TraceEntry => ({
  source: "x",
  timestamp: "",
  elapsed: "00:00:00",
  data: {},
  place,
  durationMs,
  ...(entries === undefined ? {} : { entries }),
});
const layout = (entries: TraceEntry[], room: number) =>
  stripLayout(traceSteps({ traceId: "", traceEntries: { inbound: entries } }), room);

test("the room is shared by time, and what took next to none can still be hit", () => {
  const { blocks, width } = layout([entry(0.001), entry(99), entry(0)], 1000);
  expect(width).toBe(1000);
  expect(blocks[0]?.width).toBeGreaterThanOrEqual(minBlockWidth);
  expect(blocks[2]?.width).toBe(minBlockWidth);
  expect(blocks[1]?.width).toBeGreaterThan(900);
  const last = blocks[2];
  expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(1000);
});

test("more steps than there is room for make the strip longer", () => {
  const { blocks, width } = layout(
    Array.from({ length: 500 }, () => entry(1)),
    390,
  );
  expect(width).toBe(500 * minBlockWidth + 499 * 2 + 390 / 2);
  expect(Math.min(...blocks.map((block) => block.width))).toBeGreaterThanOrEqual(minBlockWidth);
});

test("of many steps the one that took long is seen to have taken long", () => {
  const entries = Array.from({ length: 60 }, (_, at) => entry(at === 40 ? 500 : 0.01));
  const { blocks } = layout(entries, 1_000);
  expect(blocks[40]?.width).toBeGreaterThan(450);
  expect(blocks[39]?.width).toBeLessThan(minBlockWidth + 1);
});

test("what is inside a step stays within its width", () => {
  for (const run of Object.values(recorded) as unknown as { trace: Trace }[]) {
    const { blocks, rows } = stripLayout(traceSteps(run.trace), 800);
    expect(rows).toBe(Math.max(...blocks.map(({ row }) => row)) + 1);
    for (const inner of blocks) {
      const outer = blocks.find(({ step }) => step.index === inner.step.parent);
      if (outer === undefined) continue;
      expect(inner.row).toBe(outer.row + 1);
      expect(inner.left).toBeGreaterThanOrEqual(outer.left - 0.01);
      expect(inner.left + inner.width).toBeLessThanOrEqual(outer.left + outer.width + 0.01);
    }
  }
});

test("half of a step's time inside it is half of its width", () => {
  const { blocks } = layout([entry(10, [entry(5)])], 1000);
  expect(blocks[1]?.width).toBeGreaterThan(490);
  expect(blocks[1]?.width).toBeLessThan(520);
});

test("nothing takes no room", () => {
  expect(layout([], 800)).toEqual({ blocks: [], width: 0, rows: 1 });
});

test("what took no time at all shares the room", () => {
  const { blocks } = layout([entry(0), entry(0)], 1002);
  expect(blocks.map(({ width }) => width)).toEqual([500, 500]);
});
