import { afterAll, beforeAll, expect, test } from "vitest";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/shop", { body: { properties: { displayName: "Shop", path: "shop" } } });
});
afterAll(() => door.close());

const put = (id: string, properties: object) =>
  door.ask("PUT", `apis/shop/operations/${id}`, { body: { properties } as never });
const id = { name: "id", type: "string", required: true };

test("201 and 200: the whole contract comes back as it was sent", async () => {
  const parameter = {
    ...id,
    description: "d",
    defaultValue: "1",
    values: ["1", "2"],
    schemaId: "s",
    typeName: "T",
    examples: { a: { summary: "s", description: "d", value: { deep: [1, null] }, externalValue: "https://x.test" } },
  };
  const representations = [
    { contentType: "application/json", schemaId: "s", typeName: "T", examples: { a: { value: 1 } } },
  ];
  const form = [{ contentType: "multipart/form-data", formParameters: [parameter] }];
  const properties = {
    displayName: "Get item",
    method: "GET",
    urlTemplate: "/items/{id}",
    description: "One item",
    templateParameters: [parameter],
    request: { description: "r", queryParameters: [parameter], headers: [parameter], representations: form },
    responses: [{ statusCode: 200, description: "ok", headers: [parameter], representations }],
  };
  const made = await put("get-item", properties);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: "get-item",
    type: "Microsoft.ApiManagement/service/apis/operations",
    properties,
  });
  expect(made.body.id).toMatch(/\/apis\/shop\/operations\/get-item$/);
  const again = await door.ask("PUT", "apis/shop/operations/get-item", {
    body: (await door.ask("GET", "apis/shop/operations/get-item")).body,
  });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(made.body);
});

test.each([
  ["wildcard", "GET", "/*", []],
  ["catch-all", "GET", "/files/{*path}", [{ ...id, name: "*path" }]],
  ["catch-all-plain", "PUT", "/files/{*path}", [{ ...id, name: "path" }]],
  [
    "query",
    "GET",
    "/add?a={a}&b={b}",
    [
      { ...id, name: "a" },
      { ...id, name: "b" },
    ],
  ],
  ["custom", "PURGE", "/cache", []],
  ["soap", "POST", "/?soapAction=http://tempuri.org/IOrders/Get", []],
  ["odd", "GET", "/Customers({key})", [{ ...id, name: "key" }]],
  ["root", "GET", "/", []],
  ["unrooted", "GET", "plain", []],
])("201: %s: %s %s", async (name, method, urlTemplate, templateParameters) => {
  expect((await put(name, { displayName: name, method, urlTemplate, templateParameters })).status).toBe(201);
});

test("200: PATCH, and lists with a filter", async () => {
  const changed = await door.ask("PATCH", "apis/shop/operations/root", {
    body: { properties: { description: "The root" } },
  });
  expect(changed.status).toBe(200);
  expect(changed.body.properties).toMatchObject({ method: "GET", urlTemplate: "/", description: "The root" });
  const found = await door.ask("GET", "apis/shop/operations", { query: "$filter=method eq 'purge'" });
  expect(found.body.value.map(({ name }: { name: string }) => name)).toEqual(["custom"]);
  const page = await door.ask("GET", "apis/shop/operations", { query: "$top=2" });
  expect(page.body.value).toHaveLength(2);
  expect(page.body.nextLink).toContain("$skip=2");
});

const undefinedParameter =
  "All template parameters used in the UriTemplate must be defined in the Operation 'bad', and vice-versa.";
test.each([
  [{ urlTemplate: "/x/{id}" }, "templateParameters", `${undefinedParameter} Not defined: id.`],
  [{ urlTemplate: "/x", templateParameters: [id] }, "templateParameters", `${undefinedParameter} Not used: id.`],
  [{ urlTemplate: "/x/{id}", templateParameters: [id, id] }, "templateParameters", "Defines id twice."],
  [{ urlTemplate: "/x/{id" }, "urlTemplate", "Has a { without its }."],
  [{ urlTemplate: "/x/id}" }, "urlTemplate", "Has a } without its {."],
  [{ urlTemplate: "/{a}/{A}" }, "urlTemplate", "Has the parameter '{A}' twice."],
  [{ urlTemplate: "/{*a}/b" }, "urlTemplate", "'{*a}' must be the whole last segment of the path."],
  [{ urlTemplate: "/a*b" }, "urlTemplate", "A * must be the whole last segment of the path."],
  [{ urlTemplate: "/a b" }, "urlTemplate", "Must not have the character ' '."],
  [{ urlTemplate: "" }, "urlTemplate", "Must have 1 to 1000 characters."],
  [{ urlTemplate: `/${"a".repeat(1000)}` }, "urlTemplate", "Must have 1 to 1000 characters."],
  [{ urlTemplate: "/x", method: "GET IT" }, "method", "Must be an HTTP method such as GET."],
  [{ urlTemplate: "/x", displayName: "" }, "displayName", "Must have 1 to 300 characters."],
  [{ urlTemplate: "/x", description: "x".repeat(1001) }, "description", "Must have at most 1000 characters."],
  [{ urlTemplate: "/x", responses: [{ statusCode: 42 }] }, "responses[0].statusCode", "Must be from 100 to 599."],
  [{ urlTemplate: "/x", request: { headers: [{ name: "x" }] } }, "request.headers[0].type", "Is required."],
  [
    { urlTemplate: "/items/{other}", templateParameters: [{ ...id, name: "other" }] },
    "urlTemplate",
    "Operation 'get-item' of this API has the same method and template: GET /items/{id}.",
  ],
  [
    { urlTemplate: "/x", policies: "<policies/>" },
    "policies",
    "Cannot be set here. PUT the policy document at /apis/shop/operations/bad/policies/policy.",
  ],
])("400: %j", async (more, target, message) => {
  const refused = await put("bad", { displayName: "Bad", method: "GET", ...more });
  expect(refused.status).toBe(400);
  const [detail] = refused.body.error.details;
  expect(detail.target.replace("properties.", "")).toBe(target);
  expect(detail.message).toBe(message);
});

test("201: one template serves several methods", async () => {
  const made = await put("delete-item", {
    displayName: "Delete",
    method: "DELETE",
    urlTemplate: "/items/{id}",
    templateParameters: [id],
  });
  expect(made.status).toBe(201);
});

test("404 and 204", async () => {
  const absent = await door.ask("GET", "apis/shop/operations/absent");
  expect(absent.status).toBe(404);
  expect(absent.body.error.message).toBe("Operation not found.");
  expect(
    (
      await door.ask("PUT", "apis/absent/operations/x", {
        body: { properties: { displayName: "X", method: "GET", urlTemplate: "/" } },
      })
    ).status,
  ).toBe(404);
  expect((await door.ask("DELETE", "apis/shop/operations/absent")).status).toBe(204);
});

test("403 and 412", async () => {
  expect((await door.ask("DELETE", "apis/shop/operations/root", { role: "reader" })).status).toBe(403);
  expect(
    (await door.ask("DELETE", "apis/shop/operations/root", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status,
  ).toBe(412);
});
