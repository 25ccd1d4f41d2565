import { expect, test } from "vitest";
import { mergeVersions, type Side } from "./merge-versions";

const merge = (versions: Parameters<typeof mergeVersions>[0], chosen: Record<string, Side> = {}) =>
  mergeVersions(versions, new Map(Object.entries(chosen)));

test("what only one of them changed is that one's; where both did, the draft's stands", () => {
  const base = { url: "a", title: "t", tls: { chain: true, name: true }, gone: 1 };
  const draft = { url: "b", title: "t", tls: { chain: false, name: true }, gone: 1, mine: 1 };
  const live = { url: "c", title: "u", tls: { chain: true, name: false }, theirs: 1 };
  const merged = { url: "b", title: "u", tls: { chain: false, name: false }, mine: 1, theirs: 1 };
  expect(merge({ base, draft, live })).toEqual(merged);
});

test("a choice decides each property, also one that nobody else changed", () => {
  const base = { url: "a", tls: { chain: true } };
  const draft = { url: "b", tls: { chain: false } };
  const live = { url: "c", tls: { chain: true } };
  expect(merge({ base, draft, live }, { url: "live", "tls.chain": "live" })).toEqual(live);
  expect(merge({ base, draft, live: base }, { url: "live" })).toEqual({ url: "a", tls: { chain: false } });
});

test("groups come and go as a whole where only one side has them", () => {
  expect(merge({ base: {}, draft: { proxy: { url: "p" } }, live: {} })).toEqual({ proxy: { url: "p" } });
  expect(merge({ base: { proxy: { url: "p" } }, draft: {}, live: { proxy: { url: "p" } } })).toEqual({});
  expect(merge({ base: {}, draft: {}, live: { proxy: { url: "p" } } })).toEqual({ proxy: { url: "p" } });
  expect(merge({ base: null, draft: { tls: {} }, live: {} })).toEqual({ tls: {} });
});

test("lists are taken whole, and a secret is one value", () => {
  const secret = (id: string) => ({ $secret: id });
  const versions = {
    base: { tags: ["a"], key: secret("1") },
    draft: { tags: ["a", "b"], key: secret("1") },
    live: { tags: ["c"], key: secret("2") },
  };
  expect(merge(versions)).toEqual({ tags: ["a", "b"], key: secret("2") });
  expect(merge(versions, { key: "draft", tags: "live" })).toEqual({ tags: ["c"], key: secret("1") });
});
