import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import WebSocket from "ws";
import type { GatewayDocument } from "@/contract/documents";
import { api, defaultGlobalPolicy, graphqlSchema, operation, policy } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

const schema = `
  interface Node { id: ID! }
  type User implements Node { id: ID!, name: String, friends(first: Int = 2): [User!]!, constructor: String, hasOwnProperty: String }
  type Robot implements Node { id: ID!, model: String }
  type Query { user(id: ID!): User, node(id: ID!): Node, broken: String, slow: String, plain: String }
  type Mutation { rename(id: ID!, name: String!): User }
  type Subscription { renamed: User }
`;

let gateway: GatewayFixture;
let upstream: Upstream;
const seen: string[] = [];
afterEach(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
  await upstream.close();
  seen.length = 0;
});

const resolver = (path: string, value: string): GatewayDocument[] => {
  const name = path.replace("/", "-").toLowerCase();
  const id = `/apis/g/resolvers/${name}`;
  return [{ id, name, type: "apis/resolvers", properties: { path } }, policy(id, value)];
};
const source = (request: string, response = "") =>
  `<http-data-source><http-request>${request}</http-request>${response === "" ? "" : `<http-response>${response}</http-response>`}</http-data-source>`;
const get = (url: string) => `<set-method>GET</set-method><set-url>${url}</set-url>`;

async function serve(more: GatewayDocument[] = []): Promise<void> {
  upstream = await startUpstream((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.setHeader("Content-Type", "application/json");
    const [, kind, id] = (request.url ?? "").split("/");
    if (kind === "users") response.end(JSON.stringify({ id, name: `User ${id}` }));
    else if (kind === "friends") response.end(JSON.stringify([{ id: "8", name: "B" }, { id: "9" }]));
    else if (kind === "nodes") response.end(JSON.stringify({ __typename: "Robot", id, model: "R2" }));
    else response.writeHead(503).end("secret words of the backend");
  });
  gateway = await startGateway(
    [
      defaultGlobalPolicy,
      api("g", { type: "graphql", serviceUrl: upstream.url, protocols: ["http", "https", "ws", "wss"] }),
      operation("g", "POST", "/"),
      operation("g", "GET", "/"),
      graphqlSchema("g", schema),
      ...resolver("Query/user", source(get(`@($"${upstream.url}/users/{context.GraphQL.Arguments["id"]}")`))),
      ...resolver("Query/node", source(get(`@("${upstream.url}/nodes/" + context.GraphQL.Arguments["id"])`))),
      ...resolver("Query/broken", source(get(`${upstream.url}/nothing`))),
      ...resolver(
        "User/friends",
        source(
          get(
            `@("${upstream.url}/friends/" + context.GraphQL.Parent["id"] + "?first=" + context.GraphQL.Arguments["first"])`,
          ),
        ),
      ),
      ...resolver(
        "Mutation/rename",
        source(
          `<set-method>GET</set-method><set-url>${upstream.url}/users/5</set-url>`,
          `<set-body>@{ var user = context.Response.Body.As<JObject>(); user["name"] = context.GraphQL.Arguments["name"]; return user.ToString(); }</set-body><publish-event><targets><graphql-subscription id="renamed" /></targets></publish-event>`,
        ),
      ),
      ...more,
    ],
    { egress: { allow: ["127.0.0.1"] } },
  );
}
const ask = async (query: string, variables?: object, init: RequestInit = {}) => {
  const response = await fetch(`${gateway.url}/g`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables }),
    ...init,
  });
  return { status: response.status, body: await response.json() };
};

test("each field with a resolver runs its policy, and fields without one are read from the object around them", async () => {
  await serve();
  const { status, body } = await ask("query($id: ID!) { user(id: $id) { id name friends { id name } } }", { id: "7" });
  expect([status, body]).toEqual([
    200,
    {
      data: {
        user: {
          id: "7",
          name: "User 7",
          friends: [
            { id: "8", name: "B" },
            { id: "9", name: null },
          ],
        },
      },
    },
  ]);
  expect(seen).toEqual(["GET /users/7", "GET /friends/7?first=2"]);
});

