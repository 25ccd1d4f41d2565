import { expect, test } from "vitest";
import type { CheckOutcome } from "@/policy/kits/validation/check-outcome";
import { checkJson, type JsonCheck } from "./check-json";

const plain: JsonCheck["variant"] = { additionalProperties: null, ignoreCase: false, side: "request" };
type More = Partial<JsonCheck["variant"]> & { definition?: JsonCheck["definition"] };

function check(schema: unknown, body: unknown, { definition = null, ...variant }: More = {}): Promise<CheckOutcome> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const schemaText = typeof schema === "string" ? schema : JSON.stringify(schema);
  return checkJson({ body: new TextEncoder().encode(text), schemaText, definition, variant: { ...plain, ...variant } });
}
const pet = { definition: { name: "Pet" } } as const;
const components = (schemas: object) => ({ components: { schemas } });
const kinds = async (schema: unknown, bodies: readonly unknown[], more: More = {}) =>
  Promise.all(bodies.map(async (body) => (await check(schema, body, more)).kind));

test("every draft that is met", async () => {
  const draft = (name: string) => `http://json-schema.org/${name}/schema#`;
  const old = { $schema: draft("draft-04"), type: "number", minimum: 1, exclusiveMinimum: true };
  expect(await kinds(old, [1, 2])).toEqual(["wrong", "conforms"]);
  for (const name of ["draft-06", "draft-07"]) {
    const schema = { $schema: draft(name), definitions: { a: { const: 1 } }, $ref: "#/definitions/a", maximum: 0 };
    expect(await kinds(schema, [1, 2])).toEqual(["conforms", "wrong"]);
  }
  const of2019 = { $schema: "https://json-schema.org/draft/2019-09/schema", items: [{ type: "string" }] };
  expect(await kinds(of2019, [["a"], [1]])).toEqual(["conforms", "wrong"]);
  const of2020 = { $schema: "https://json-schema.org/draft/2020-12/schema", prefixItems: [{ type: "string" }] };
  expect(await kinds(of2020, [["a"], [1]])).toEqual(["conforms", "wrong"]);
  const own = {
    $id: "https://example.com/p",
    $defs: { n: { type: "integer" } },
    items: { $ref: "https://example.com/p#/$defs/n" },
  };
  expect(await kinds(own, [[1], ["a"]])).toEqual(["conforms", "wrong"]);
});

test("OpenAPI's own keywords", async () => {
  const schema = components({
    Pet: {
      type: "object",
      required: ["id", "name", "secret"],
      properties: {
        id: { type: "integer", readOnly: true },
        secret: { type: "string", writeOnly: true },
        name: { type: "string", nullable: true, example: 5 },
        kind: { $ref: "#/components/schemas/Kind", nullable: true },
      },
    },
    Kind: { type: "string", enum: ["cat", "dog"], "x-note": { type: "nothing" } },
  });
  const request = { name: null, secret: "s", kind: null };
  expect(await kinds(schema, [request, { ...request, kind: "cow" }], pet)).toEqual(["conforms", "wrong"]);
  const response = { name: "n", id: 1 };
  expect(await kinds(schema, [response], pet)).toEqual(["wrong"]);
  expect(await kinds(schema, [response], { ...pet, side: "response" })).toEqual(["conforms"]);
});

test("a discriminator says which schema counts", async () => {
  const of = (name: string, type: string) => ({
    type: "object",
    required: ["kind", name],
    properties: { kind: { type: "string" }, [name]: { type } },
  });
  const refs = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];
  const mapping = { feline: "#/components/schemas/Cat" };
  const discriminator = { propertyName: "kind", mapping };
  const schema = components({
    Cat: of("lives", "integer"),
    Dog: of("bark", "string"),
    Pet: { oneOf: refs, discriminator },
  });
  const bodies = [
    { kind: "feline", lives: 9 },
    { kind: "Dog", bark: "w" },
    { kind: "Dog", lives: 9 },
    { kind: "cow" },
    {},
  ];
  expect(await kinds(schema, bodies, pet)).toEqual(["conforms", "conforms", "wrong", "wrong", "wrong"]);
});

test("additional properties are as the policy wishes, in compositions too", async () => {
  const schema = components({
    Animal: { type: "object", properties: { name: { type: "string" } } },
    Pet: {
      allOf: [
        { $ref: "#/components/schemas/Animal" },
        { type: "object", properties: { owner: { $ref: "#/components/schemas/Animal" } } },
      ],
    },
    Closed: { type: "object", properties: { a: {} }, additionalProperties: false },
  });
  const bodies = [{ name: "n", owner: { name: "o" } }, { other: 1 }, { owner: { other: 1 } }];
  expect(await kinds(schema, bodies, pet)).toEqual(["conforms", "conforms", "conforms"]);
  expect(await kinds(schema, bodies, { ...pet, additionalProperties: false })).toEqual(["conforms", "wrong", "wrong"]);
  const closed = { definition: { name: "Closed" } };
  expect(await kinds(schema, [{ b: 1 }], closed)).toEqual(["wrong"]);
  expect(await kinds(schema, [{ b: 1 }], { ...closed, additionalProperties: true })).toEqual(["conforms"]);
});

