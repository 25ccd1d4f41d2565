import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/openapi.json/route";
import type { Json, JsonObject } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { methodsOf } from "../arm/answer-document";
import { endpoints } from "../endpoints/definitions";
import type { ResourceDefinition } from "../resources/define";
import { definitions } from "../resources/definitions";
import { findType } from "../resources/find";
import { type Door, openDoor } from "../testing/door";
import { describeManagement } from "./describe";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const description = describeManagement("https://portal.example");
const paths = description.paths as Record<string, JsonObject>;
const methods = ["get", "put", "post", "delete", "head", "patch"];

function walk(value: Json, visit: (object: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === "object" && value !== null) {
    visit(value);
    for (const member of Object.values(value)) walk(member, visit);
  }
}

test("every kind is there with every verb it has", () => {
  for (const definition of definitions as readonly ResourceDefinition[]) {
    for (const type of definition.types) {
      const found = Object.entries(paths).find(([path]) =>
        type === "service" ? path === "/" : path.replaceAll(/\/\{\w+\}/g, "") === `/${type}` && path.endsWith("}"),
      );
      expect([type, found !== undefined]).toEqual([type, true]);
      const described = Object.keys(found?.[1] ?? {}).filter((key) => methods.includes(key));
      expect([type, described.sort()]).toEqual([
        type,
        methodsOf(definition)
          .map((method) => method.toLowerCase())
          .sort(),
      ]);
      for (const action of findType(type)?.behaviour.actions ?? []) {
        if (action.types !== undefined && !action.types.includes(type)) continue;
        const at = `${found?.[0].replace(/^\/$/, "")}/${action.name}`;
        expect(paths[at]).toHaveProperty((action.method ?? "POST").toLowerCase());
      }
    }
  }
  for (const { method, path } of endpoints) expect(paths[`/${path}`]).toHaveProperty(method.toLowerCase());
});

test("it is OpenAPI 3.1 in shape: references lead somewhere, parameters match their paths, ids are unique", () => {
  expect(description.openapi).toBe("3.1.0");
  expect(description.servers).toEqual([{ url: `https://portal.example${serviceId}` }]);
  walk(description, ({ $ref }) => {
    if (typeof $ref !== "string" || !$ref.startsWith("#/components/")) return;
    const target = $ref
      .slice(2)
      .split("/")
      .reduce((value: Json | undefined, key) => (value as JsonObject | undefined)?.[key], description);
    expect([$ref, target !== undefined]).toEqual([$ref, true]);
  });
  const ids: string[] = [];
  for (const [path, item] of Object.entries(paths)) {
    const inPath = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name);
    const declared = (item.parameters as JsonObject[]).filter((each) => each.in === "path").map(({ name }) => name);
    expect([path, declared]).toEqual([path, inPath]);
    for (const [method, operation] of Object.entries(item)) {
      if (method === "parameters") continue;
      expect(methods).toContain(method);
      const { operationId, responses, summary } = operation as JsonObject;
      ids.push(String(operationId));
      expect([path, summary !== ""]).toEqual([path, true]);
      expect(Object.keys(responses as JsonObject)).toContain("default");
    }
  }
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("schemas carry the limits, and show no secret", () => {
  const schemas = (description.components as JsonObject).schemas as Record<string, JsonObject>;
  const inside = (name: string) => (schemas[name] as { properties: { properties: JsonObject } }).properties.properties;
  const create = inside("NamedValueCreate");
  expect(create.additionalProperties).toBe(false);
  expect(create.required).toEqual(["displayName"]);
  expect((create.properties as JsonObject).displayName).toMatchObject({ type: "string", minLength: 1, maxLength: 256 });
  expect(inside("NamedValue").properties).not.toHaveProperty("value");
  expect(schemas.ServiceCreate).toMatchObject({ required: ["location", "sku"] });
});

test("it is served below the service to who may read, and to tools at /api/openapi.json", async () => {
  const served = await door.ask("GET", "openapi.json", { role: "reader" });
  expect([served.status, served.body.openapi]).toEqual([200, "3.1.0"]);
  expect(served.body.servers[0].url).toBe(`http://portal.test:3000${serviceId}`);
  const open = await GET(
    new Request("http://portal.test:3000/api/openapi.json", { headers: { host: "portal.test:3000" } }),
  );
  expect(await open.json()).toEqual(served.body);
});
