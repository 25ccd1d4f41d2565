import { afterAll, beforeAll, expect, test } from "vitest";
import { serviceId } from "@/lib/service-id";
import { type Door, openDoor } from "../../testing/door";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
const put = (id: string, properties: object) =>
  door.ask("PUT", `policyFragments/${id}`, { body: { properties } as never });
const value = `<fragment>\n  <set-header name="x-a" exists-action="delete" />\n</fragment>`;

test("201 and 200", async () => {
  const made = await put("Stamp", { value, description: "Stamps" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: "Stamp",
    type: "Microsoft.ApiManagement/service/policyFragments",
    properties: { value, description: "Stamps", format: "xml", provisioningState: "Succeeded" },
  });
  expect((await door.ask("PUT", "policyFragments/stamp", { body: made.body })).status).toBe(200);
  expect((await door.ask("GET", "policyFragments/stamp", { query: "format=rawxml" })).body.properties.format).toBe(
    "rawxml",
  );
  expect((await door.ask("GET", "policyFragments", { query: "$filter=description eq 'Stamps'" })).body.count).toBe(1);
});

test("200: listReferences names the policies that include it", async () => {
  const policy = `<policies><inbound><include-fragment fragment-id="STAMP" /></inbound><backend><forward-request /></backend></policies>`;
  expect((await door.ask("PUT", "policies/policy", { body: { properties: { value: policy } } })).status).toBe(200);
  const list = await door.ask("POST", "policyFragments/stamp/listReferences");
  expect(list.status).toBe(200);
  expect(list.body).toEqual({
    value: [{ id: `${serviceId}/policies/policy`, type: "Microsoft.ApiManagement/service/policies", name: "policy" }],
    count: 1,
  });
  expect((await door.ask("POST", "policyFragments/stamp/listReferences", { query: "$skip=1" })).body).toEqual({
    value: [],
    count: 1,
  });
});

test("409: in use", async () => {
  const refused = await door.ask("DELETE", "policyFragments/stamp");
  expect(refused.status).toBe(409);
  expect(refused.body.error.details[0].target).toBe("/policies/policy");
});

test.each([
  ["no value", "bad", {}],
  ["a policy document", "bad", { value: "<policies />" }],
  ["a section", "bad", { value: "<fragment><inbound /></fragment>" }],
  ["base", "bad", { value: "<fragment><base /></fragment>" }],
  ["another fragment", "bad", { value: `<fragment><include-fragment fragment-id="stamp" /></fragment>` }],
  ["a link", "bad", { value, format: "xml-link" }],
  ["a long description", "bad", { value, description: "x".repeat(1001) }],
  ["more than 512 KB", "bad", { value: `<fragment><!-- ${"é".repeat(262_144)} --></fragment>` }],
  ["an id with a dot", "a.b", { value }],
  ["an id of 81 characters", "a".repeat(81), { value }],
])("400: %s", async (_, id, properties) => {
  expect((await put(id, properties)).status).toBe(400);
});

test("403, 404, 412, 204", async () => {
  expect((await door.ask("PUT", "policyFragments/r", { body: { properties: { value } }, role: "reader" })).status).toBe(
    403,
  );
  expect((await door.ask("GET", "policyFragments/absent")).status).toBe(404);
  await put("free", { value });
  expect((await door.ask("DELETE", "policyFragments/free", { headers: { "if-match": '"AAAAAAAAAAE="' } })).status).toBe(
    412,
  );
  expect((await door.ask("DELETE", "policyFragments/free")).status).toBe(200);
  expect((await door.ask("DELETE", "policyFragments/free")).status).toBe(204);
});
