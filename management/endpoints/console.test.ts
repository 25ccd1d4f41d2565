import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Json } from "@/lib/json";
import type { Management } from "../current";
import { askDoor, type Door, openDoor } from "../testing/door";

/** Stands where the gateway listens and keeps what reaches it. */
let gateway: http.Server;
let received: { method?: string; url?: string; headers: http.IncomingHttpHeaders; body: string }[];
let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;
let door: Door;
let management: Management;

beforeEach(async () => {
  received = [];
  answer = (_request, response) => response.end("ok");
  gateway = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    answer(request, response);
  });
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  door = await openDoor();
  management = { ...door.management, publish: { ...door.management.publish, consoleAddress: () => origin } };
  await put("apis/orders", { displayName: "Orders", path: "shop/orders", protocols: ["http"] });
  await put("apis/orders/operations/get", {
    displayName: "Get",
    method: "GET",
    urlTemplate: "/items/{id}?lang={lang}",
    templateParameters: ["id", "lang"].map((name) => ({ name, type: "string", required: true })),
  });
  await put("apis/orders/operations/any", { displayName: "Any", method: "POST", urlTemplate: "/files/*" });
});
afterEach(async () => {
  gateway.closeAllConnections();
  await new Promise((resolve) => gateway.close(resolve));
  await door.close();
});

async function put(path: string, properties: Json): Promise<void> {
  const { status, body } = await askDoor(management, "PUT", path, { body: { properties } });
  expect([200, 201], JSON.stringify(body)).toContain(status);
}
const send = (body: Json, role: "owner" | "editor" | "reader" = "editor") =>
  askDoor(management, "POST", "console/send", { body, role });
const get = { apiId: "orders", operationId: "get", parameters: { id: "a/b ?", lang: "de" } };
const masterKey = async () => (await askDoor(management, "POST", "subscriptions/master/listSecrets")).body.primaryKey;

