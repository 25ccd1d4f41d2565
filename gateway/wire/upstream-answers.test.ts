import { expect, test } from "vitest";
import { kept } from "@/gateway/testing/kept";
import { connect, sendRaw } from "@/gateway/testing/raw-client";
import { startRawUpstream, startScriptedUpstream, startUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire } from "@/gateway/testing/start-wire";
import { wireBefore } from "@/gateway/testing/wire-before";
import { textBody } from "@/policy/body";

const get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n";
const connectionFailure = expect.objectContaining({ statusCode: 500, reason: "BackendConnectionFailure" });

/** Heads that are no answer: the client gets a fault, and the connection is never used again. */
test.each<[string, string, "keep" | "end" | "destroy"]>([
  ["nothing at all", "", "destroy"],
  ["half a head", "HTTP/1.1 200 OK\r\nContent-Le", "destroy"],
  ["no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", "keep"],
  ["two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi", "keep"],
  ["two equal lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhi", "keep"],
  [
    "a length and a coding",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n",
    "keep",
  ],
  ["a length that is no number", "HTTP/1.1 200 OK\r\nContent-Length: two\r\n\r\nhi", "keep"],
  ["a line without a colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", "keep"],
  ["a bare CR in a value", "HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b=c\r\nContent-Length: 0\r\n\r\n", "keep"],
  ["a NUL in a value", "HTTP/1.1 200 OK\r\nX: a\x00b\r\nContent-Length: 0\r\n\r\n", "keep"],
  ["an unasked 101", "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n", "keep"],
  ["an unasked 100", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "keep"],
])("turns %s into a fault", async (_what, bytes, then) => {
  const upstream = await startScriptedUpstream(bytes, then);
  const wire = await wireBefore(upstream);
  const first = await sendRaw(wire.port, get);
  expect(first.status).toBe(500);
  expect(JSON.parse(first.body)).toEqual(connectionFailure);
  const used = upstream.connections();
  await sendRaw(wire.port, get);
  expect(upstream.connections()).toBeGreaterThan(used);
  expect(wire.unexpected).toEqual([]);
});

test("a bad chunk right behind the head never looks like an answer", async () => {
  const bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhi\r\n0\r\n\r\n";
  const wire = await wireBefore(await startScriptedUpstream(bytes));
  const { status, ended, text } = await sendRaw(wire.port, get);
  expect([0, 500]).toContain(status);
  expect(text).not.toContain("hi");
  expect(ended || status === 500).toBe(true);
});

