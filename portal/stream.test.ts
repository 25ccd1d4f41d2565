import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { heartbeatMs, streamClose, streamPath } from "@/contract/stream";
import { eventually } from "@/contract/testing/eventually";
import { nodeToken, openPortal, type TestPortal } from "@/management/publish/testing/open-portal";
import { RawNode } from "@/management/publish/testing/raw-node";
import { write } from "@/management/publish/testing/write";
import { generateGatewayKey, signGatewayToken } from "@/management/resources/gateways/token";
import { makeStore, type TestStore } from "@/management/store/testing/store";
import { attachStream } from "./stream";

let made: TestStore;
let portal: TestPortal;
const nodes: RawNode[] = [];
beforeEach(async () => {
  made = await makeStore();
  portal = await openPortal(made.store);
});
afterEach(async () => {
  for (const node of nodes.splice(0)) node.socket.terminate();
  await portal.close();
  await made.close();
});

function connect(options?: ConstructorParameters<typeof RawNode>[1]): RawNode {
  const node = new RawNode(portal.url, options);
  nodes.push(node);
  return node;
}
const admitted = (node: RawNode) => eventually(() => expect(node.position.revision).toBeGreaterThan(0));
const inAnHour = () => new Date(Date.now() + 3_600_000);

async function addGateway(): Promise<{ primary: string; secondary: string }> {
  const [primary, secondary] = [generateGatewayKey(), generateGatewayKey()];
  await saveKeys(primary, secondary);
  return { primary, secondary };
}
const saveKeys = (primary: string, secondary: string) =>
  write(made.store, async (tx) => {
    const id = "/gateways/edge";
    const properties = {
      description: `holds ${primary.slice(0, 4)}`,
      primaryKey: await tx.seal(id, "primaryKey", primary),
      secondaryKey: await tx.seal(id, "secondaryKey", secondary),
    };
    await tx.put({ id, name: "Edge", type: "gateways", parentId: "/", properties, references: [] });
  });

test("401 without a token, with a wrong one, or in another scheme", async () => {
  for (const authorization of [
    "",
    "Bearer ",
    "Bearer wrong",
    `Bearer ${nodeToken}x`,
    `bearer ${nodeToken}`,
    `Basic ${nodeToken}`,
    "GatewayKey x&y&z",
    "GatewayKey edge&203001010000&AAAA",
    `Bearer ${"x".repeat(5_000)}`,
  ]) {
    expect(await connect({ authorization }).ended).toEqual({ status: 401 });
  }
  expect(await portal.publisher.nodes()).toEqual([]);
});

test("a gateway resource's token is good with either key, for its own id, until it expires", async () => {
  const { primary, secondary } = await addGateway();
  for (const key of [primary, secondary]) {
    const node = connect({
      name: key.slice(0, 3).replace(/\W/g, "_"),
      authorization: `GatewayKey ${signGatewayToken("Edge", inAnHour(), key)}`,
    });
    await admitted(node);
  }
  const good = signGatewayToken("Edge", inAnHour(), primary);
  for (const token of [
    good.replace("Edge", "other"),
    good.replace(/&\d{12}&/, "&209901010000&"),
    signGatewayToken("Edge", inAnHour(), generateGatewayKey()),
    signGatewayToken("Edge", new Date(Date.now() - 120_000), primary),
    good.slice(0, -4),
  ]) {
    expect(await connect({ authorization: `GatewayKey ${token}` }).ended).toEqual({ status: 401 });
  }
});

test("new keys, or the end of the gateway, end the connections of the old ones", async () => {
  const { primary, secondary } = await addGateway();
  const byPrimary = connect({
    name: "p",
    authorization: `GatewayKey ${signGatewayToken("Edge", inAnHour(), primary)}`,
  });
  const bySecondary = connect({
    name: "s",
    authorization: `GatewayKey ${signGatewayToken("Edge", inAnHour(), secondary)}`,
  });
  await admitted(byPrimary);
  await admitted(bySecondary);
  await saveKeys(generateGatewayKey(), secondary);
  expect(await byPrimary.ended).toMatchObject({ code: streamClose.unauthorized });
  expect(bySecondary.socket.readyState).toBe(bySecondary.socket.OPEN);
  await write(made.store, (tx) => tx.remove("/gateways/edge"));
  expect(await bySecondary.ended).toMatchObject({ code: streamClose.unauthorized });
});

