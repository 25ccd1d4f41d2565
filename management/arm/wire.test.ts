import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { askDoor, type Door, openDoor } from "../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  for (let index = 1; index <= 25; index++) {
    const properties = { displayName: `Tag ${String(index).padStart(2, "0")}` };
    await door.ask("PUT", `tags/T${index}`, { body: { properties } });
  }
});
afterAll(() => door.close());

type Named = { name: string };
const names = (body: { value: Named[] }) => body.value.map(({ name }) => name);

test("a list is walked by its absolute next links", async () => {
  const found: string[] = [];
  let pages = 0;
  let link: string | undefined = "";
  while (link !== undefined) {
    const url: URL | null = link === "" ? null : new URL(link);
    if (url !== null) expect(url.origin).toBe("http://portal.test:3000");
    const query = url === null ? "$top=10&$filter=startswith(name,'T')" : url.search.slice(1);
    const page = await door.ask("GET", url?.pathname ?? "tags", { query, apiVersion: url === null ? undefined : null });
    expect(page.status).toBe(200);
    expect(page.body.count).toBe(25);
    found.push(...names(page.body));
    pages += 1;
    link = page.body.nextLink;
  }
  expect(pages).toBe(3);
  expect(new Set(found).size).toBe(25);
});

test("a page beyond the greatest size is answered in parts", async () => {
  const page = await door.ask("GET", "tags", { query: "$top=100000&$skip=20" });
  expect(page.body.value).toHaveLength(5);
  expect(page.body).not.toHaveProperty("nextLink");
});

test("filters and orders by members, whichever way they are spelt", async () => {
  const ask = async (query: string) => names((await door.ask("GET", "tags", { query })).body);
  const filter = (text: string) => ask(`$filter=${encodeURIComponent(text)}`);
  expect(await filter("displayName eq 'Tag 07'")).toEqual(["T7"]);
  expect(await filter("properties/displayName eq 'Tag 07' or name eq 't8'")).toEqual(["T7", "T8"]);
  expect(await filter("substringof('2', name) and not (contains(displayName, '2'))")).toEqual([]);
  expect(await filter("endswith(displayName, '5') eq true")).toEqual(["T15", "T25", "T5"]);
  expect(await ask("$orderby=displayName desc&$top=2")).toEqual(["T25", "T24"]);
  expect(await ask("%24top=1&%24skip=1&%24ORDERBY=name")).toHaveLength(1);
});

test("every answer can be found again by its ids", async () => {
  const sent = { "x-ms-client-request-id": "abc-123", "x-ms-return-client-request-id": "true" };
  for (const [method, path] of [
    ["GET", "tags/T1"],
    ["GET", "nothing"],
    ["HEAD", "tags/T1"],
  ] as const) {
    const { headers } = await door.ask(method, path, { headers: sent });
    expect(headers.get("x-ms-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("x-ms-correlation-request-id")).toBe("abc-123");
    expect(headers.get("x-ms-client-request-id")).toBe("abc-123");
    expect(headers.get("cache-control")).toContain("no-store");
  }
  const forged = await door.ask("GET", "tags/T1", { headers: { "x-ms-correlation-request-id": "<script>" } });
  expect(forged.headers.get("x-ms-correlation-request-id")).toBe(forged.headers.get("x-ms-request-id"));
});

test("one document is read by one query", async () => {
  let reads = 0;
  const store = {
    ...door.store,
    read: (id: string) => {
      reads += 1;
      return door.store.read(id);
    },
    list: () => Promise.reject(new Error("no list was needed")),
  };
  const answer = await askDoor({ ...door.management, store }, "GET", "backends/echo");
  expect([answer.status, reads]).toEqual([200, 1]);
});

test("ids keep their author's casing and are found in any", async () => {
  const made = await door.ask("PUT", "apis/MyApi", { body: { properties: { displayName: "Mine", path: "mine" } } });
  expect(made.body.id).toBe(`${serviceId}/apis/MyApi`);
  await door.ask("PUT", "APIS/myapi/OPERATIONS/GetAll", {
    body: { properties: { displayName: "All", method: "GET", urlTemplate: "/" } },
  });
  const read = await door.ask("GET", "apis/MyApi/operations/getall");
  expect(read.body).toMatchObject({
    id: `${serviceId}/apis/MyApi/operations/GetAll`,
    name: "GetAll",
    type: "Microsoft.ApiManagement/service/apis/operations",
  });
});

test("the services of the subscription and of the resource group are listed", async () => {
  const [, subscriptions, id, groups, group] = serviceId.split("/");
  for (const path of [
    `/${subscriptions}/${id}/providers/Microsoft.ApiManagement/service`,
    `/${subscriptions}/${id}/${groups}/${group}/providers/microsoft.apimanagement/SERVICE`,
  ]) {
    const answer = await door.ask("GET", path);
    expect([answer.status, names(answer.body)]).toEqual([200, ["gatehouse"]]);
  }
});

test("the host and the protocol of links are those the client used", async () => {
  const headers = { host: "api.example:8443", "x-forwarded-proto": "https" };
  const page = await door.ask("GET", "tags", { query: "$top=1", headers });
  expect(page.body.nextLink).toMatch(/^https:\/\/api\.example:8443\/subscriptions\/.*\$top=1&\$skip=1$/);
});
