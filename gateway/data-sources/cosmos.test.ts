import { afterEach, expect, test } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import { type CosmosCall, type CosmosReply, type CosmosServer, startCosmosServer } from "./testing/cosmos-server";
import { type FieldServer, serveFields } from "./testing/serve-fields";

let fields: FieldServer | null = null;
let server: CosmosServer | null = null;
afterEach(async () => {
  expect(fields?.gateway.unexpected).toEqual([]);
  await fields?.gateway.close();
  await server?.close();
});

const schema = `
  type Person { id: ID, family: String, name: String, age: Int }
  type People { items: [Person], continuationToken: String }
  input Who { id: String, age: Int }
  type Query {
    people(family: String, who: Who, token: String): People
    person(id: String!, family: String): Person
  }
  type Mutation {
    save(id: String!, name: String, family: String, etag: String): Person
    remove(id: String!, family: String): Person
  }
`;
const key = Buffer.from("open sesame").toString("base64");
const id = `<id>@(context.GraphQL.Arguments["id"].ToString())</id>`;
const partitionKey = '<partition-key>@((string)context.GraphQL.Arguments["family"])</partition-key>';

async function serve(
  path: string,
  request: string,
  answer: (call: CosmosCall) => CosmosReply,
  response = "",
): Promise<{ server: CosmosServer; fields: FieldServer }> {
  server = await startCosmosServer(answer);
  const account = `AccountEndpoint=http://127.0.0.1:${server.port}/;AccountKey=${key};`;
  fields = await serveFields(schema, { [path]: source(account, request, response) });
  return { server, fields };
}
const source = (account: string, request: string, response = "", more = "") =>
  `<cosmosdb-data-source><connection-info><connection-string ${more}>${account}</connection-string>
     <database-name>shop</database-name><container-name>people</container-name></connection-info>${request}${response}</cosmosdb-data-source>`;

const ada = { id: "7", family: "lovelace", name: "Ada", _etag: '"e"', _ts: 1 };

test("a query without more asks all partitions for all pages", async () => {
  const pages = [[ada], [{ id: "8", name: "Eve" }]];
  const started = await serve(
    "Query/people",
    "<query-request><sql-statement>SELECT * FROM c </sql-statement></query-request>",
    () => {
      const Documents = pages.shift() ?? [];
      return {
        body: { Documents, _count: Documents.length },
        headers: pages.length > 0 ? { "x-ms-continuation": "next" } : ({} as Record<string, string>),
      };
    },
  );
  expect(await started.fields.ask("{ people { items { id name } continuationToken } }")).toEqual({
    data: {
      people: {
        items: [
          { id: "7", name: "Ada" },
          { id: "8", name: "Eve" },
        ],
        continuationToken: null,
      },
    },
  });
  expect(started.server.calls.map(({ line, body }) => [line, body.query])).toEqual([
    ["POST /dbs/shop/colls/people/docs", "SELECT * FROM c"],
    ["POST /dbs/shop/colls/people/docs", "SELECT * FROM c"],
  ]);
  // The key signs; it is not sent.
  expect(started.server.authorizations.every((each) => each.startsWith("type=master&ver=1.0&sig="))).toBe(true);
  expect(JSON.stringify(started.server.calls)).not.toContain(key);
});

test("a query has parameters of every kind, a partition key, and pages that begin where the last one ended", async () => {
  const started = await serve(
    "Query/people",
    `<query-request enable-low-precision-order-by="true">
       <sql-statement>SELECT * FROM c WHERE c.id = @who.id AND c.name = @text AND c.n = @n</sql-statement>
       <parameters>
         <parameter name="@who">@(context.GraphQL.Arguments["who"])</parameter>
         <parameter name="@text">@($"start.{context.GraphQL.Arguments["family"]}")</parameter>
         <parameter name="@value">@(context.GraphQL.Arguments["family"])</parameter>
         <parameter name="@n">@(1.5m)</parameter><parameter name="@flag" type="bool">true</parameter>
         <parameter name="@plain"> plain </parameter>
       </parameters>
       ${partitionKey}
       <paging><max-item-count template="liquid">{{ 1 | Plus: 1 }}</max-item-count><continuation-token template="liquid">{{ body.arguments.token }}</continuation-token></paging>
     </query-request>`,
    () => ({ body: { Documents: [ada], _count: 1 }, headers: { "x-ms-continuation": "after-ada" } }),
  );
  const query =
    '{ people(family: "lovelace", who: { id: "7", age: 3 }, token: "before-ada") { items { id } continuationToken } }';
  expect(await started.fields.ask(query)).toEqual({
    data: { people: { items: [{ id: "7" }], continuationToken: "after-ada" } },
  });
  expect(started.server.calls).toHaveLength(1);
  expect(started.server.calls[0]).toMatchObject({
    headers: {
      "x-ms-max-item-count": "2",
      "x-ms-continuation": "before-ada",
      "x-ms-documentdb-partitionkey": '["lovelace"]',
      "x-ms-documentdb-query-enable-low-precision-order-by": "true",
    },
    body: {
      parameters: [
        { name: "@who", value: { id: "7", age: 3 } },
        { name: "@text", value: "start.lovelace" },
        { name: "@value", value: "lovelace" },
        { name: "@n", value: 1.5 },
        { name: "@flag", value: true },
        { name: "@plain", value: "plain" },
      ],
    },
  });
});

