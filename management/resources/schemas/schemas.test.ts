import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Door, openDoor } from "../../testing/door";
import { project as projectApiSchema } from "../api-schemas/project";
import { project } from "./project";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "apis/shop", { body: { properties: { displayName: "Shop", path: "shop" } } });
});
afterAll(() => door.close());

const put = (path: string, properties: JsonObject) => door.ask("PUT", path, { body: { properties } });
const xsd = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" /></xs:schema>';
const openApi = "application/vnd.oai.openapi.components+json";
const swagger = "application/vnd.ms-azure-apim.swagger.definitions+json";
const graphql = "application/vnd.ms-azure-apim.graphql.schema";
const xml = "application/vnd.ms-azure-apim.xsd+xml";

test.each([
  ["schemas/person", { schemaType: "json", description: "d", document: { type: "object", $id: "x" } }],
  ["schemas/text", { schemaType: "json", value: '{"type":"string"}' }],
  ["schemas/order", { schemaType: "xml", value: xsd }],
  [
    "apis/shop/schemas/open",
    { contentType: openApi, document: { components: { schemas: { A: { type: "string" } } } } },
  ],
  ["apis/shop/schemas/old", { contentType: swagger, document: { definitions: { A: { type: "string" } } } }],
  ["apis/shop/schemas/xsd", { contentType: xml, document: { value: xsd } }],
  ["apis/shop/schemas/graphql", { contentType: graphql, document: { value: "type Query { a: Int }" } }],
  ["apis/shop/schemas/json", { contentType: "application/json", document: { value: '{"type":"string"}' } }],
])("201 and 200: %s", async (path, properties) => {
  const made = await put(path, properties);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect(made.body.properties).toMatchObject(properties);
  const again = await door.ask("PUT", path, { body: (await door.ask("GET", path)).body });
  expect(again.status).toBe(200);
  expect(again.body).toEqual(made.body);
});

const big = "x".repeat(4 * 1024 * 1024 - 500);
test.each([
  ["schemas/bad", { schemaType: "yaml", value: "a" }, "schemaType", /./],
  ["schemas/bad", { schemaType: "xml" }, "value", "Must be the schema as a text."],
  ["schemas/bad", { schemaType: "json" }, "document", "Is required."],
  ["schemas/bad", { schemaType: "xml", value: "no" }, "value", "Must be an XML document."],
  ["schemas/bad", { schemaType: "xml", value: `<!DOCTYPE a>${xsd}` }, "value", "Must not have a document type."],
  ["schemas/bad", { schemaType: "json", value: "{" }, "value", "Must be a JSON document."],
  ["schemas/bad", { schemaType: "json", value: "1" }, "value", "Must be a JSON object."],
  [
    "schemas/bad",
    { schemaType: "json", value: `${'{"a":'.repeat(200)}1${"}".repeat(200)}` },
    "value",
    /nested more than 128/,
  ],
  ["schemas/order", { schemaType: "json", document: {} }, "schemaType", "Is 'xml' and cannot change."],
  ["schemas/bad", { schemaType: "xml", value: `<${"é".repeat(2_097_152)}` }, null, /./],
  ["apis/shop/schemas/bad", { contentType: "json", document: { value: "{}" } }, "contentType", /media type/],
  ["apis/shop/schemas/bad", { contentType: openApi, document: {} }, "document", /exactly one/],
  [
    "apis/shop/schemas/bad",
    { contentType: openApi, document: { value: "{}", components: {} } },
    "document",
    /exactly one/,
  ],
  ["apis/shop/schemas/bad", { contentType: xml, document: { components: {} } }, "document.components", /Is not for/],
  ["apis/shop/schemas/bad", { contentType: graphql, document: { value: "type {" } }, "document.value", /GraphQL/],
  ["apis/shop/schemas/bad", { contentType: "application/json", document: { value: "{" } }, "document.value", /JSON/],
])("400: %s", async (path, properties, target, message) => {
  const refused = await put(path, properties as JsonObject);
  if (target === null) {
    expect([400, 413]).toContain(refused.status);
    return;
  }
  expect(refused.status, JSON.stringify(refused.body)).toBe(400);
  const [detail] = refused.body.error.details;
  expect(detail.target.replace("properties.", "")).toBe(target);
  expect(detail.message).toMatch(message);
});

test("200: as large as the door lets through", async () => {
  const description = "A schema with a long comment";
  const value = xsd.replace("<xs:element", `<!-- ${big.slice(0, 3_900_000)} --><xs:element`);
  expect((await put("schemas/big", { schemaType: "xml", description, value })).status).toBe(201);
});

test("gateways are told of the text and of what it is", async () => {
  const made = async (path: string) => {
    const document = await door.store.read(path);
    if (document === null) throw new Error(`${path} is not there.`);
    const make = document.type === "schemas" ? project : projectApiSchema;
    const { properties } = document;
    return (await make({ document, properties, read: door.store } as never))?.properties;
  };
  expect(await made("/schemas/person")).toEqual({ contentType: "json", text: '{"type":"object","$id":"x"}' });
  expect(await made("/schemas/order")).toEqual({ contentType: "xml", text: xsd });
  expect(await made("/apis/shop/schemas/open")).toEqual({
    contentType: openApi,
    text: '{"components":{"schemas":{"A":{"type":"string"}}}}',
  });
  expect(await made("/apis/shop/schemas/old")).toMatchObject({ text: '{"definitions":{"A":{"type":"string"}}}' });
});

test("a new revision brings its schemas along, and an API that goes takes them with it", async () => {
  expect((await put("apis/shop;rev=2", { sourceApiId: "/apis/shop" })).status).toBe(201);
  expect((await door.ask("GET", "apis/shop;rev=2/schemas/open")).status).toBe(200);
  expect((await door.ask("GET", "apis/shop/schemas")).body.value).toHaveLength(5);
  expect((await door.ask("DELETE", "apis/shop/schemas/open")).status).toBe(200);
  expect((await door.ask("DELETE", "apis/shop/schemas/open")).status).toBe(204);
  expect((await door.ask("DELETE", "schemas/person", { role: "reader" })).status).toBe(403);
});
