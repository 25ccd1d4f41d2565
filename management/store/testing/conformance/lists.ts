import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import type { Filter, ListQuery } from "@/management/store/store";
import { type OpenEmpty, write } from "./fixture";

const rows: Record<string, JsonObject> = {
  "/things/Alpha": { title: "First", n: 1, on: true, tags: ["red", "Blue"], deep: { text: "x" } },
  "/things/beta": { title: "second", n: 10, on: false, tags: [], deep: { text: null } },
  "/things/Gamma": { title: "100% _sure_ !", n: 2.5, tags: "red", deep: {} },
  "/things/delta": { title: "Ünïcode", n: "10", on: "true", tags: ["red green", 7] },
  "/things/epsilon": { n: null, on: 1, title: "line\nbreak 'quote' \"double\" \\ back" },
};

const is = (
  op: "eq" | "ne" | "gt" | "ge" | "lt" | "le",
  member: string,
  value: string | number | boolean | null,
): Filter => ({
  op,
  member: member.split("/"),
  value,
});
const has = (op: "contains" | "startswith" | "endswith" | "any", member: string, value: string): Filter => ({
  op,
  member: member.split("/"),
  value,
});

// What each filter must find, in the order of ids; the same on every database.
const filters: [Filter, string[]][] = [
  [is("eq", "name", "ALPHA"), ["Alpha"]],
  [is("ne", "name", "alpha"), ["beta", "delta", "epsilon", "Gamma"]],
  [is("gt", "name", "BETA"), ["delta", "epsilon", "Gamma"]],
  [is("le", "name", "beta"), ["Alpha", "beta"]],
  [has("startswith", "name", "E"), ["epsilon"]],
  [has("contains", "name", "LT"), ["delta"]],
  [has("endswith", "name", "A"), ["Alpha", "beta", "delta", "Gamma"]],
  [is("eq", "title", "first"), ["Alpha"]],
  [is("eq", "n", 10), ["beta"]],
  [is("eq", "n", "10"), ["delta"]],
  [is("gt", "n", 2), ["beta", "Gamma"]],
  [is("ge", "n", 2.5), ["beta", "Gamma"]],
  [is("lt", "n", 2.5), ["Alpha"]],
  [is("eq", "n", 2.5), ["Gamma"]],
  [is("gt", "n", "1"), ["delta"]],
  [is("eq", "on", true), ["Alpha"]],
  [is("eq", "on", false), ["beta"]],
  [is("ne", "on", true), ["beta", "delta", "epsilon", "Gamma"]],
  [is("gt", "on", false), []],
  [is("eq", "n", null), ["epsilon"]],
  [is("eq", "on", null), ["Gamma"]],
  [is("ne", "on", null), ["Alpha", "beta", "delta", "epsilon"]],
  [is("eq", "deep/text", "X"), ["Alpha"]],
  [is("eq", "deep/text", null), ["beta", "delta", "epsilon", "Gamma"]],
  [is("eq", "title/text", "x"), []],
  [{ op: "not", of: is("eq", "title", "first") }, ["beta", "delta", "epsilon", "Gamma"]],
  [{ op: "not", of: is("gt", "n", 2) }, ["Alpha", "delta", "epsilon"]],
  [{ op: "not", of: has("contains", "deep/text", "x") }, ["beta", "delta", "epsilon", "Gamma"]],
  [has("contains", "title", "%"), ["Gamma"]],
  [has("contains", "title", "_sure_"), ["Gamma"]],
  [has("contains", "title", "_s_re_"), []],
  [has("endswith", "title", " !"), ["Gamma"]],
  [has("contains", "title", "'quote' \"double\" \\"), ["epsilon"]],
  [has("startswith", "title", "LINE\n"), ["epsilon"]],
  [has("contains", "title", "Ünï"), ["delta"]],
  [has("contains", "n", "1"), ["delta"]],
  [has("any", "tags", "RED"), ["Alpha"]],
  [has("any", "tags", "7"), []],
  [has("any", "name", "alpha"), []],
  [{ op: "and", left: is("gt", "n", 0), right: is("lt", "n", 3) }, ["Alpha", "Gamma"]],
  [{ op: "or", left: is("eq", "name", "beta"), right: has("any", "tags", "blue") }, ["Alpha", "beta"]],
  [is("eq", "title", "' OR 1=1 --"), []],
  [is("eq", "title", "nul\0byte"), []],
  [has("contains", "title", "\0"), []],
];

