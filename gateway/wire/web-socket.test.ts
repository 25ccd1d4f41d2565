import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { connect, sendRaw } from "@/gateway/testing/raw-client";
import { startWire, type WireFixture, type WireOptions } from "@/gateway/testing/start-wire";
import { textBody } from "@/policy/body";
import { Headers } from "@/policy/headers";

const backend = createServer((_request, response) => void response.writeHead(200).end("plain"));
const sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => [...offered][0] ?? false });
const seen: { url?: string; headers: Record<string, unknown> }[] = [];
let refuse = false;
backend.on("upgrade", (request, socket, head) => {
  seen.push({ url: request.url, headers: request.headers });
  if (refuse) return void socket.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nX-Why: no\r\n\r\nno");
  sockets.handleUpgrade(request, socket, head, (webSocket) => {
    webSocket.send("welcome");
    webSocket.on("message", (data, binary) => webSocket.send(data, { binary }));
    webSocket.on("close", (code, reason) => closes.push([code, reason.toString()]));
  });
});
const closes: [number, string][] = [];

let url: string;
let wire: WireFixture;
beforeEach(async () => {
  if (!backend.listening) {
    backend.listen(0, "127.0.0.1").unref();
    await once(backend, "listening");
  }
  url = `ws://127.0.0.1:${(backend.address() as AddressInfo).port}/chat`;
  refuse = false;
});
afterEach(() => wire.close());

async function start(options: WireOptions = {}): Promise<string> {
  wire = await startWire({ target: { baseUrl: url }, ...options });
  return `ws://127.0.0.1:${wire.port}/room?x=y`;
}

test("passes messages both ways, and the close code", async () => {
  const client = new WebSocket(await start(), ["one", "two"]);
  const messages: string[] = [];
  client.on("message", (data) => messages.push(data.toString("latin1").slice(0, 20)));
  await once(client, "open");
  expect(client.protocol).toBe("one");
  client.send("hello");
  client.send(Buffer.alloc(3_000_000, "x"));
  await expect.poll(() => messages, { timeout: 5_000 }).toEqual(["welcome", "hello", "x".repeat(20)]);
  expect(wire.exchanges[0]?.request.scheme).toBe("ws");
  expect(seen.at(-1)?.url).toBe("/chat/room?x=y");
  expect(seen.at(-1)?.headers["x-forwarded-for"]).toBe("127.0.0.1");
  client.close(4321, "bye");
  await once(client, "close");
  await expect.poll(() => closes.at(-1)).toEqual([4321, "bye"]);
  await expect.poll(() => wire.server.inFlight).toBe(0);
});

test("the backend's close reaches the client", async () => {
  const client = new WebSocket(await start());
  await once(client, "message");
  for (const each of sockets.clients) each.close(4000, "over");
  const [code, reason] = await once(client, "close");
  expect([code, reason.toString()]).toEqual([4000, "over"]);
});

test("the end of one connection ends the other", async () => {
  const client = new WebSocket(await start());
  await once(client, "message");
  for (const each of sockets.clients) each.terminate();
  const [code] = await once(client, "close");
  expect(code).toBe(1006);
  const other = new WebSocket(await start());
  await once(other, "message");
  const ended = once([...sockets.clients][0]!, "close");
  other.terminate();
  await ended;
});

test("a backend that refuses is heard", async () => {
  refuse = true;
  const client = new WebSocket(await start());
  const [, response] = await once(client, "unexpected-response");
  expect(response.statusCode).toBe(403);
  expect(response.headers["x-why"]).toBe("no");
  let body = "";
  for await (const chunk of response) body += chunk;
  expect(body).toBe("no");
});

test("a backend that takes it for a plain request is heard", async () => {
  const plain = createServer((_request, response) => void response.end("plain"));
  plain.listen(0, "127.0.0.1");
  await once(plain, "listening");
  const port = (plain.address() as AddressInfo).port;
  const client = new WebSocket(await start({ target: { baseUrl: `http://127.0.0.1:${port}` } }));
  const [, response] = await once(client, "unexpected-response");
  expect(response.statusCode).toBe(200);
  response.destroy();
  plain.closeAllConnections();
  plain.close();
});

test("a policy answers in the backend's stead", async () => {
  const before = seen.length;
  const address = await start({
    handle: (exchange) => {
      exchange.response = {
        status: 401,
        reason: "Unauthorized",
        headers: new Headers(["X-Mine", "1"]),
        body: textBody("who?"),
      };
    },
  });
  const client = new WebSocket(address);
  const [, response] = await once(client, "unexpected-response");
  expect(response.statusCode).toBe(401);
  expect(response.headers["x-mine"]).toBe("1");
  response.destroy();
  expect(seen.length).toBe(before);
});

test("an unreachable backend is a fault", async () => {
  const client = new WebSocket(await start({ target: { baseUrl: "ws://127.0.0.1:1" } }));
  const [, response] = await once(client, "unexpected-response");
  expect(response.statusCode).toBe(500);
  response.destroy();
});

test("what the client sends along with its handshake is not lost, and nothing behind it is a request", async () => {
  await start();
  const socket = await connect(wire.port);
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
  });
  const masked = Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69]);
  const handshake =
    "GET /room HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
  socket.write(Buffer.concat([Buffer.from(handshake), masked]));
  await expect.poll(() => text).toContain("\x81\x02hi");
  expect(text).toMatch(/^HTTP\/1\.1 101 Switching Protocols\r\n/);
  expect(text).toMatch(/\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK\+xOo=\r\n/i);
  expect(text.match(/\r\nconnection: upgrade\r\n/gi)).toHaveLength(1);
  socket.destroy();
});

test("a handshake with another method is refused", async () => {
  await start();
  const bytes = "POST /room HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
  expect((await sendRaw(wire.port, bytes)).status).toBe(405);
});
