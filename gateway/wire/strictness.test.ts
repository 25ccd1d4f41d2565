import { afterAll, beforeAll, expect, test } from "vitest";
import { sendRaw } from "@/gateway/testing/raw-client";
import { type Echoed, linesNamed, startEchoingUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireFixture } from "@/gateway/testing/start-wire";

let upstream: Awaited<ReturnType<typeof startEchoingUpstream>>;
let wire: WireFixture;
const reached: string[] = [];

beforeAll(async () => {
  upstream = await startEchoingUpstream();
  upstream.server.on("request", (request) => reached.push(`${request.method} ${request.url}`));
  wire = await startWire({ target: { baseUrl: upstream.url } });
});
afterAll(async () => {
  await wire.close();
  await upstream.close();
});

const marker = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
const chunkedMarker = `${marker.length.toString(16)}\r\n${marker}\r\n0\r\n\r\n`;

/** Each is refused with this status, and nothing of it, nor anything behind it, reaches a backend. */
const refused: [what: string, status: number, bytes: string][] = [
  ["no Host", 400, `GET / HTTP/1.1\r\n\r\n${marker}`],
  ["two Hosts", 400, `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n${marker}`],
  ["two equal Hosts", 400, `GET / HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n${marker}`],
  ["an empty Host", 400, `GET / HTTP/1.1\r\nHost:\r\n\r\n${marker}`],
  ["a Host with a path", 400, `GET / HTTP/1.1\r\nHost: a/b\r\n\r\n${marker}`],
  ["a Host with a user", 400, `GET / HTTP/1.1\r\nHost: u@a\r\n\r\n${marker}`],
  ["a Host list", 400, `GET / HTTP/1.1\r\nHost: a, b\r\n\r\n${marker}`],
  ["a Host with a wrong port", 400, `GET / HTTP/1.1\r\nHost: a:99999\r\n\r\n${marker}`],
  ["an absolute target of another host", 400, `GET http://b/x HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["an absolute target of another port", 400, `GET http://a:81/x HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["an absolute target with a user", 400, `GET http://a@b/x HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["a target of another scheme", 400, `GET ftp://a/x HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["the asterisk", 400, `OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["a target without a slash", 400, `GET x HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["a fragment", 400, `GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["bytes beyond ASCII in the target", 400, `GET /\xe4 HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["a control in the target", 400, `GET /a\x01b HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["a tab in the request line", 400, `GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["TRACE", 405, `TRACE / HTTP/1.1\r\nHost: a\r\n\r\n${marker}`],
  ["CONNECT", 405, `CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n${marker}`],
  ["an unknown version", 400, `GET / HTTP/3.7\r\nHost: a\r\n\r\n${marker}`],
  ["HTTP/0.9", 505, "GET /\r\n\r\n"],
  ["no protocol at all", 400, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
  [
    "CL.TE",
    400,
    `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${marker.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${marker}`,
  ],
  [
    "TE.CL",
    400,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunkedMarker}`,
  ],
  ["two lengths", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n${marker}`],
  ["two equal lengths", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n${marker}`],
  ["a length list", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0, 5\r\n\r\n${marker}`],
  ["a signed length", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello${marker}`],
  ["a negative length", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n${marker}`],
  ["a hexadecimal length", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0x5\r\n\r\nhello${marker}`],
  ["an endless length", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n${marker}`],
  ["an empty length", 400, `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \r\n\r\n${marker}`],
  ["an unknown coding", 501, `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n${chunkedMarker}`],
  ["identity", 501, `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: identity\r\n\r\n${marker}`],
  [
    "chunked not last",
    400,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n${chunkedMarker}`,
  ],
  [
    "another coding first",
    501,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n${chunkedMarker}`,
  ],
  [
    "chunked twice",
    400,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n${chunkedMarker}`,
  ],
  [
    "a blank before the colon",
    400,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n${chunkedMarker}`,
  ],
  [
    "a control in the coding",
    400,
    `POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: \x0bchunked\r\n\r\n${chunkedMarker}`,
  ],
  ["a coding in HTTP/1.0", 400, `POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${chunkedMarker}`],
  ["a line without a colon", 400, `GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n${marker}`],
  ["an empty name", 400, `GET / HTTP/1.1\r\nHost: a\r\n: x\r\n\r\n${marker}`],
  ["a NUL in a value", 400, `GET / HTTP/1.1\r\nHost: a\r\nX: a\x00b\r\n\r\n${marker}`],
  ["a bare CR in a value", 400, `GET / HTTP/1.1\r\nHost: a\r\nX: a\rTransfer-Encoding: chunked\r\n\r\n${marker}`],
  ["an unmeetable expectation", 417, `GET / HTTP/1.1\r\nHost: a\r\nExpect: 200-maybe\r\n\r\n${marker}`],
  [
    "an upgrade with a body",
    400,
    `GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: ${marker.length}\r\n\r\n${marker}`,
  ],
];

test.each(refused)("refuses %s with %i", async (_what, status, bytes) => {
  const before = reached.length;
  const answer = await sendRaw(wire.port, bytes);
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toEqual({ statusCode: status, message: expect.any(String) });
  expect(answer.text.match(/HTTP\/1\.1 \d{3} /g)).toHaveLength(1);
  expect(answer.text).toMatch(/\r\nconnection: close\r\n/i);
  expect(answer.ended).toBe(true);
  expect(reached.slice(before)).toEqual([]);
});

/** The head is fine, so a backend may see the request, but never what hides in its body, and never as a whole. */
const brokenBodies: [what: string, bytes: string][] = [
  ["a chunk size that is no number", `zz\r\n${marker}\r\n0\r\n\r\n`],
  ["a chunk that is longer than it says", `3\r\nhello\r\n0\r\n\r\n${marker}`],
  ["a chunk size with a sign", `+5\r\nhello\r\n0\r\n\r\n${marker}`],
  ["a chunk size in 0x form", `0x5\r\nhello\r\n0\r\n\r\n${marker}`],
  ["an endless chunk size", `ffffffffffffffffff\r\nhello\r\n0\r\n\r\n${marker}`],
  ["a bare LF after the size", `5\nhello\r\n0\r\n\r\n${marker}`],
  ["a negative chunk size", `-1\r\nhello\r\n0\r\n\r\n${marker}`],
];

test.each(brokenBodies)("never passes on %s", async (_what, body) => {
  const before = wire.exchanges.length;
  const answer = await sendRaw(
    wire.port,
    `POST /broken HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${body}`,
  );
  expect([0, 400]).toContain(answer.status);
  expect(answer.ended).toBe(true);
  expect(wire.exchanges.slice(before).map(({ request }) => request.path)).not.toContain("/smuggled");
});

test("serves requests in a row on one connection, in their order", async () => {
  const one = "POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
  const two = "GET /two HTTP/1.1\r\nHost: a\r\n\r\n";
  const three = "POST /three HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
  const { text } = await sendRaw(wire.port, one + two + three);
  const urls = [...text.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url);
  expect(urls).toEqual(["/one", "/two", "/three"]);
  expect([...text.matchAll(/"body":"([^"]*)"/g)].map(([, body]) => body)).toEqual(["hello", "", "abc"]);
});

test("a folded line never becomes two", async () => {
  const { text } = await sendRaw(
    wire.port,
    "GET / HTTP/1.1\r\nHost: a\r\nX-Folded: one\r\n Transfer-Encoding: chunked\r\n\r\n",
  );
  if (text.startsWith("HTTP/1.1 400")) return;
  const echoed = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4)) as Echoed;
  expect(linesNamed(echoed, "transfer-encoding")).toEqual([]);
  expect(linesNamed(echoed, "x-folded")[0]).not.toMatch(/[\r\n]/);
});

