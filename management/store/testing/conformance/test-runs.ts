import { expect, test } from "vitest";
import type { TestRunRow } from "@/management/store/store";
import { ann, type OpenEmpty, titled, write } from "./fixture";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds, 250));
const idOf = (name: string) => `/apis/shop/savedrequests/${name}`;
const run = (seen: Record<string, string>, changes: Partial<TestRunRow> = {}): TestRunRow => ({
  ...{ apiId: "/apis/shop", draftId: "", ranAt: at(1), sealed: "sealed" },
  results: Object.entries(seen).map(([name, sealed]) => ({ testId: idOf(name), sealed })),
  ...changes,
});
const tests = ["a", "b", "c"].map(idOf);
const draft = (id: string) => ({ id, title: id, actor: ann, createdAt: at(0), changedAt: at(0), entries: [] });

export function describeTestRuns(open: OpenEmpty): void {
  test("the latest of each test is kept, those of tests that are no more are not", async () => {
    const { store } = await open();
    await write(store, { "/apis/shop": {} });
    expect(await store.testRuns.latest("/apis/shop")).toBeNull();
    await store.testRuns.save(run({ b: "1", a: "1" }), tests);
    const second = run({ b: "2", c: "2" }, { ranAt: at(2), sealed: "anew" });
    await store.testRuns.save(second, tests);
    expect(await store.testRuns.latest("/apis/shop")).toEqual({
      ...second,
      results: run({ a: "1", b: "2", c: "2" }).results,
    });
    await store.testRuns.save(run({ c: "3" }), [idOf("a"), idOf("c")]);
    expect(await store.testRuns.read("/apis/shop", "")).toEqual(run({ a: "1", c: "3" }));
  });

  test("each draft has its own, which go with it", async () => {
    const { store } = await open();
    await write(store, { "/apis/shop": {}, "/apis/other": {} });
    const { testRuns, drafts } = store;
    for (const id of ["d1", "d2"]) await drafts.save(draft(id));
    await testRuns.save(run({ a: "live" }), tests);
    await testRuns.save(run({ a: "d1" }, { draftId: "d1", ranAt: at(3) }), tests);
    await testRuns.save(run({ b: "d2" }, { draftId: "d2", ranAt: at(2) }), tests);
    await testRuns.save(run({ a: "x" }, { apiId: "/apis/other", ranAt: at(9) }), tests);
    expect((await testRuns.latest("/apis/shop"))?.draftId).toBe("d1");
    await testRuns.removeDraft("d1");
    expect(await testRuns.latest("/apis/shop")).toEqual(run({ b: "d2" }, { draftId: "d2", ranAt: at(2) }));
    // A draft that went another way is missed by the next run.
    await drafts.remove("d2");
    await testRuns.save(run({ b: "live" }), tests);
    expect(await testRuns.read("/apis/shop", "d2")).toBeNull();
    await testRuns.removeDraft("");
    expect(await testRuns.latest("/apis/shop")).toEqual(run({ a: "live", b: "live" }));
    await testRuns.save(run({ a: "late" }, { draftId: "d2", ranAt: at(5) }), tests);
    expect((await testRuns.latest("/apis/shop"))?.draftId).toBe("");
    expect((await testRuns.latest("/apis/other"))?.results).toHaveLength(1);
  });

  test("results go with their saved request and with their API, in the very change that removes those", async () => {
    const { store } = await open();
    await write(store, { "/apis/shop": {}, "/apis/shop/savedRequests/a": {}, "/apis/shop/savedRequests/b": {} });
    await store.testRuns.save(run({ a: "1", b: "1" }), tests);
    await store.rehearse((tx) => tx.remove("/apis/shop"));
    await store
      .commit(titled("fails"), async (tx) => {
        await tx.remove("/apis/shop");
        throw new Error("given up");
      })
      .catch(() => {});
    expect(await store.testRuns.latest("/apis/shop")).toEqual(run({ a: "1", b: "1" }));
    await store.commit(titled("a test"), (tx) => tx.remove(idOf("a")));
    expect(await store.testRuns.latest("/apis/shop")).toEqual(run({ b: "1" }));
    await store.commit(titled("the API"), (tx) => tx.remove("/apis/shop"));
    await write(store, { "/apis/shop": {} });
    expect(await store.testRuns.latest("/apis/shop")).toBeNull();
    // Of what is not there, nothing can be kept.
    await store.testRuns.save(run({ a: "1" }, { apiId: "/apis/none" }), tests);
    expect(await store.testRuns.latest("/apis/none")).toBeNull();
  });

  test("runs that end at once are both kept", async () => {
    const { store, reopen } = await open();
    const other = store.dialect === "postgresql" ? await reopen() : store;
    await write(store, { "/apis/shop": {} });
    const many = Array.from({ length: 12 }, (_, n) => run({ [`t${n}`]: `${n}`, a: `${n}` }));
    const all = [...tests, ...many.flatMap(({ results }) => results.map(({ testId }) => testId))];
    await Promise.all(many.map((each, index) => (index % 2 ? other : store).testRuns.save(each, all)));
    expect((await store.testRuns.latest("/apis/shop"))?.results).toHaveLength(13);
    if (other !== store) await other.close();
  });
}
