import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Door, openDoor } from "../../testing/door";
import { typeOfDocument } from "../find";
import { openProperties } from "../secret-fields";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  const properties = { displayName: "People", path: "people", type: "graphql" };
  await door.ask("PUT", "apis/people", { body: { properties } });
});
afterAll(() => door.close());

const put = (id: string, properties: JsonObject) =>
  door.ask("PUT", `apis/people/resolvers/${id}`, { body: { properties } });
const putPolicy = (id: string, value: string, format = "rawxml") =>
  door.ask("PUT", `apis/people/resolvers/${id}/policies/policy`, { body: { properties: { format, value } } });
const source =
  "<http-data-source><http-request><set-method>GET</set-method><set-url>https://people.test</set-url></http-request></http-data-source>";

test("201, 200: the whole contract comes back as it was sent, and a PATCH changes what it names", async () => {
  const properties = { displayName: "One user", path: "Query/user", description: "By its id" };
  const made = await put("one-user", properties);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    name: "one-user",
    type: "Microsoft.ApiManagement/service/apis/resolvers",
    properties,
  });
  expect((await put("one-user", properties)).status).toBe(200);
  const etag = (await door.ask("GET", "apis/people/resolvers/one-user")).headers.get("etag") ?? "";
  const patched = await door.ask("PATCH", "apis/people/resolvers/one-user", {
    body: { properties: { description: "Of one id" } },
    headers: { "if-match": etag },
  });
  expect([patched.status, patched.body.properties]).toEqual([200, { ...properties, description: "Of one id" }]);
  const { body } = await door.ask("GET", "apis/people/resolvers");
  expect(body.value.map(({ name }: { name: string }) => name)).toEqual(["one-user"]);
});

test.each([
  ["displayName", {}, "Is required."],
  ["displayName", { displayName: "" }, "Must have 1 to 300 characters."],
  ["path", { path: undefined }, "Is required."],
  ["path", { path: "user" }, "Must be a type and one of its fields, such as Query/user."],
  ["path", { path: "Query/user/name" }, "Must be a type and one of its fields, such as Query/user."],
  ["path", { path: "Query/us er" }, "Must be a type and one of its fields, such as Query/user."],
])("400: %s %j", async (target, given, message) => {
  const displayName = Object.hasOwn(given, "displayName") || target !== "displayName" ? "Wrong" : undefined;
  const properties = { displayName, path: "Query/wrong", ...given } as unknown as JsonObject;
  const { status, body } = await put("wrong", properties);
  expect([status, body.error.details]).toEqual([400, [{ code: "ValidationError", target, message }]]);
});

test("400: a field has one resolver, another API's field of that name another", async () => {
  await put("first", { displayName: "First", path: "Query/first" });
  const { status, body } = await put("second", { displayName: "Second", path: "Query/first" });
  expect([status, body.error.details[0]]).toMatchObject([
    400,
    { target: "path", message: "The field Query/first has a resolver already: first." },
  ]);
  await door.ask("PUT", "apis/other", {
    body: { properties: { displayName: "Other", path: "other", type: "graphql" } },
  });
  const other = await door.ask("PUT", "apis/other/resolvers/second", {
    body: { properties: { displayName: "Second", path: "Query/first" } },
  });
  expect(other.status).toBe(201);
});

test("404: of an API that does not exist, and one that was deleted with its policy", async () => {
  const properties = { displayName: "Lost", path: "Query/lost" };
  expect((await door.ask("PUT", "apis/nobody/resolvers/lost", { body: { properties } })).status).toBe(404);
  await put("lost", properties);
  await putPolicy("lost", source);
  const gone = await door.ask("DELETE", "apis/people/resolvers/lost", { headers: { "if-match": "*" } });
  expect(gone.status).toBe(200);
  expect((await door.ask("GET", "apis/people/resolvers/lost")).status).toBe(404);
  expect((await door.ask("GET", "apis/people/resolvers/lost/policies/policy")).status).toBe(404);
});

test("400: the policy of a resolver is one data source, not a document of sections", async () => {
  await put("checked", { displayName: "Checked", path: "Query/checked" });
  expect((await putPolicy("checked", source)).status).toBe(201);
  const wrong = [
    "<policies><inbound /></policies>",
    "<set-header name='X'><value>1</value></set-header>",
    "<http-data-source><http-request><set-url>https://people.test</set-url></http-request></http-data-source>",
    source.replace("</http-data-source>", ""),
  ];
  for (const value of wrong) {
    const { status, body } = await putPolicy("checked", value);
    expect([status, body.error?.code], value).toEqual([400, "ValidationError"]);
  }
  const read = await door.ask("GET", "apis/people/resolvers/checked/policies/policy", { query: "format=rawxml" });
  expect(read.body.properties.value).toContain("https://people.test");
});

test("a gateway is told of the API, its schema, its resolvers and their policies", async () => {
  await put("told", { displayName: "Told", path: "Query/told", description: "Not for gateways" });
  await putPolicy("told", source);
  const schema = {
    contentType: "application/vnd.ms-azure-apim.graphql.schema",
    document: { value: "type Query { told: String }" },
  };
  const made = await door.ask("PUT", "apis/people/schemas/graphql", { body: { properties: schema } });
  expect([200, 201, 202]).toContain(made.status);
  const documents = await told();
  expect(documents).toMatchObject({
    "/apis/people": { type: "graphql", path: "people" },
    "/apis/people/schemas/graphql": { contentType: schema.contentType, text: schema.document.value },
    "/apis/people/resolvers/told": { path: "Query/told" },
    "/apis/people/resolvers/told/policies/policy": {
      ownerId: "/apis/people/resolvers/told",
      value: expect.stringContaining("http-data-source"),
    },
  });
  expect(documents["/apis/people/resolvers/told"]).toEqual({ path: "Query/told" });
});

async function told(): Promise<Record<string, unknown>> {
  const { store } = door;
  const documents: Record<string, unknown> = {};
  for await (const page of (await store.snapshot()).pages) {
    for (const document of page) {
      const properties = await openProperties(document.properties, (ids) => store.openSecrets(ids));
      const installation = { debugPublicKey: null };
      const { behaviour } = typeOfDocument(document);
      const made = await behaviour.project?.({ document, properties, installation, read: store });
      if (made != null) documents[made.id] = made.properties;
    }
  }
  return documents;
}
