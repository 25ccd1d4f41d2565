import { expect, test } from "vitest";
import { merged, mergeFields } from "./merge";

const base = { title: "a", url: "http://one", tls: { chain: true }, list: [1] };

test("what only one side changed is taken from that side", () => {
  const fields = mergeFields(base, { ...base, title: "mine" }, { ...base, url: "http://two" });
  expect(fields.map(({ path, suggested, contested }) => [path, suggested, contested])).toEqual([
    ["title", "mine", false],
    ["url", "theirs", false],
  ]);
  expect(merged({ ...base, url: "http://two" }, fields, new Map())).toEqual({
    ...base,
    title: "mine",
    url: "http://two",
  });
});

test("what both changed is contested, and the person decides", () => {
  const theirs = { ...base, title: "theirs", list: [1, 2] };
  const fields = mergeFields(base, { ...base, title: "mine", list: [3] }, theirs);
  expect(fields.map(({ path, contested }) => [path, contested])).toEqual([
    ["title", true],
    ["list", true],
  ]);
  expect(merged(theirs, fields, new Map([["title", "theirs"]]))).toEqual({ ...base, title: "theirs", list: [3] });
});

test("what I removed goes, what they removed stays gone", () => {
  const { url: _, ...mine } = base;
  const { title: __, ...theirs } = base;
  const fields = mergeFields(base, mine, theirs);
  expect(merged(theirs, fields, new Map())).toEqual({ tls: { chain: true }, list: [1] });
});

test("the same change on both sides is no difference", () => {
  expect(mergeFields(base, { ...base, title: "b" }, { ...base, title: "b" })).toEqual([]);
});
