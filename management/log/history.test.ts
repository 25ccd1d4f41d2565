import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  const put = (path: string, properties: object, role: "owner" | "editor" = "owner") =>
    door.ask("PUT", path, { body: { properties } as never, role });
  await put("backends/Orders", { url: "http://one.test", protocol: "http" }); // 2
  await put("apis/shop", { displayName: "Shop", path: "shop" }); // 3
  await put("apis/shop/operations/list", { displayName: "List", method: "GET", urlTemplate: "/" }, "editor"); // 4
  await put("backends/orders", { url: "http://two.test", protocol: "http" }); // 5
  await put("backends/orders", { url: "http://one.test", protocol: "http" }); // 6
  await put("backends/gone", { url: "http://gone.test", protocol: "http" }); // 7
  await door.ask("DELETE", "backends/gone"); // 8
  await put("products/starter", { displayName: "Starter" }); // 9
  await door.ask("PUT", "products/starter/apis/shop"); // 10
});
afterAll(() => door.close());

const revisions = (body: { value: { revision: number }[] }) => body.value.map(({ revision }) => revision);
const get = async (path: string, query = "") => (await door.ask("GET", path, { query })).body;

test("the log, newest first, by page, document, tree and actor", async () => {
  const all = await get("changes");
  expect(revisions(all)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(all).toMatchObject({ count: 10, nextLink: null });
  expect(all.value.at(-2)).toMatchObject({
    title: "Create backend Orders",
    actor: { kind: "user", id: "test-owner", name: "Test owner" },
    origin: null,
    documents: [{ id: "/backends/orders", type: "backends", name: "Orders", action: "create" }],
    documentCount: 1,
  });
  expect(all.value[2].documents[0].action).toBe("delete");
  expect(all.value[0].entries).toBeUndefined();
  expect(revisions(await get("changes", "document=/backends/ORDERS"))).toEqual([6, 5, 2]);
  expect(revisions(await get("changes", "document=/apis/shop"))).toEqual([3]);
  expect(revisions(await get("changes", "document=/apis/shop&below=true"))).toEqual([4, 3]);
  expect(revisions(await get("changes", "actor=test-editor"))).toEqual([4]);
  expect(revisions(await get("changes", "after=8"))).toEqual([10, 9]);
});

test("pages follow one another without a gap", async () => {
  const seen: number[] = [];
  let path = "changes";
  let query = "$top=4";
  for (;;) {
    const page = await get(path, query);
    seen.push(...revisions(page));
    if (page.nextLink === null) break;
    const next = new URL(page.nextLink);
    expect(next.searchParams.get("api-version")).toBe("2024-05-01");
    next.searchParams.delete("api-version");
    path = next.pathname.slice(next.pathname.indexOf("/gatehouse/providers"));
    path = next.pathname.split("/service/gatehouse/")[1] ?? "";
    query = next.searchParams.toString();
  }
  expect(seen).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
});

test("one change, with each document before and after", async () => {
  const change = await get("changes/5");
  expect(change).toMatchObject({ revision: 5, title: "Update backend orders", documentCount: 1, nextLink: null });
  expect(change.entries).toEqual([
    {
      ...{ id: "/backends/orders", type: "backends", name: "Orders", action: "update" },
      before: expect.objectContaining({ url: "http://one.test" }),
      after: expect.objectContaining({ url: "http://two.test" }),
      differences: [{ path: "url", before: "http://one.test", after: "http://two.test" }],
    },
  ]);
  const first = await get("changes/1", "$top=1&$skip=1");
  expect(first.entries.map(({ id }: { id: string }) => id)).toEqual(["/backends/echo"]);
  expect(first.documentCount).toBe(10);
  expect(first.nextLink).toContain("$skip=2");
  expect((await door.ask("GET", "changes/11")).status).toBe(404);
});

test("the history of a document, of one that is gone, and of a tree", async () => {
  const history = await get("backends/Orders/history");
  expect(revisions(history)).toEqual([6, 5, 2]);
  expect(history.value[1].entries[0].differences).toHaveLength(1);
  expect(revisions(await get("backends/gone/history"))).toEqual([8, 7]);
  expect(revisions(await get("apis/shop/history"))).toEqual([3]);
  const tree = await get("apis/shop/history", "below=true");
  expect(revisions(tree)).toEqual([4, 3]);
  expect(revisions(await get("history", "below=true"))).toHaveLength(10);
  expect(revisions(await get("backends/never/history"))).toEqual([]);
  const page = await get("backends/orders/history", "$top=1");
  expect([revisions(page), page.count]).toEqual([[6], 3]);
  expect(page.nextLink).toContain("backends/orders/history?");
  expect(page.nextLink).toContain("before=6");
});

test("a history shows of a change only what it did to the document asked for", async () => {
  const { value } = await get("backends/echo/history");
  expect(value[0].entries.map(({ id }: { id: string }) => id)).toEqual(["/backends/echo"]);
});

test("the difference of two revisions is the net effect between them", async () => {
  const ids = (body: { value: { id: string }[] }) => body.value.map(({ id }) => id);
  expect(ids(await get("diff", "from=2&to=8"))).toEqual(["/apis/shop", "/apis/shop/operations/list"]);
  expect(ids(await get("diff", "from=2&to=7"))).toEqual(["/apis/shop", "/apis/shop/operations/list", "/backends/gone"]);
  const change = await get("diff", "from=2&to=5&id=/backends/orders");
  expect(change.value[0].differences).toEqual([{ path: "url", before: "http://one.test", after: "http://two.test" }]);
  const back = await get("diff", "from=5&to=2&id=backends/Orders");
  expect(back.value[0].differences).toEqual([{ path: "url", before: "http://two.test", after: "http://one.test" }]);
  expect(ids(await get("diff", "from=2&to=6&id=/backends/orders"))).toEqual([]);
  expect(ids(await get("diff", "from=0&id=/apis/shop"))).toEqual(["/apis/shop"]);
  expect(ids(await get("diff", "from=0&id=/apis/shop&below=true"))).toEqual([
    "/apis/shop",
    "/apis/shop/operations/list",
  ]);
  expect(await get("diff", "from=10")).toMatchObject({ from: 10, to: 10, value: [], count: 0 });
  const paged = await get("diff", "from=2&to=7&$top=2");
  expect(paged.value).toHaveLength(2);
  expect(paged.nextLink).toContain("$skip=2");
});

test("where a document is used", async () => {
  expect(await get("apis/shop/usedBy")).toMatchObject({
    value: [{ from: "/products/starter/apis/shop", to: "/apis/shop" }],
    count: 1,
  });
  expect((await get("backends/orders/usedBy")).value).toEqual([]);
  expect((await door.ask("GET", "backends/none/usedBy")).status).toBe(404);
});

test.each([
  "changes?$top=0",
  "changes?$top=x",
  "changes?before=0",
  "changes?below=perhaps",
  "diff?to=1",
  "diff?from=99",
  "diff?from=-1",
  "changes/1?$skip=x",
])("400: %s", async (asked) => {
  const [path = "", query] = asked.split("?");
  const refused = await door.ask("GET", path, { query });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target).toBe((/[?&](\$?\w+)=/.exec(asked)?.[1] ?? "").replace(/^to$/, "from"));
});
