import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connect, sendRaw } from "@/gateway/testing/raw-client";
import { startEchoingUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireFixture, type WireOptions } from "@/gateway/testing/start-wire";
import type { Limits } from "./limits";

let upstream: Awaited<ReturnType<typeof startEchoingUpstream>>;
beforeAll(async () => {
  upstream = await startEchoingUpstream();
});
afterAll(() => upstream.close());

let wire: WireFixture;
afterEach(() => wire.close());
async function start(limits: Partial<Limits>, options: WireOptions = {}): Promise<void> {
  wire = await startWire({ target: { baseUrl: upstream.url }, limits, ...options });
}

const refusal = (statusCode: number) => ({ statusCode, message: expect.any(String) });

test("no header line is lost up to the limit; beyond it the request is refused", async () => {
  await start({ maxHeaderCount: 3000, maxHeaderBytes: 256 * 1024 });
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `X-${index}: ${index}\r\n`).join("");
  await sendRaw(wire.port, `GET / HTTP/1.1\r\nHost: a\r\n${lines(2500)}\r\n`, 500);
  expect(wire.exchanges[0]?.request.headers.lines.filter((name) => /^X-\d+$/.test(name))).toHaveLength(2500);
  const refused = await sendRaw(wire.port, `GET / HTTP/1.1\r\nHost: a\r\n${lines(3000)}\r\n`);
  expect(refused.status).toBe(431);
  expect(JSON.parse(refused.body)).toEqual(refusal(431));
});

test("header lines that are too large are refused with 431", async () => {
  await start({ maxHeaderBytes: 8192 });
  const { status, body, ended } = await sendRaw(
    wire.port,
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(9000)}\r\n\r\n`,
  );
  expect(status).toBe(431);
  expect(JSON.parse(body)).toEqual(refusal(431));
  expect(ended).toBe(true);
  expect(await wire.metrics.text()).toContain('gatehouse_requests_refused_total{status="431"} 1');
});

test("a body that is said to be too large is refused with 413 unread", async () => {
  await start({ maxBodyBytes: 1000 });
  const { status, body, ended } = await sendRaw(
    wire.port,
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n",
  );
  expect(status).toBe(413);
  expect(JSON.parse(body)).toEqual(refusal(413));
  expect(ended).toBe(true);
});

test("a body that turns out to be too large is refused with 413", async () => {
  await start({ maxBodyBytes: 1000 });
  const chunk = `1f4\r\n${"x".repeat(500)}\r\n`;
  const { status, body } = await sendRaw(
    wire.port,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${chunk.repeat(3)}0\r\n\r\n`,
  );
  expect(status).toBe(413);
  expect(JSON.parse(body)).toMatchObject({ statusCode: 413, reason: "RequestBodyTooLarge" });
});

test("a body that a policy may not keep is refused with 413", async () => {
  await start({ maxBufferedBytes: 10 }, { forward: { bufferRequestBody: true } });
  const known = await sendRaw(wire.port, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 11\r\n\r\n${"x".repeat(11)}`);
  expect(known.status).toBe(413);
  const unknown = await sendRaw(
    wire.port,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n${"x".repeat(11)}\r\n0\r\n\r\n`,
  );
  expect(unknown.status).toBe(413);
});

test("header lines that do not come are given up with 408", async () => {
  await start({ headersTimeoutMs: 300 });
  const { status, body, ended } = await sendRaw(wire.port, "GET / HTTP/1.1\r\nHost:", 1_500);
  expect(status).toBe(408);
  expect(JSON.parse(body)).toEqual(refusal(408));
  expect(ended).toBe(true);
});

test("a body that does not come is given up with 408, and its backend call with it", async () => {
  await start({ bodyIntervalMs: 200 });
  const { status, body } = await sendRaw(
    wire.port,
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nsome",
    1_000,
  );
  expect(status).toBe(408);
  expect(JSON.parse(body)).toMatchObject({ reason: "RequestBodyTimeout" });
});

test("a body that trickles is given up with 408", async () => {
  await start({ bodyIntervalMs: 300, minBodyBytesPerSecond: 100 });
  const client = await connect(wire.port);
  let text = "";
  client.on("data", (chunk) => {
    text += chunk;
  });
  client.write("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
  const drip = setInterval(() => client.write("x"), 50);
  await expect.poll(() => text, { timeout: 3_000 }).toContain("HTTP/1.1 408");
  clearInterval(drip);
  client.destroy();
});

test("a slow backend does not make its client look slow", async () => {
  const slow = await startEchoingUpstream();
  slow.server.prependListener("request", (request) => {
    request.pause();
    setTimeout(() => request.resume(), 600);
  });
  wire = await startWire({ target: { baseUrl: slow.url }, limits: { bodyIntervalMs: 100 } });
  const size = 8 * 1024 * 1024;
  const response = await fetch(`http://127.0.0.1:${wire.port}/`, { method: "POST", body: Buffer.alloc(size) });
  expect(response.status).toBe(200);
  await slow.close();
});

test("connections beyond the cap are not served", async () => {
  await start({ maxConnections: 2 });
  const held = [await connect(wire.port), await connect(wire.port)];
  const { text } = await sendRaw(wire.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(text).toBe("");
  held[0]?.destroy();
  await expect.poll(async () => (await sendRaw(wire.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")).status).toBe(200);
  held[1]?.destroy();
});

test("an idle connection is closed after the keep-alive timeout", async () => {
  await start({ keepAliveTimeoutMs: 100 });
  const client = await connect(wire.port);
  client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  client.resume();
  await once(client, "close");
});

test("draining lets a request in flight end, says so, and takes no other", async () => {
  let answer = () => {};
  await start(
    {},
    {
      handle: async (_exchange, forward) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        await forward();
      },
    },
  );
  const client = await connect(wire.port);
  let text = "";
  client.on("data", (chunk) => {
    text += chunk;
  });
  client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await expect.poll(() => wire.exchanges.length).toBe(1);
  const drained = wire.server.drain(5_000);
  await expect(connect(wire.port)).rejects.toThrow();
  answer();
  await drained;
  await once(client, "close");
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(text).toMatch(/\r\nconnection: close\r\n/i);
});

test("draining cuts what does not end by the deadline", async () => {
  await start({}, { handle: () => new Promise(() => {}) });
  const client = await connect(wire.port);
  client.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await expect.poll(() => wire.exchanges.length).toBe(1);
  // Returns, although the request never ends.
  await wire.server.drain(200);
  client.destroy();
});
