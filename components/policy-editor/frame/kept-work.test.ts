import { expect, test } from "vitest";
import { type KeptWork, KeptWorks } from "./kept-work";

/** Storage as browsers have it, with room for so many characters. */
function storage(room = Number.POSITIVE_INFINITY) {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
    removeItem: (key: string) => void items.delete(key),
  };
}

const work = (over: Partial<KeptWork> = {}): KeptWork => ({
  path: "/apis/orders/policies/policy",
  draft: null,
  tab: "one",
  text: "<policies />",
  base: { text: "<policies></policies>", etag: '"1"' },
  at: 1_000,
  ...over,
});

test("what is kept comes back whole, whatever the case of the path", () => {
  const works = new KeptWorks(storage());
  works.keep(work());
  expect(works.of("/apis/ORDERS/policies/policy", null, 2_000)).toEqual([work()]);
});

test("two tabs keep theirs side by side, the newest first, and drop only their own", () => {
  const works = new KeptWorks(storage());
  works.keep(work({ tab: "one", at: 1_000 }));
  works.keep(work({ tab: "two", at: 2_000 }));
  expect(works.of(work().path, null, 3_000).map(({ tab }) => tab)).toEqual(["two", "one"]);
  works.drop(work({ tab: "two" }));
  expect(works.of(work().path, null, 3_000).map(({ tab }) => tab)).toEqual(["one"]);
});

test("a tab keeps one version of a document, the last", () => {
  const works = new KeptWorks(storage());
  works.keep(work({ text: "a" }));
  works.keep(work({ text: "b" }));
  expect(works.of(work().path, null, 2_000).map(({ text }) => text)).toEqual(["b"]);
});

test("a draft's version is other work than the live one's, and so is another document's", () => {
  const works = new KeptWorks(storage());
  works.keep(work({ draft: "move" }));
  works.keep(work({ path: "/apis/other/policies/policy" }));
  expect(works.of(work().path, null, 2_000)).toEqual([]);
  expect(works.of(work().path, "move", 2_000)).toHaveLength(1);
});

test("what nobody came back to and what is unreadable goes; what others store stays", () => {
  const store = storage();
  store.setItem("gatehouse-unsaved:x", "{");
  store.setItem("theme", "dark");
  const works = new KeptWorks(store);
  works.keep(work({ at: 0 }));
  expect(works.of(work().path, null, 31 * 24 * 3_600_000)).toEqual([]);
  expect(store.length).toBe(1);
});

test("no room is told, not thrown", () => {
  expect(new KeptWorks(storage(10)).keep(work())).toBe(false);
});