test("fields of one level are resolved at the same time, each with arguments of its own", async () => {
  await serve();
  const { body } = await ask("{ a: user(id: 1) { name } b: user(id: 2) { name } c: user(id: 3) { name } }");
  expect(body.data).toEqual({ a: { name: "User 1" }, b: { name: "User 2" }, c: { name: "User 3" } });
});

test("__typename in the data tells which member of an interface it is", async () => {
  await serve();
  const { body } = await ask("{ node(id: 3) { id __typename ... on Robot { model } } }");
  expect(body.data.node).toEqual({ id: "3", __typename: "Robot", model: "R2" });
});

test("a call that fails is an error of its field, in words that tell nothing of the backend", async () => {
  await serve();
  const { status, body } = await ask("{ broken user(id: 1) { name } }");
  expect([status, body.data]).toEqual([200, { broken: null, user: { name: "User 1" } }]);
  expect(body.errors).toMatchObject([{ message: "The data source answered with status code 503.", path: ["broken"] }]);
  expect(JSON.stringify(body)).not.toContain("secret words");
});

test("what the schema does not allow is refused before anything is called", async () => {
  await serve();
  for (const query of ["{ nobody }", "{ user { name } }", "{ user(id: 1) { name", "{ user(id: 1) }"]) {
    const { status, body } = await ask(query);
    expect([status, body.errors.length > 0]).toEqual([400, true]);
  }
  expect(seen).toEqual([]);
});

test("400 for requests that are not GraphQL, too long or too deep ones, and mutations by GET", async () => {
  await serve();
  const bodies = ["", "[]", "not json", "{}", '{"query": 7}', '{"query":"{ user(id:1){name} }","variables":[]}'];
  for (const body of bodies) expect((await ask("", undefined, { body })).status).toBe(400);
  const deep = `{ user(id: 1) { ${"friends { ".repeat(60)} id ${"}".repeat(60)} } }`;
  expect((await ask(deep)).body.message).toContain("nested more than");
  expect((await ask(`{ ${"user(id: 1) { id } ".repeat(3_000)} }`)).status).toBe(400);
  const mutation = encodeURIComponent('mutation { rename(id: 5, name: "x") { id } }');
  expect((await fetch(`${gateway.url}/g?query=${mutation}`)).status).toBe(400);
  const query = encodeURIComponent("{ user(id: 4) { name } }");
  expect(await (await fetch(`${gateway.url}/g?query=${query}`)).json()).toEqual({ data: { user: { name: "User 4" } } });
});

test("names that every object inherits are no data", async () => {
  await serve();
  const { body } = await ask("{ user(id: 1) { constructor hasOwnProperty } plain }");
  expect(body.data).toEqual({ user: { constructor: null, hasOwnProperty: null }, plain: null });
});