test("says so when nothing listens at the backend", async () => {
  const upstream = await startScriptedUpstream("");
  const wire = kept(await startWire({ target: { baseUrl: upstream.url } }));
  await upstream.close();
  const { status, body } = await sendRaw(wire.port, get);
  expect(status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({
    reason: "BackendConnectionFailure",
    message: "Unable to connect to the remote server",
  });
});

/** Bodies that break off after their beginning has been sent on: the client must not take them for whole. */
test.each<[string, string, string]>([
  ["a short body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", "only this"],
  ["a missing last chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "9\r\nonly this\r\n"],
  ["a bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "9\r\nonly this\r\nzz\r\n"],
  ["a chunk cut short", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "ff\r\nonly this"],
])("cuts the client's connection on %s", async (_what, head, rest) => {
  const upstream = await startRawUpstream((socket) => {
    socket.once("data", () => {
      socket.write(head);
      setTimeout(() => socket.write(rest), 60);
      setTimeout(() => socket.end(), 120);
    });
  });
  const wire = await wireBefore(upstream, { forward: { bufferResponse: false } });
  const { status, text, ended } = await sendRaw(wire.port, get, 400);
  expect(status).toBe(200);
  expect(text).toContain("only this");
  expect(text).not.toMatch(/\r\n0\r\n\r\n$/);
  expect(ended).toBe(true);
});

test("never takes what follows an answer for the next one", async () => {
  const poisoned = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhiHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison";
  const wire = await wireBefore(await startScriptedUpstream(poisoned));
  for (let round = 0; round < 3; round++) {
    const { text } = await sendRaw(wire.port, get + get, 250);
    expect(text).not.toContain("poison");
  }
});

test("an answer without a length ends with its connection", async () => {
  const wire = await wireBefore(await startScriptedUpstream("HTTP/1.1 200 OK\r\n\r\nall of it", "end"));
  const { status, text } = await sendRaw(wire.port, get);
  expect(status).toBe(200);
  expect(text).toContain("9\r\nall of it\r\n0\r\n\r\n");
});

test.each([
  [
    "204",
    "HTTP/1.1 204 No Content\r\nX: y\r\n\r\n",
    /^HTTP\/1\.1 204 No Content\r\n(?![\s\S]*(content-length|transfer-encoding))/i,
  ],
  [
    "304",
    'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n',
    /^HTTP\/1\.1 304 Not Modified\r\n(?![\s\S]*transfer-encoding)/i,
  ],
  [
    "an empty 200",
    "HTTP/1.1 200 Fine\r\nContent-Length: 0\r\n\r\n",
    /^HTTP\/1\.1 200 Fine\r\n[\s\S]*content-length: 0/i,
  ],
  [
    "an interim answer",
    "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    /^HTTP\/1\.1 200 OK\r\n/,
  ],
])("passes %s on without content", async (_what, bytes, expected) => {
  const wire = await wireBefore(await startScriptedUpstream(bytes));
  const { text } = await sendRaw(wire.port, get + get);
  const [first, second] = text.split(/(?=HTTP\/1\.1)/);
  expect(first).toMatch(expected);
  expect(first?.endsWith("\r\n\r\n")).toBe(true);
  expect(second).toMatch(expected);
});

test("HEAD tells the length and has no content", async () => {
  const wire = await wireBefore(await startScriptedUpstream("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n"));
  const { text } = await sendRaw(wire.port, "HEAD / HTTP/1.1\r\nHost: a\r\n\r\nHEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(text.match(/content-length: 1234/gi)).toHaveLength(2);
  expect(text.endsWith("\r\n\r\n")).toBe(true);
});

test("takes the fields of the backend's connection off its answer", async () => {
  const wire = await wireBefore(
    await startScriptedUpstream(
      "HTTP/1.1 200 OK\r\nConnection: X-Private, keep-alive\r\nX-Private: 1\r\nKeep-Alive: timeout=9\r\nProxy-Authenticate: Basic\r\nTrailer: X\r\nUpgrade: h2\r\nX-Public: 2\r\nContent-Length: 0\r\n\r\n",
    ),
  );
  const { text } = await sendRaw(wire.port, get);
  expect(text).toContain("X-Public: 2");
  expect(text).not.toMatch(/x-private|proxy-authenticate|trailer|upgrade|timeout=9/i);
});

test("tries again when a kept connection was closed under it, and only what has no effects", async () => {
  let answered = 0;
  const upstream = await startRawUpstream((socket) => {
    let requests = 0;
    socket.on("data", () => {
      // The second request on a connection finds it closed, as behind a server with a short keep-alive.
      if (++requests === 2) return socket.destroy();
      answered++;
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    });
  });
  const wire = await wireBefore(upstream);
  expect((await sendRaw(wire.port, get)).status).toBe(200);
  expect((await sendRaw(wire.port, get)).status).toBe(200);
  expect(answered).toBe(2);
  const post = await sendRaw(wire.port, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx");
  expect(post.status).toBe(500);
});

test("gives up on a backend that does not answer in time, and cuts its connection", async () => {
  let closed = false;
  const upstream = await startRawUpstream((socket) => void socket.on("close", () => (closed = true)).resume());
  const wire = await wireBefore(upstream, { forward: { timeoutMs: 200 } });
  const startedAt = performance.now();
  const { status, body } = await sendRaw(wire.port, get, 500);
  expect(status).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ reason: "Timeout" });
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(200);
  await expect.poll(() => closed).toBe(true);
});

test("cuts an answer that falls silent, but not an event stream", async () => {
  const head = (type: string) =>
    `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n`;
  const limits = { backendIdleTimeoutMs: 150 };
  const silent = await wireBefore(await startScriptedUpstream(head("text/plain")), { limits });
  expect((await sendRaw(silent.port, get, 1_000)).ended).toBe(true);
  const events = await wireBefore(await startScriptedUpstream(head("text/event-stream; charset=utf-8")), { limits });
  expect((await sendRaw(events.port, get, 600)).ended).toBe(false);
});

test("a client that leaves takes its backend call with it", async () => {
  let closed = 0;
  const upstream = await startRawUpstream((socket) => void socket.on("close", () => closed++).resume());
  const failures: unknown[] = [];
  const wire = await wireBefore(upstream, {
    handle: async (_exchange, forward) => {
      await forward().catch((error) => {
        failures.push(error);
        throw error;
      });
    },
  });
  const client = await connect(wire.port);
  client.write(get);
  await expect.poll(() => wire.exchanges.length).toBe(1);
  await expect.poll(() => upstream.connections()).toBe(1);
  client.destroy();
  await expect.poll(() => closed).toBe(1);
  await expect
    .poll(() => failures)
    .toMatchObject([{ reason: "ClientConnectionFailure", message: "The operation was canceled." }]);
  await expect.poll(() => wire.server.inFlight).toBe(0);
  expect(await wire.metrics.text()).toContain('gatehouse_requests_total{status="499"} 1');
});

test("leaves no call behind when a policy answers in the backend's stead", async () => {
  let cut = false;
  const upstream = await startUpstream((_request, response) => {
    response.writeHead(200, { "Content-Length": String(50 * 1024 * 1024) });
    response.write(Buffer.alloc(1024 * 1024));
    response.on("close", () => (cut = true));
  });
  const wire = await wireBefore(upstream, {
    handle: async (exchange, forward) => {
      await forward();
      exchange.response!.body = textBody("mine");
    },
  });
  const { body } = await sendRaw(wire.port, get);
  expect(body).toBe("mine");
  await expect.poll(() => cut).toBe(true);
});

test("a policy reads the whole body, within the limit", async () => {
  const upstream = await startUpstream((_request, response) => {
    response.write("one ");
    setTimeout(() => response.end("two"), 30);
  });
  const read: string[] = [];
  const wire = await wireBefore(upstream, {
    handle: async (exchange, forward) => {
      await forward();
      read.push(Buffer.from(await exchange.response!.body.bytes()).toString());
    },
  });
  const { text } = await sendRaw(wire.port, get);
  expect(read).toEqual(["one two"]);
  expect(text).toMatch(/content-length: 7\r\n[\s\S]*\r\n\r\none two$/i);

  const small = await wireBefore(
    await startScriptedUpstream("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789"),
    {
      limits: { maxBufferedBytes: 5 },
      handle: async (exchange, forward) => {
        await forward();
        await exchange.response!.body.bytes();
      },
    },
  );
  expect(JSON.parse((await sendRaw(small.port, get)).body)).toMatchObject({ reason: "ResponseBodyTooLarge" });
});

test.each([
  ["a line break in a value", "X-Bad", "a\r\nSet-Cookie: b=c"],
  ["a bad name", "X Bad", "a"],
])("answers 500 rather than send %s", async (_what, name, value) => {
  const upstream = await startScriptedUpstream("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
  const outbound = await wireBefore(upstream, {
    handle: async (exchange, forward) => {
      await forward();
      exchange.response!.headers.append(name, value);
    },
  });
  const answer = await sendRaw(outbound.port, get);
  expect(answer.status).toBe(500);
  expect(answer.text).not.toMatch(/set-cookie/i);
  const inbound = await wireBefore(await startScriptedUpstream("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"), {
    handle: async (exchange, forward) => {
      exchange.request.headers.append(name, value);
      await forward();
    },
  });
  expect((await sendRaw(inbound.port, get)).status).toBe(500);
  expect(inbound.unexpected).toEqual([]);
});