const orders: [ListQuery["orderBy"], string[]][] = [
  [undefined, ["Alpha", "beta", "delta", "epsilon", "Gamma"]],
  [[{ member: "name", descending: true }], ["Gamma", "epsilon", "delta", "beta", "Alpha"]],
  [[{ member: "n", descending: false }], ["epsilon", "Alpha", "Gamma", "beta", "delta"]],
  [[{ member: "n", descending: true }], ["delta", "beta", "Gamma", "Alpha", "epsilon"]],
  [[{ member: "title", descending: false }], ["Gamma", "Alpha", "epsilon", "beta", "delta"]],
  [[{ member: "on", descending: false }], ["Gamma", "beta", "Alpha", "epsilon", "delta"]],
  [
    [
      { member: "deep/text", descending: true },
      { member: "name", descending: true },
    ],
    ["Alpha", "Gamma", "epsilon", "delta", "beta"],
  ],
];

export function describeLists(open: OpenEmpty): void {
  test("filters, orders and pages mean the same on every database", async () => {
    const { store } = await open();
    await write(store, {
      ...rows,
      "/others/o": { n: 1 },
      "/apis/a": {},
      "/apis/a/operations/x": {},
      "/apis/b": {},
      "/apis/b/operations/y": {},
      "/apis/b/operations/y/policies/policy": {},
      "/apis/b;rev=2": {},
      "/apis/b;rev=2/operations/y": {},
    });
    const names = async (query: Omit<ListQuery, "type">) => {
      const { documents, count } = await store.list({ type: "things", ...query });
      if (query.top === undefined && query.skip === undefined) expect(count).toBe(documents.length);
      return documents.map((document) => document.name);
    };
    for (const [filter, expected] of filters) {
      expect(await names({ filter }), JSON.stringify(filter)).toEqual(expected);
    }
    for (const [orderBy, expected] of orders) {
      expect(await names({ orderBy }), JSON.stringify(orderBy)).toEqual(expected);
    }
    const paged = await store.list({ type: "things", filter: is("ne", "name", "beta"), skip: 1, top: 2 });
    expect(paged.documents.map((document) => document.name)).toEqual(["delta", "epsilon"]);
    expect(paged.count).toBe(4);
    expect(await names({ skip: 3 })).toEqual(["epsilon", "Gamma"]);
    expect(await store.list({ type: "things", skip: 9 })).toEqual({ documents: [], count: 5 });
    expect(await store.list({ type: "things", top: 0 })).toEqual({ documents: [], count: 5 });
    const below = await store.list({ type: "apis/operations", parentId: "/apis/b" });
    expect(below.documents.map((document) => document.id)).toEqual(["/apis/b/operations/y"]);
    expect((await store.list({ type: "apis/operations" })).count).toBe(3);
    const anyDepth = async (type: string) => {
      const { documents } = await store.list({ type, below: "/apis/b" });
      return documents.map(({ id }) => id);
    };
    expect(await anyDepth("apis/operations")).toEqual(["/apis/b/operations/y"]);
    expect(await anyDepth("apis/operations/policies")).toEqual(["/apis/b/operations/y/policies/policy"]);
  });

  test("a member's name never becomes SQL", async () => {
    const { store } = await open();
    for (const member of ["n' OR '1'='1", "a.b", "", 'n"', "__proto__", "1n", "n)"]) {
      await expect(store.list({ type: "things", filter: { op: "eq", member: [member], value: 1 } })).rejects.toThrow(
        "member",
      );
      await expect(store.list({ type: "things", orderBy: [{ member, descending: false }] })).rejects.toThrow("member");
    }
  });

  test("a list inside a change sees what the change wrote", async () => {
    const { store } = await open();
    await write(store, rows);
    const { result } = await store.rehearse(async (tx) => {
      await tx.put({
        id: "/things/zeta",
        name: "zeta",
        type: "things",
        parentId: "/",
        properties: { n: 3 },
        references: [],
      });
      await tx.remove("/things/alpha");
      return tx.list({ type: "things", filter: is("gt", "n", 0) });
    });
    expect(result.documents.map((document) => document.name)).toEqual(["beta", "Gamma", "zeta"]);
  });
}