test("200: the template is filled, the rest goes into the query, and the answer is shown", async () => {
  answer = (_request, response) => response.writeHead(404, { "X-A": ["1", "2"] }).end("größe");
  const { status, body } = await send({
    ...get,
    parameters: { ...get.parameters, more: "x&y" },
    headers: [{ name: "X-Test", value: "1" }],
  });
  expect(status).toBe(200);
  expect(received).toMatchObject([{ method: "GET", url: "/shop/orders/items/a%2Fb%20%3F?lang=de&more=x%26y" }]);
  expect(received[0]?.headers).toMatchObject({ "x-test": "1" });
  expect(body).toMatchObject({
    status: 404,
    reason: "Not Found",
    body: "größe",
    bodyEncoding: "text",
    truncated: false,
  });
  expect(body.headers.filter(({ name }: { name: string }) => name === "X-A")).toEqual([
    { name: "X-A", value: "1" },
    { name: "X-A", value: "2" },
  ]);
  expect(body.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/shop\/orders\/items\//);
  expect(body.durationMs).toBeGreaterThan(0);
});

test("200: a body, another method and another path are sent as given", async () => {
  await send({
    apiId: "/apis/orders",
    operationId: "/apis/orders/operations/any",
    parameters: { "*": "a/b" },
    body: "hi",
  });
  await send({ ...get, method: "PATCH", path: "/../x//y?z=%20", body: "aGk=", bodyEncoding: "base64" });
  expect(received).toMatchObject([
    { method: "POST", url: "/shop/orders/files/a/b", body: "hi" },
    { method: "PATCH", url: "/../x//y?z=%20", body: "hi" },
  ]);
});

test("200: versions and revisions stand where the gateway looks for them", async () => {
  await put("apiVersionSets/seg", { displayName: "Seg", versioningScheme: "Segment" });
  await put("apiVersionSets/hdr", { displayName: "Hdr", versioningScheme: "Header", versionHeaderName: "X-Version" });
  await put("apiVersionSets/qry", { displayName: "Qry", versioningScheme: "Query", versionQueryName: "v" });
  for (const set of ["seg", "hdr", "qry"]) {
    await put(`apis/${set}`, {
      displayName: set,
      path: set,
      protocols: ["http"],
      apiVersion: "v2",
      apiVersionSetId: `/apiVersionSets/${set}`,
    });
    await put(`apis/${set}/operations/get`, { displayName: "Get", method: "GET", urlTemplate: "/x" });
    await send({ apiId: set, operationId: "get" });
  }
  expect(received.map(({ url }) => url)).toEqual(["/seg/v2/x", "/hdr/x", "/qry/x?v=v2"]);
  expect(received[1]?.headers["x-version"]).toBe("v2");
});

test("200: the subscription's key is sent, noted in the audit trail, and shown nowhere", async () => {
  const key = await masterKey();
  answer = (request, response) => {
    const given = String(request.headers["ocp-apim-subscription-key"]);
    response.writeHead(200, { "X-Echo": given }).end(`{"key":"${given}"}`);
  };
  const { body } = await send({ ...get, subscriptionId: "/subscriptions/master" });
  expect(received[0]?.headers["ocp-apim-subscription-key"]).toBe(key);
  expect(JSON.stringify(body)).not.toContain(key);
  expect(body.body).toBe(`{"key":"${"*".repeat(key.length)}"}`);
  const trail = await management.store.identity.auditTrail({});
  expect(trail[0]).toMatchObject({
    action: "console-key-used",
    subject: "/subscriptions/master",
    actor: { id: "test-editor" },
  });
});

test("200: a key that was typed is sent in the API's own header", async () => {
  await put("apis/orders", {
    displayName: "Orders",
    path: "shop/orders",
    protocols: ["http"],
    subscriptionKeyParameterNames: { header: "X-Key", query: "key" },
  });
  await send({ ...get, key: "typed" });
  expect(received[0]?.headers["x-key"]).toBe("typed");
});

test("200: a large answer is cut, a binary one is base64, and no key stands across the cut", async () => {
  const key = await masterKey();
  answer = (_request, response) => response.end("x".repeat(1024 * 1024 - 8) + key + "y".repeat(100));
  const cut = await send({ ...get, subscriptionId: "master" });
  expect(cut.body.truncated).toBe(true);
  expect(cut.body.body).toHaveLength(1024 * 1024);
  expect(cut.body.body.endsWith(`x${"*".repeat(8)}`)).toBe(true);
  answer = (_request, response) => response.end(Buffer.from([0xff, 0xfe, 0, 1]));
  expect((await send(get)).body).toMatchObject({ body: "//4AAQ==", bodyEncoding: "base64", truncated: false });
});

test("200: redirects are shown, not followed", async () => {
  answer = (_request, response) => response.writeHead(302, { Location: "http://169.254.169.254/" }).end();
  expect((await send(get)).body.status).toBe(302);
  expect(received).toHaveLength(1);
});

test("400 for whatever could lead elsewhere or begin another request", async () => {
  const wrongs: [string, Json][] = [
    ["path", { path: "http://evil.example/" }],
    ["path", { path: "evil.example/" }],
    ["path", { path: "/a b" }],
    ["path", { path: "/a\r\nHost: evil" }],
    ["path", { path: "/a#b" }],
    ["path", { path: "/a\\b" }],
    ["path", { path: "/ä" }],
    ["method", { method: "GE T" }],
    ["method", { method: "CONNECT" }],
    ["method", { method: "trace" }],
    ["headers.0.name", { headers: [{ name: "a b", value: "1" }] }],
    ["headers.0.name", { headers: [{ name: "Transfer-Encoding", value: "chunked" }] }],
    ["headers.0.name", { headers: [{ name: "content-length", value: "3" }] }],
    ["headers.0.value", { headers: [{ name: "a", value: "1\r\nb: 2" }] }],
    ["key", { key: "a\nb" }],
    ["key", { key: "a", subscriptionId: "master" }],
    ["address", { address: "http://evil.example" }],
    ["parameters.id", { parameters: {} }],
  ];
  for (const [target, change] of wrongs) {
    const { status, body } = await send({ ...get, ...(change as object) });
    expect([status, body.error.details[0].target]).toEqual([400, target]);
  }
  expect(received).toEqual([]);
});

test("403 for a reader, 404 for what does not exist, 503 without a gateway, 502 when it does not answer", async () => {
  expect((await send(get, "reader")).status).toBe(403);
  expect((await send({ ...get, apiId: "nothing" })).body.error.message).toBe("API not found.");
  expect((await send({ ...get, operationId: "nothing" })).body.error.message).toBe("Operation not found.");
  expect((await send({ ...get, operationId: "/backends/echo" })).status).toBe(404);
  expect((await send({ ...get, subscriptionId: "nobody" })).body.error.message).toBe("Subscription not found.");
  answer = (request) => request.socket.destroy();
  const broken = await send(get);
  expect([broken.status, broken.body.error.code]).toEqual([502, "GatewayUnreachable"]);
  management = { ...management, publish: { ...management.publish, consoleAddress: () => null } };
  const absent = await send(get);
  expect([absent.status, absent.body.error.code]).toEqual([503, "NoGateway"]);
});
