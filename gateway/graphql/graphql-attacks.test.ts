import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { getIntrospectionQuery } from "graphql";
import { afterEach, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { type FieldServer, serveFields } from "@/gateway/data-sources/testing/serve-fields";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";

const schema = `
  scalar Any
  input Nested { in: Nested, list: [[[Int]]] }
  enum Colour { RED }
  interface Node { id: ID }
  type Item implements Node { id: ID, name: String, items: [Item], n: Int, colour: Colour, sure: String! }
  type Query { item(id: Int, nested: Nested, any: Any): Item, items: [Item], any: Any, node: Node, slow: String, next: String }
  type Mutation { first: String, second: String, publish(text: String): Item }
  type Subscription { published: Item }
`;

let upstream: Upstream | null = null;
let fields: FieldServer | null = null;
const seen: string[] = [];
afterEach(async () => {
  expect(fields?.gateway.unexpected).toEqual([]);
  await fields?.gateway.close();
  await upstream?.close();
  seen.length = 0;
});

/** Each field asks the backend for a path of its own name, which is answered as given. */
async function serve(answers: Record<string, unknown>, slowPath = "", text = schema): Promise<FieldServer> {
  upstream = await startUpstream((request, response) => {
    const path = (request.url ?? "").slice(1);
    seen.push(path);
    response.setHeader("Content-Type", "application/json");
    const answer = answers[path];
    const body = typeof answer === "string" ? answer : JSON.stringify(answer ?? null);
    if (path === slowPath) setTimeout(() => response.end(body), 150);
    else response.end(body);
  });
  const { url } = upstream;
  const source = (path: string, response = "") =>
    `<http-data-source><http-request><set-method>GET</set-method><set-url>${url}/${path}</set-url></http-request>${response}</http-data-source>`;
  const publishing =
    '<http-response><publish-event><targets><graphql-subscription id="published" /></targets></publish-event></http-response>';
  const resolvers: Record<string, string> = { "Mutation/publish": source("publish", publishing) };
  for (const path of ["Query/item", "Query/items", "Query/any", "Query/node", "Query/slow", "Query/next"])
    resolvers[path] = source(path.split("/")[1] as string);
  for (const path of ["Mutation/first", "Mutation/second"]) resolvers[path] = source(path.split("/")[1] as string);
  fields = await serveFields(text, resolvers);
  return fields;
}
const post = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${fields?.gateway.url}/g`, { method: "POST", body: body as string, headers });
const refused = async (query: string, variables?: object) => {
  const response = await post(JSON.stringify({ query, variables }));
  const body = await response.text();
  return response.status === 400 ? body : `${response.status} ${body.slice(0, 200)}`;
};

test("queries that are too large are refused before anything is asked, whatever they are made of", async () => {
  await serve({ item: { id: 1 } });
  const aliases = (count: number) => Array.from({ length: count }, (_, at) => `a${at}: item { id }`).join(" ");
  expect(await refused(`{ ${aliases(10_000)} }`)).toContain("15000 tokens");
  expect(await refused(`{ item { ${"id ".repeat(2_600)} } }`)).toContain("more than 2500 fields");
  expect(await refused(`{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`)).toContain(
    "Cannot spread",
  );
  const bomb = Array.from(
    { length: 20 },
    (_, at) =>
      `fragment F${at} on Item { id ${at < 19 ? `a: items { ...F${at + 1} } b: items { ...F${at + 1} }` : ""} }`,
  );
  expect(await refused(`{ item { ...F0 } } ${bomb.join(" ")}`)).toContain("more than 5000 fields");
  const chain = Array.from(
    { length: 60 },
    (_, at) => `fragment F${at} on Item { items { id ${at < 59 ? `...F${at + 1}` : ""} } }`,
  );
  expect(await refused(`{ item { ...F0 } } ${chain.join(" ")}`)).toContain("more than 50 levels");
  expect(await refused(`{ item ${"{ items ".repeat(4_000)} { id } ${"}".repeat(4_000)} }`)).toContain(
    "more than 50 levels",
  );
  const list = `${"[".repeat(7_000)}1${"]".repeat(7_000)}`;
  expect(await refused(`{ item(nested: { list: ${list} }) { id } }`)).toContain("more than 50 levels");
  expect(seen).toEqual([]);
});

test("variables that are nested without end are refused", async () => {
  await serve({ item: { id: 1 } });
  const query = "query($nested: Nested, $any: Any) { item(nested: $nested, any: $any) { id } }";
  const deep = (depth: number) => `${'{"in":'.repeat(depth)}null${"}".repeat(depth)}`;
  const sent = (name: string, text: string) =>
    post(`{"query": ${JSON.stringify(query)}, "variables": {"${name}": ${text}}}`);
  expect((await sent("nested", deep(50))).status).toBe(200);
  expect((await sent("nested", deep(20_000))).status).toBe(400);
  expect((await sent("any", `${"[".repeat(50_000)}${"]".repeat(50_000)}`)).status).toBe(400);
});

test("the schema can be asked for as tools do it, and not over and over in one query", async () => {
  await serve({});
  const { data } = await (fields as FieldServer).ask(
    getIntrospectionQuery({
      inputValueDeprecation: true,
      schemaDescription: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      oneOf: true,
    }),
  );
  expect(data).toMatchObject({ __schema: { queryType: { name: "Query" } } });
  const names = Array.from({ length: 400 }, (_, at) => `a${at}: name`).join(" ");
  expect(await refused(`{ __schema { types { ${names} } } }`)).toContain("more than 300 fields of the schema");
  expect(await refused("{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }")).toContain(
    "Maximum introspection depth",
  );
});

test("data that is too much for its selection is an error of its field, and so is data without an end to its depth", async () => {
  const many = Array.from({ length: 10_000 }, (_, id) => ({ id }));
  await serve({ items: many, any: `${"[".repeat(5_000)}${"]".repeat(5_000)}`, item: { id: 1 } });
  const { ask } = fields as FieldServer;
  const few = await ask("{ items { id } }");
  expect((few.data as { items: unknown[] }).items).toHaveLength(10_000);
  const names = Array.from({ length: 100 }, (_, at) => `a${at}: id`).join(" ");
  const answer = await ask(`{ items { ${names} } any }`);
  expect(answer.data).toEqual({ items: null, any: null });
  expect(answer.errors?.map(({ message }) => message).sort()).toEqual([
    "The data is nested too deeply.",
    "The data is too much for what is asked of it.",
  ]);
});

test("data that does not fit its type is told of in words that hold nothing of it", async () => {
  await serve({
    item: { id: 1, n: "secret words", colour: "secret words", sure: null, items: "secret words" },
    node: { __typename: "secret words" },
    any: "secret words",
  });
  const { ask } = fields as FieldServer;
  const answer = await ask("{ item { n colour items { id } } node { id } any }");
  expect(JSON.stringify(answer)).not.toContain("secret words");
  expect(new Set(answer.errors?.map(({ message }) => message))).toEqual(
    new Set(["The data does not fit the type of the field.", "The data source did not answer with JSON."]),
  );
  expect((await ask("{ item { sure } }")).errors?.[0]?.message).toBe(
    "Cannot return null for non-nullable field Item.sure.",
  );
});

test("a body may be compressed; one that is not what it says it is, is refused", async () => {
  await serve({ item: { id: 1 } });
  const body = gzipSync('{"query": "{ item { id } }"}');
  expect((await post(body, { "Content-Encoding": "gzip" })).status).toBe(200);
  expect((await post("{}", { "Content-Encoding": "gzip" })).status).toBe(400);
});

test("fields that nobody waits for any more are not resolved", async () => {
  await serve({ first: '"1"', second: '"2"' }, "first");
  const leaving = new AbortController();
  const asked = fetch(`${fields?.gateway.url}/g`, {
    method: "POST",
    body: '{"query": "mutation { first second }"}',
    signal: leaving.signal,
  }).catch(() => null);
  await vi.waitFor(() => expect(seen).toEqual(["first"]));
  leaving.abort();
  await asked;
  await sleep(300);
  expect(seen).toEqual(["first"]);
});

test("a schema that cannot be used, or is too large, is an error of the API that names no more", async () => {
  for (const text of [
    "type Query { a: Missing }",
    `${schema} # ${"x".repeat(1024 * 1024)}`,
    "not a schema",
    "type A { b: Int }",
  ]) {
    await serve({}, "", text);
    const response = await post('{"query": "{ item { id } }"}');
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining("Missing")]);
    await fields?.gateway.close();
    await upstream?.close();
  }
});