test("names of properties without regard to case", async () => {
  const schema = {
    required: ["Name"],
    properties: { Name: { type: "string" }, inner: { properties: { ID: { type: "integer" } } } },
  };
  const bodies = [{ NAME: "n", Inner: { id: 1 } }, { name: "n", inner: { iD: "x" } }, { nom: "n" }];
  expect(await kinds(schema, bodies)).toEqual(["wrong", "wrong", "wrong"]);
  expect(await kinds(schema, bodies, { ignoreCase: true })).toEqual(["conforms", "wrong", "wrong"]);
});

test("problems tell where they are", async () => {
  const schema = { type: "object", properties: { "a/b": { items: { type: "integer" } } }, required: ["c"] };
  const body = '{\n  "x": "\\"}",\n  "a/b": [1, {"q": []},\n     "two"]\n}';
  expect(await check(schema, body)).toEqual({
    kind: "wrong",
    problems: [
      { message: "The body must have required property 'c'.", line: 1, position: 1 },
      { message: "'a~1b.1' must be integer.", line: 3, position: 14 },
      { message: "'a~1b.2' must be integer.", line: 4, position: 6 },
    ],
  });
  expect(await check(schema, '{"c": 1,\n "d": tru }')).toMatchObject({
    problems: [{ message: "The body is not valid JSON." }],
  });
});

test("definitions by name and by pointer", async () => {
  const swagger = { definitions: { Pet: { type: "string" }, "a/b ~": { type: "integer" } } };
  expect(await kinds(swagger, ["x".repeat(3), 1], pet)).toEqual(["wrong", "wrong"]);
  expect(await kinds(swagger, ['"x"', 1], pet)).toEqual(["conforms", "wrong"]);
  expect(await kinds(swagger, [1, '"x"'], { definition: { name: "a/b ~" } })).toEqual(["conforms", "wrong"]);
  expect(await kinds(swagger, [1, '"x"'], { definition: { pointer: "/definitions/a~1b%20~0" } })).toEqual([
    "conforms",
    "wrong",
  ]);
  expect(await kinds(swagger, [1], { definition: { name: "Cow" } })).toEqual(["no-definition"]);
  expect(await kinds(swagger, [1], { definition: { name: "toString" } })).toEqual(["no-definition"]);
  expect(await kinds({ type: "string" }, [1], pet)).toEqual(["no-definitions"]);
  expect(await kinds(swagger, [1], { definition: { pointer: "/nowhere" } })).toEqual(["no-definition"]);
});

test.each([
  ["a reference out of the document", { $ref: "http://127.0.0.1:1/schema.json" }],
  ["a reference to a file", { $ref: "file:///etc/passwd" }],
  ["a reference to nothing", { $ref: "#/definitions/absent" }],
  ["a pattern that is none", { pattern: "(" }],
  ["a type that is none", { type: "nothing" }],
  ["text that is no JSON", "{"],
  ["deep nesting", `${'{"not":'.repeat(200)}{}${"}".repeat(200)}`],
])("a schema that cannot be used: %s", async (_, schema) => {
  expect((await check(schema, 1)).kind).toBe("unusable");
});

test("a pattern that would take an engine years, and many equal-looking items, end", async () => {
  for (const pattern of ["^(a+)+$", "^(a|a)*b$", "^(a|aa)+$"]) {
    for (const length of [50, 50_000]) {
      const [kind] = await kinds({ pattern }, [JSON.stringify(`${"a".repeat(length)}!`)]);
      expect(["wrong", "unusable"], pattern).toContain(kind);
    }
  }
  const items = Array.from({ length: 8_000 }, (_, at) => ({ a: { b: at } }));
  expect(await kinds({ uniqueItems: true }, [items, [...items, { a: { b: 7 } }]])).toEqual(["conforms", "wrong"]);
  for (const format of [
    "email",
    "uri",
    "uri-template",
    "hostname",
    "ipv6",
    "date-time",
    "json-pointer",
    "iri",
    "regex",
  ]) {
    const hostile = JSON.stringify(`${"a.".repeat(30_000)}@${"%".repeat(10)}`);
    await check({ type: "string", format }, hostile);
  }
});

test("hostile bodies change nothing and are refused", async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
  expect(await check(true, deep)).toMatchObject({
    kind: "wrong",
    problems: [{ message: "The body is nested more than 128 times." }],
  });
  const schema = { type: "object", properties: { a: {} }, additionalProperties: false, required: ["constructor"] };
  const polluting = '{"a":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
  for (const ignoreCase of [false, true]) {
    expect((await check(schema, polluting, { ignoreCase })).kind).toBe("wrong");
    expect((await check({ ...schema, additionalProperties: true }, '{"a":1}', { ignoreCase })).kind).toBe("wrong");
  }
  await check('{"properties":{"__proto__":{"type":"string"},"constructor":{}},"required":["__proto__"]}', "{}");
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(await kinds({ type: "string" }, ['"\ud800"'])).toEqual(["conforms"]);
  const broken = { body: Uint8Array.of(0x22, 0xff, 0x22), schemaText: "true", definition: null, variant: plain };
  expect(await checkJson(broken)).toMatchObject({ problems: [{ message: "The body is not valid UTF-8." }] });
});
