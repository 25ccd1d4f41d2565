import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
const put = (id: string, properties: object) =>
  door.ask("PUT", `apiVersionSets/${id}`, { body: { properties } as never });

test.each([
  ["segment", { versioningScheme: "Segment" }],
  ["header", { versioningScheme: "Header", versionHeaderName: "Api-Version" }],
  ["query", { versioningScheme: "Query", versionQueryName: "api-version" }],
])("201 and 200: %s", async (id, scheme) => {
  const properties = { displayName: `By ${id}`, description: "d", ...scheme };
  const made = await put(id, properties);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ name: id, type: "Microsoft.ApiManagement/service/apiVersionSets", properties });
  expect((await door.ask("PUT", `apiVersionSets/${id}`, { body: made.body })).status).toBe(200);
});

test("200: PATCH and filter", async () => {
  const changed = await door.ask("PATCH", "apiVersionSets/segment", {
    body: { properties: { displayName: "By path" } },
  });
  expect(changed.body.properties).toMatchObject({ displayName: "By path", versioningScheme: "Segment" });
  expect((await door.ask("GET", "apiVersionSets", { query: "$filter=displayName eq 'By path'" })).body.count).toBe(1);
});

test.each([
  [{ versioningScheme: "Header" }, "versionHeaderName"],
  [{ versioningScheme: "Query" }, "versionQueryName"],
  [{ versioningScheme: "Cookie" }, "versioningScheme"],
  [{}, "versioningScheme"],
  [{ versioningScheme: "Header", versionHeaderName: "a b" }, "versionHeaderName"],
  [{ versioningScheme: "Segment", displayName: "x".repeat(101) }, "displayName"],
  [{ versioningScheme: "Segment", shade: "x" }, "shade"],
])("400: %j", async (properties, target) => {
  const refused = await put("bad", { displayName: "Bad", ...properties });
  expect(refused.status).toBe(400);
  expect(refused.body.error.details[0].target.replace("properties.", "")).toBe(target);
});

test("409: in use", async () => {
  await door.ask("PUT", "apis/a", {
    body: { properties: { displayName: "A", path: "a", apiVersionSetId: "/apiVersionSets/header", apiVersion: "1" } },
  });
  const refused = await door.ask("DELETE", "apiVersionSets/header");
  expect(refused.status).toBe(409);
  expect(refused.body.error.details[0].target).toBe("/apis/a");
  await door.ask("DELETE", "apis/a");
  expect((await door.ask("DELETE", "apiVersionSets/header")).status).toBe(200);
});

test("403, 404, 412, 204", async () => {
  expect((await door.ask("DELETE", "apiVersionSets/query", { role: "reader" })).status).toBe(403);
  expect((await door.ask("GET", "apiVersionSets/absent")).status).toBe(404);
  expect((await door.ask("DELETE", "apiVersionSets/query", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(
    412,
  );
  expect((await door.ask("DELETE", "apiVersionSets/absent")).status).toBe(204);
});
