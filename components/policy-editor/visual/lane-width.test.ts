import { describe, expect, it } from "vitest";
import type { Card } from "./drawing";
import { laneWidth } from "./lane-width";

const card = (items: readonly Card[] | null = null, role: Card["role"] = "policy"): Card => ({
  ...{ kind: "card", path: "", name: "set-header", source: "", role, category: null, facts: [], fragmentId: null },
  ...{ items, branches: [] },
});
const least = (items: readonly Card[]): number => Number(/^minmax\((\d+)px/.exec(laneWidth({ items }))?.[1]);
const nested = (levels: number): Card => card(levels === 1 ? null : [nested(levels - 1)]);

describe("the room of a lane", () => {
  it("is least where nothing but base stands", () => {
    expect(least([card(null, "base")])).toBeLessThan(least([card()]));
    expect(least([])).toBe(least([card(null, "base")]));
  });
  it("grows with how much and how deep", () => {
    expect(least([card()])).toBeLessThan(least([card(), card(), card(), card()]));
    expect(least([nested(3)])).toBeLessThan(least([nested(6)]));
  });
  it("leaves the lanes with little in them beside a deep one on a desk", () => {
    expect(least([nested(40)])).toBe(320);
    expect(least([nested(3)]) + 3 * least([card()]) + 3 * 12 + 2 * 12).toBeLessThanOrEqual(688);
  });
});