test("403 for browsers, even with a token", async () => {
  expect(await connect({ headers: { Origin: portal.url } }).ended).toEqual({ status: 403 });
});

test("400 for another protocol", async () => {
  expect(await connect({ protocol: "gatehouse.follow.0" }).ended).toEqual({ status: 400 });
});

test("404 for an upgrade elsewhere, or whoever else handles it", async () => {
  const upgrade = (port: number) =>
    new Promise<string>((resolve) => {
      const request = http.get({ port, path: "/elsewhere", headers: { Connection: "Upgrade", Upgrade: "websocket" } });
      request.on("response", (response) => resolve(String(response.resume().statusCode)));
      request.on("upgrade", (response, socket) => {
        socket.destroy();
        resolve(String(response.headers["x-by"]));
      });
    });
  expect(await upgrade(portal.port)).toBe("404");
  const server = http.createServer();
  attachStream(server, portal.publisher, (_request, socket) =>
    socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX-By: other\r\n\r\n"),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as net.AddressInfo;
  expect(await upgrade(port)).toBe("other");
  server.close();
});

test("a path that only looks like the stream's is not the stream", async () => {
  for (const path of [`${streamPath}/`, `/x${streamPath}`, streamPath.toUpperCase()]) {
    const request = http.get({ port: portal.port, path, headers: { Connection: "Upgrade", Upgrade: "websocket" } });
    const [response] = await once(request, "response");
    expect(response.resume().statusCode).toBe(404);
  }
});

test("frames that are not of this protocol end the connection with a clear code", async () => {
  const wrongs: (string | Buffer)[] = [
    "",
    "not JSON",
    "[]",
    '{"kind":"reset"}',
    '{"kind":"applied","revision":1}',
    '{"kind":"applied","revision":-1,"hash":"","durationMs":0}',
    '{"kind":"applied","revision":1,"hash":"","durationMs":0,"more":1}',
    '{"kind":"hello"}',
    Buffer.from('{"kind":"applied","revision":1,"hash":"","durationMs":0}'),
  ];
  for (const wrong of wrongs) {
    const node = connect();
    await admitted(node);
    node.socket.send(wrong);
    expect(await node.ended).toMatchObject({ code: streamClose.malformed });
  }
  const twice = connect();
  await admitted(twice);
  twice.hello("raw");
  expect(await twice.ended).toMatchObject({ code: streamClose.malformed });
});

test("an oversized frame ends the connection", async () => {
  const node = connect();
  await admitted(node);
  node.socket.send(JSON.stringify({ kind: "refused", revision: 1, reason: "x".repeat(5_000_000) }));
  expect(await node.ended).toMatchObject({ code: 1009 });
});

test("a hello with an illegal name or address ends the connection", async () => {
  for (const change of [{ node: "a b" }, { node: "" }, { addresses: ["file:///etc/passwd"] }, { addresses: ["x"] }]) {
    const node = connect();
    node.hello = () => {
      const hello = { kind: "hello", node: "n", version: "1", startedAt: 1, revision: 0, anchor: "", hash: "" };
      node.socket.send(JSON.stringify({ ...hello, nonce: "x".repeat(20), addresses: [], ...change }));
    };
    expect(await node.ended).toMatchObject({ code: streamClose.malformed });
  }
});

test("who says nothing is sent away", async () => {
  const node = connect();
  node.hello = () => {};
  expect(await node.ended).toMatchObject({ code: streamClose.silent });
}, 15_000);

test(
  "both ends hear from each other while nothing happens",
  async () => {
    const node = connect();
    await admitted(node);
    const [before] = await portal.publisher.nodes();
    await once(node.socket, "ping");
    await eventually(async () => {
      const [after] = await portal.publisher.nodes();
      expect(after?.seenAt).toBeGreaterThan(before?.seenAt ?? 0);
    });
  },
  heartbeatMs * 3,
);

test("a half-open handshake leaves nothing behind", async () => {
  const socket = net.connect(portal.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(`GET ${streamPath} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n`);
  socket.destroy();
  const node = connect();
  await admitted(node);
});

test("a portal that goes away says so, and its nodes are no longer connected", async () => {
  const node = connect();
  await admitted(node);
  await portal.publisher.close();
  expect(await node.ended).toMatchObject({ code: streamClose.restart });
  expect(await made.store.nodes.list()).toMatchObject([{ name: "raw", connected: false }]);
});