test.each([
  ["/a/../b", "/b"],
  ["/a/%2e%2E/b?x=/../", "/b?x=/../"],
  ["/./a/.", "/a/"],
  ["/../../a", "/a"],
  ["/a/..", "/"],
  ["/a/...", "/a/..."],
  ["/a/.b/", "/a/.b/"],
])("resolves the dot segments of %s before anything is matched", async (target, expected) => {
  const { body } = await sendRaw(wire.port, `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`);
  expect((JSON.parse(body) as Echoed).url).toBe(expected);
});

test("takes an absolute target of its own host, and HTTP/1.0 without a Host", async () => {
  const absolute = await sendRaw(wire.port, "GET http://A.example:80/x?y HTTP/1.1\r\nHost: a.EXAMPLE\r\n\r\n");
  expect((JSON.parse(absolute.body) as Echoed).url).toBe("/x?y");
  const old = await sendRaw(wire.port, "GET /old HTTP/1.0\r\n\r\n");
  expect(old.status).toBe(200);
  expect(old.ended).toBe(true);
  expect(old.text).not.toMatch(/chunked/i);
});

test("serves a request that also wishes for h2c as the plain request it is", async () => {
  const wish = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n";
  const get = await sendRaw(wire.port, `GET /h2c HTTP/1.1\r\nHost: a\r\n${wish}\r\n`);
  const echoed = JSON.parse(get.body) as Echoed;
  expect(echoed.url).toBe("/h2c");
  expect(linesNamed(echoed, "upgrade")).toEqual([]);
  expect(linesNamed(echoed, "http2-settings")).toEqual([]);
  const post = await sendRaw(wire.port, `POST /h2c HTTP/1.1\r\nHost: a\r\n${wish}Content-Length: 3\r\n\r\nabc`);
  expect((JSON.parse(post.body) as Echoed).body).toBe("abc");
});

test("answers the probe of load balancers without a backend", async () => {
  const before = reached.length;
  const { status } = await sendRaw(wire.port, "GET /status-0123456789abcdef HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(status).toBe(200);
  expect(reached.length).toBe(before);
});