test("an item is read by its id and partition key, and one that is not there is null", async () => {
  let reply: CosmosReply = { body: ada };
  const started = await serve("Query/person", `<read-request>${id}${partitionKey}</read-request>`, () => reply);
  const query = '{ person(id: "7", family: "ü") { name } }';
  expect(await started.fields.ask(query)).toEqual({ data: { person: { name: "Ada" } } });
  expect(started.server.calls[0]).toMatchObject({
    line: "GET /dbs/shop/colls/people/docs/7",
    headers: { "x-ms-documentdb-partitionkey": '["\\u00fc"]' },
  });
  reply = { status: 404, body: { code: "NotFound", message: "secret words" } };
  expect(await started.fields.ask(query)).toEqual({ data: { person: null } });
});

test("without a partition key an item is looked for in all partitions", async () => {
  const started = await serve("Query/person", `<read-request>${id}</read-request>`, () => ({
    body: { Documents: [ada], _count: 1 },
  }));
  expect(await started.fields.ask('{ person(id: "7") { name } }')).toEqual({ data: { person: { name: "Ada" } } });
  expect(started.server.calls[0]?.body.parameters).toEqual([{ name: "@id", value: "7" }]);
});

test("the types of partition keys", async () => {
  const header = async (type: string, text: string) => {
    const request = `<read-request>${id}<partition-key data-type="${type}">${text}</partition-key></read-request>`;
    const started = await serve("Query/person", request, () => ({ body: ada }));
    const answer = await started.fields.ask('{ person(id: "7") { name } }');
    await started.fields.gateway.close();
    await started.server.close();
    return started.server.calls[0]?.headers["x-ms-documentdb-partitionkey"] ?? answer.errors?.[0]?.message;
  };
  expect(await header("string", "12")).toBe('["12"]');
  expect(await header("number", "12.5")).toBe("[12.5]");
  expect(await header("bool", "True")).toBe("[true]");
  expect(await header("null", "")).toBe("[null]");
  expect(await header("none", "")).toBe("[{}]");
  expect(await header("number", "twelve")).toBe("The field could not be resolved.");
});

test("a delete says what it is on condition of, and which triggers run", async () => {
  const started = await serve(
    "Mutation/remove",
    `<delete-request consistency-level="bounded-staleness" pre-trigger="before" post-trigger="after">
       <etag type="match">"e"</etag>${id}${partitionKey}</delete-request>`,
    () => ({ status: 204 }),
    `<response><set-body>{"id": "gone"}</set-body></response>`,
  );
  expect(await started.fields.ask('mutation { remove(id: "7", family: "f") { id } }')).toEqual({
    data: { remove: { id: "gone" } },
  });
  expect(started.server.calls[0]).toMatchObject({
    line: "DELETE /dbs/shop/colls/people/docs/7",
    headers: {
      "if-match": '"e"',
      "x-ms-consistency-level": "BoundedStaleness",
      "x-ms-documentdb-pre-trigger-include": "before",
      "x-ms-documentdb-post-trigger-include": "after",
      "x-ms-documentdb-partitionkey": '["f"]',
    },
  });
});

const save = 'mutation { save(id: "7", name: "Ada", family: "f") { id name } }';

test("a write without a body writes the field's arguments, by an upsert", async () => {
  const started = await serve("Mutation/save", "<write-request />", ({ body }) => ({ status: 201, body }));
  expect(await started.fields.ask(save)).toEqual({ data: { save: { id: "7", name: "Ada" } } });
  expect(started.server.calls[0]).toMatchObject({
    line: "POST /dbs/shop/colls/people/docs",
    headers: { "x-ms-documentdb-is-upsert": "true", "x-ms-documentdb-partitionkey": '["f"]' },
    body: { id: "7", name: "Ada", family: "f" },
  });
});