test("introspection tells the schema", async () => {
  await serve();
  const { body } = await ask("{ __schema { queryType { name } } }");
  expect(body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
});

test("the API's own policies run around it", async () => {
  await serve([
    policy(
      "/apis/g",
      '<policies><inbound><base /><choose><when condition="@(context.Request.Headers.ContainsKey(&quot;X-No&quot;))"><return-response><set-status code="403" /></return-response></when></choose></inbound><backend><base /></backend><outbound><base /><set-header name="X-Out"><value>yes</value></set-header></outbound><on-error><base /></on-error></policies>',
    ),
  ]);
  const response = await fetch(`${gateway.url}/g`, { method: "POST", body: '{"query":"{ user(id: 1) { id } }"}' });
  expect([response.status, response.headers.get("X-Out")]).toEqual([200, "yes"]);
  expect((await fetch(`${gateway.url}/g`, { method: "POST", headers: { "X-No": "1" } })).status).toBe(403);
  expect(seen).toEqual(["GET /users/1"]);
});

test("a resolver that changes is used from the next request on", async () => {
  await serve();
  gateway.change({
    put: resolver("Query/plain", source(get(`${upstream.url}/users/1`), '<set-body>"now"</set-body>')),
  });
  expect((await ask("{ plain }")).body.data).toEqual({ plain: "now" });
  gateway.change({
    put: resolver("Query/plain", source(get(`${upstream.url}/users/1`), '<set-body>"later"</set-body>')),
  });
  expect((await ask("{ plain }")).body.data).toEqual({ plain: "later" });
  gateway.change({ remove: ["/apis/g/resolvers/query-plain"] });
  expect((await ask("{ plain }")).body.data).toEqual({ plain: null });
});

interface Client {
  socket: WebSocket;
  received: { type: string; id?: string; payload?: unknown }[];
  send(message: object): void;
  until(count: number): Promise<void>;
}
async function connect(): Promise<Client> {
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/g`, "graphql-transport-ws");
  const received: Client["received"] = [];
  socket.on("message", (data) => received.push(JSON.parse(data.toString())));
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
  return {
    socket,
    received,
    send: (message) => socket.send(JSON.stringify(message)),
    until: async (count) => {
      for (let turn = 0; turn < 400 && received.length < count; turn++) await sleep(5);
      expect(received.length).toBe(count);
    },
  };
}

test("who subscribed over a WebSocket hears what publish-event publishes, in its own selection", async () => {
  await serve();
  const client = await connect();
  client.send({ type: "connection_init" });
  client.send({ type: "subscribe", id: "1", payload: { query: "subscription { renamed { name id } }" } });
  client.send({ type: "subscribe", id: "2", payload: { query: "{ user(id: 3) { name } }" } });
  await client.until(3);
  expect(client.received).toEqual([
    { type: "connection_ack" },
    { id: "2", type: "next", payload: { data: { user: { name: "User 3" } } } },
    { id: "2", type: "complete" },
  ]);
  const { body } = await ask('mutation { rename(id: 5, name: "Ada") { name } }');
  expect(body.data).toEqual({ rename: { name: "Ada" } });
  await client.until(4);
  expect(client.received[3]).toEqual({
    id: "1",
    type: "next",
    payload: { data: { renamed: { name: "Ada", id: "5" } } },
  });
  client.send({ type: "complete", id: "1" });
  client.send({ type: "ping" });
  await client.until(5);
  await ask('mutation { rename(id: 5, name: "Bob") { name } }');
  await sleep(20);
  expect(client.received).toHaveLength(5);
  client.socket.close();
});

test("a WebSocket is closed by the protocol's codes when its client does not keep to it", async () => {
  await serve();
  const closeOf = async (...messages: object[]) => {
    const client = await connect();
    const closed = new Promise<number>((resolve) => client.socket.on("close", resolve));
    for (const message of messages) client.send(message);
    return closed;
  };
  const init = { type: "connection_init" };
  const subscribe = { type: "subscribe", id: "1", payload: { query: "subscription { renamed { id } }" } };
  expect(await closeOf(subscribe)).toBe(4401);
  expect(await closeOf(init, init)).toBe(4429);
  expect(await closeOf(init, subscribe, subscribe)).toBe(4409);
  expect(await closeOf({ type: "else" })).toBe(4400);
  const client = await connect();
  client.send(init);
  client.send({ type: "subscribe", id: "x", payload: { query: "subscription { nothing }" } });
  await client.until(2);
  expect(client.received[1]).toMatchObject({ id: "x", type: "error" });
  client.socket.close();
  const refused = new WebSocket(`${gateway.url.replace("http", "ws")}/g`, "other");
  expect(
    await new Promise((resolve) =>
      refused.on("unexpected-response", (_, { statusCode }) => resolve(statusCode)).on("error", () => {}),
    ),
  ).toBe(400);
});