async function subscriber(): Promise<WebSocket> {
  const url = `${fields?.gateway.url.replace("http", "ws")}/g`;
  const socket = new WebSocket(url, "graphql-transport-ws");
  await once(socket, "open");
  socket.send('{"type": "connection_init"}');
  await once(socket, "message");
  return socket;
}
const subscribe = '{"type": "subscribe", "id": "1", "payload": {"query": "subscription { published { name } }"}}';

test("a subscriber that takes nothing is let go, and the others go on", async () => {
  await serve({ publish: { name: "x".repeat(900_000) } });
  const [idle, awake] = [await subscriber(), await subscriber()];
  const received: string[] = [];
  awake.on("message", (data) => received.push(data.toString().slice(0, 40)));
  for (const each of [idle, awake]) each.send(subscribe);
  await sleep(50);
  idle.pause();
  const closed = once(idle, "close");
  const { ask } = fields as FieldServer;
  for (let count = 0; count < 25; count++) await ask("mutation { publish { id } }");
  await vi.waitFor(() => expect(received).toHaveLength(25));
  idle.resume();
  await closed;
  awake.close();
});

test("an event that is no JSON is no value, and ends nothing", async () => {
  await serve({ publish: "not json" });
  const socket = await subscriber();
  const received: unknown[] = [];
  socket.on("message", (data) => received.push(JSON.parse(data.toString())));
  socket.send(subscribe);
  socket.send('{"type": "ping"}');
  await vi.waitFor(() => expect(received).toHaveLength(1));
  const { ask } = fields as FieldServer;
  await ask("mutation { publish { id } }");
  await vi.waitFor(() => expect(received).toHaveLength(2));
  expect(received[1]).toMatchObject({ id: "1", type: "next" });
  expect(JSON.stringify(received[1])).not.toContain("not json");
  socket.close();
});