test("an insert and a replacement write what their set-body makes, under what conditions they say", async () => {
  const body =
    '<set-body template="liquid">{"id": "{{body.arguments.id}}", "name": "{{body.arguments.name}}!"}</set-body>';
  const inserted = await serve(
    "Mutation/save",
    `<write-request type="insert" indexing-directive="exclude" pre-trigger="check">${partitionKey}${body}</write-request>`,
    (call) => ({ status: 201, body: call.body }),
  );
  expect(await inserted.fields.ask(save)).toEqual({ data: { save: { id: "7", name: "Ada!" } } });
  expect(inserted.server.calls[0]).toMatchObject({
    line: "POST /dbs/shop/colls/people/docs",
    headers: {
      "x-ms-documentdb-partitionkey": '["f"]',
      "x-ms-indexing-directive": "Exclude",
      "x-ms-documentdb-pre-trigger-include": "check",
    },
    body: { id: "7", name: "Ada!" },
  });
  expect(inserted.server.calls[0]?.headers["x-ms-documentdb-is-upsert"]).toBeUndefined();
  await inserted.fields.gateway.close();
  await inserted.server.close();
  const replaced = await serve(
    "Mutation/save",
    `<write-request type="@("replace")" enable-content-response-on-write="false"><id template="liquid">{{body.arguments.id}}</id>${partitionKey}<etag type="no-match">x</etag>${body}</write-request>`,
    () => ({ status: 200 }),
  );
  expect(await replaced.fields.ask(save)).toEqual({ data: { save: null } });
  expect(replaced.server.calls[0]).toMatchObject({
    line: "PUT /dbs/shop/colls/people/docs/7",
    headers: { prefer: "return=minimal", "if-none-match": "x" },
  });
});

test("exactly one of the four kinds of request must be there, and a page has both a size and a place to begin", async () => {
  const read = `<read-request>${id}</read-request>`;
  for (const request of [
    "",
    `${read}<write-request />`,
    "<query-request><paging><max-item-count>2</max-item-count></paging></query-request>",
  ]) {
    const started = await serve("Query/person", request, () => ({ body: ada }));
    expect((await started.fields.ask('{ person(id: "7") { id } }')).errors).toHaveLength(1);
    expect(started.server.authorizations).toEqual([]);
    await started.fields.gateway.close();
    await started.server.close();
  }
});

test("what Cosmos DB refuses is an error with its status and none of its words", async () => {
  const started = await serve("Mutation/save", '<write-request type="insert" />', () => ({
    status: 409,
    body: { code: "Conflict", message: "secret words of the account" },
  }));
  const answer = await started.fields.ask(save);
  expect(answer).toMatchObject({ errors: [{ message: "The data source answered with status code 409." }] });
  expect(JSON.stringify(answer)).not.toContain("secret words");
});

test("a managed identity shows its token, to https only", async () => {
  const asked: unknown[] = [];
  const managedIdentity = {
    token: async (resource: string, clientId: string | null) => {
      asked.push([resource, clientId]);
      return "token-of-the-gateway";
    },
  };
  const { certificatePem: cert, privateKeyPem } = makeCertificate({ commonName: "localhost", dnsNames: ["localhost"] });
  server = await startCosmosServer(() => ({ body: ada }), { cert, key: privateKeyPem });
  const read = `<read-request>${id}${partitionKey}</read-request>`;
  const more = 'use-managed-identity="true" client-id="c1"';
  fields = await serveFields(
    schema,
    {
      "Query/person": source(`AccountEndpoint=https://localhost:${server.port}/;`, read, "", more),
      "Mutation/save": source(`AccountEndpoint=http://localhost:${server.port}/;`, read, "", more),
    },
    { managedIdentity, trustedAuthorities: [cert], egress: ["localhost", "127.0.0.1"] },
  );
  expect(await fields.ask('{ person(id: "7", family: "f") { name } }')).toEqual({ data: { person: { name: "Ada" } } });
  expect(asked[0]).toEqual(["https://localhost", "c1"]);
  expect(server.authorizations.at(-1)).toBe("type=aad&ver=1.0&sig=token-of-the-gateway");
  const calls = server.authorizations.length;
  expect((await fields.ask(save)).errors).toHaveLength(1);
  expect(server.authorizations).toHaveLength(calls);
});
