import { expect, test } from "vitest";
import { longPolicy } from "@/bench/editor/long-policy";
import { parse } from "@/policy/xml/parse";
import { draw } from "./draw";
import { cardsOf, type Item } from "./drawing";
import { heightOf, stretchesOf } from "./stretches";

const inbound = (text: string): readonly Item[] =>
  draw(parse(text).document, { kind: "policies", scope: "operation" }, null).lanes[0]?.items ?? [];

test("a long list is all there in its stretches, in order, and each begins with a card", () => {
  const items = inbound(longPolicy(2_000).text);
  const stretches = stretchesOf(items);
  expect(stretches.length).toBeGreaterThan(10);
  expect(stretches.flatMap((stretch) => stretch.items)).toEqual(items);
  let cards = 0;
  for (const { from, items: own } of stretches) {
    expect(own[0]?.kind).toBe("card");
    expect(from).toBe(cards);
    cards += cardsOf(own).length;
    expect(heightOf(own)).toBeGreaterThan(own.length * 26);
  }
});

test("remarks before the first card lead the first stretch", () => {
  const remarks = "<!-- a --><!-- b -->";
  const items = inbound(`<policies><inbound>${remarks}${"<base />".repeat(70)}</inbound></policies>`);
  expect(
    stretchesOf(items)[0]
      ?.items.slice(0, 3)
      .map(({ kind }) => kind),
  ).toEqual(["remark", "remark", "card"]);
});

test("a short list is one", () => {
  const items = inbound("<policies><inbound><base /><!-- x --><choose /></inbound></policies>");
  expect(stretchesOf(items)).toEqual([{ from: 0, items }]);
});
