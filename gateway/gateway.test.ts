import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { api, backend, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";
import { type Echoed, linesNamed, startEchoingUpstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";

let gateway: GatewayFixture;
const opened: { close(): unknown }[] = [];
afterEach(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
  for (const each of opened.splice(0)) await each.close();
});

test("a key, an API, an operation, a backend: from the client to the wire and back", async () => {
  const upstream = await startEchoingUpstream();
  opened.push(upstream);
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("orders", { serviceUrl: `${upstream.url}/v1`, subscriptionRequired: true }),
    operation("orders", "POST", "/items/{id}"),
    subscription("all", "the-key"),
  ]);
  const call = (path: string, headers: Record<string, string> = {}) =>
    fetch(gateway.url + path, { method: "POST", body: "hello", headers });
  const missing = await call("/orders/items/7");
  expect(missing.status).toBe(401);
  expect(missing.headers.get("www-authenticate")).toContain("AzureApiManagementKey");
  expect((await call("/orders/items/7", { "Ocp-Apim-Subscription-Key": "another" })).status).toBe(401);
  expect((await call("/orders/nothing", { "Ocp-Apim-Subscription-Key": "the-key" })).status).toBe(404);
  const found = await call("/orders/items/7?a=b", { "Ocp-Apim-Subscription-Key": "the-key" });
  expect(found.status).toBe(200);
  const echoed = (await found.json()) as Echoed;
  expect(echoed).toMatchObject({ method: "POST", url: "/v1/items/7?a=b", body: "hello" });
  expect(linesNamed(echoed, "ocp-apim-subscription-key")).toEqual(["the-key"]);
});

test("a backend that is changed is called at its new place, request by request", async () => {
  const [one, two] = [await startEchoingUpstream(), await startEchoingUpstream()];
  opened.push(one, two);
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("a"),
    operation("a", "GET", "/x"),
    backend("b", { url: `${one.url}/one` }),
    policy(
      "/apis/a",
      '<policies><inbound><base /><set-backend-service backend-id="b" /></inbound><backend><base /></backend><outbound /><on-error /></policies>',
    ),
  ]);
  const place = async () => ((await (await fetch(`${gateway.url}/a/x`)).json()) as Echoed).url;
  expect(await place()).toBe("/one/x");
  gateway.change({ put: [backend("b", { url: `${two.url}/two` })] });
  expect(await place()).toBe("/two/x");
});

test("the built-in echo is the first backend that anybody has", async () => {
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("echo", { serviceUrl: "http://echo.gatehouse.internal" }),
    operation("echo", "GET", "/*"),
  ]);
  const response = await fetch(`${gateway.url}/echo/hello?x=1`);
  expect(await response.json()).toMatchObject({ method: "GET", url: "http://echo.gatehouse.internal/hello?x=1" });
});

test("a backend that cannot be reached is told by an id, not by its address", async () => {
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("a", { serviceUrl: "http://127.0.0.1:1/secret-place" }),
    operation("a", "GET", "/x"),
  ]);
  const response = await fetch(`${gateway.url}/a/x`);
  expect(response.status).toBe(500);
  const body = await response.text();
  expect(JSON.parse(body)).toEqual({
    statusCode: 500,
    message: "Internal server error",
    activityId: expect.any(String),
  });
  expect(body).not.toContain("127.0.0.1");
});

test("a WebSocket API carries messages", async () => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => socket.on("message", (data) => socket.send(`heard ${data}`)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  opened.push(server);
  const serviceUrl = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket`;
  gateway = await startGateway([
    defaultGlobalPolicy,
    api("chat", { type: "websocket", protocols: ["ws", "wss"], serviceUrl, subscriptionRequired: true }),
    operation("chat", "GET", "/"),
    subscription("all", "the-key"),
  ]);
  const address = `ws://127.0.0.1:${gateway.port}/chat`;
  const refused = new WebSocket(address);
  const [, response] = await once(refused, "unexpected-response");
  expect(response.statusCode).toBe(401);
  response.destroy();
  const client = new WebSocket(address, { headers: { "Ocp-Apim-Subscription-Key": "the-key" } });
  await once(client, "open");
  client.send("hello");
  const [data] = await once(client, "message");
  expect(data.toString()).toBe("heard hello");
  client.close();
  await once(client, "close");
});
