import { expect, test } from "vitest";
import { createHandler } from "@/gateway/handle";
import { fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { api, operation, schema } from "@/gateway/testing/documents";
import { apply } from "./apply";
import { build } from "./build";
import type { Program } from "./program";
import { ProgramResources } from "./resources";

const described = {
  templateParameters: [{ name: "id", type: "integer", required: true }],
  responses: [{ statusCode: 200, representations: [{ contentType: "application/json", example: "{}" }] }],
};
const graphql = "application/vnd.ms-azure-apim.graphql.schema";
const first = () =>
  build(
    [
      api("a"),
      api("a;rev=2", { revision: "2", isCurrent: false, path: "a" }),
      operation("a", "GET", "/plain"),
      operation("a", "GET", "/{id}", described),
      operation("a;rev=2", "GET", "/plain"),
      schema("a", "Own", "application/json", "1"),
      schema("a", "Z", graphql, "z"),
      schema("a", "B", graphql, "b"),
      schema(null, "Own", "json", "2"),
      schema(null, "Shared", "json", "3"),
    ],
    1,
  );

async function at(program: Program, url: string): Promise<ProgramResources> {
  const exchange = fakeExchange({ url });
  await createHandler(() => program)(exchange);
  return new ProgramResources(exchange);
}

test("a schema is the API's, or else the service's", async () => {
  const program = first();
  const resources = await at(program, "/a/plain");
  expect(resources.schema("own")).toEqual({ id: "/apis/a/schemas/own", contentType: "application/json", text: "1" });
  expect(resources.schema("/schemas/SHARED")?.text).toBe("3");
  expect(resources.schema("absent")).toBeNull();
  expect(resources.schema("")).toBeNull();
  expect(resources.schema("own")).toBe((await at(program, "/a/7")).schema("OWN"));
  expect((await at(program, "/a;rev=2/plain")).schema("own")?.text).toBe("1");
  expect((await at(program, "/nothing")).schema("own")?.text).toBe("2");
});

test("the API's schema of a type, as it changes", async () => {
  const program = first();
  expect((await at(program, "/a/plain")).schemaOfType(graphql)?.text).toBe("b");
  expect((await at(program, "/a/plain")).schemaOfType("text/plain")).toBeNull();
  expect((await at(program, "/nothing")).schemaOfType(graphql)).toBeNull();
  const next = apply(program, { revision: 2, put: [schema("a", "z", graphql, "new")], remove: ["/apis/a/schemas/b"] });
  expect((await at(next, "/a/plain")).schemaOfType(graphql)?.text).toBe("new");
  expect((await at(next, "/a;rev=2/plain")).schemaOfType(graphql)?.text).toBe("new");
  const last = apply(next, { revision: 3, put: [], remove: ["/apis/a/schemas/z"] });
  expect((await at(last, "/a/plain")).schemaOfType(graphql)).toBeNull();
});

test("an operation's description is whole, is made once, and costs nothing where there is none", async () => {
  const program = first();
  const description = (await at(program, "/a/7")).description();
  expect(description).toEqual({
    templateParameters: [
      { name: "id", type: "integer", required: true, values: [], defaultValue: null, schemaId: null, typeName: null },
    ],
    request: { queryParameters: [], headers: [], representations: [] },
    responses: [
      {
        statusCode: 200,
        headers: [],
        representations: [
          { contentType: "application/json", schemaId: null, typeName: null, formParameters: [], example: "{}" },
        ],
      },
    ],
  });
  expect((await at(program, "/a/8")).description()).toBe(description);
  const plain = (await at(program, "/a/plain")).description();
  expect(plain?.responses).toEqual([]);
  expect((await at(program, "/a;rev=2/plain")).description()).toBe(plain);
  expect((await at(program, "/nothing")).description()).toBeNull();
});
