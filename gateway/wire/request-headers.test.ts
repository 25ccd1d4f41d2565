import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { sendRaw } from "@/gateway/testing/raw-client";
import { type Echoed, linesNamed, startEchoingUpstream, startUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireFixture, type WireOptions } from "@/gateway/testing/start-wire";

let upstream: Awaited<ReturnType<typeof startEchoingUpstream>>;
beforeAll(async () => {
  upstream = await startEchoingUpstream();
});
afterAll(() => upstream.close());

let wire: WireFixture;
afterEach(() => wire.close());

async function ask(lines: string, options: WireOptions = {}, start = "GET /x HTTP/1.1"): Promise<Echoed> {
  wire = await startWire({ target: { baseUrl: `${upstream.url}/base/` }, ...options });
  const { body } = await sendRaw(wire.port, `${start}\r\nHost: client.example:81\r\n${lines}\r\n`);
  return JSON.parse(body) as Echoed;
}

test("passes on what concerns the request, not what concerns the connection", async () => {
  const echoed = await ask(
    [
      "Connection: close, X-Hop , te",
      "X-Hop: 1",
      "Keep-Alive: timeout=5",
      "Proxy-Connection: keep-alive",
      "Proxy-Authorization: Basic eDp5",
      "TE: trailers",
      "Trailer: X",
      "Upgrade: foo",
      "Accept-Encoding: br",
      "Ocp-Apim-Subscription-Key: k",
      "X-Twice: 1",
      "x-twice: 2",
      "",
    ].join("\r\n"),
  );
  for (const name of ["x-hop", "keep-alive", "proxy-connection", "proxy-authorization", "te", "trailer", "upgrade"]) {
    expect(linesNamed(echoed, name), name).toEqual([]);
  }
  expect(linesNamed(echoed, "connection")).toEqual(["keep-alive"]);
  expect(linesNamed(echoed, "accept-encoding")).toEqual(["br"]);
  expect(linesNamed(echoed, "ocp-apim-subscription-key")).toEqual(["k"]);
  expect(linesNamed(echoed, "x-twice")).toEqual(["1", "2"]);
});

test("tells who asked, and how; a client's own word on the latter does not count", async () => {
  const echoed = await ask(
    "X-Forwarded-For: 192.0.2.1\r\nx-forwarded-for: 192.0.2.2\r\nX-Forwarded-Host: evil\r\nX-Forwarded-Proto: https\r\n",
  );
  expect(linesNamed(echoed, "x-forwarded-for")).toEqual(["192.0.2.1, 192.0.2.2, 127.0.0.1"]);
  expect(linesNamed(echoed, "x-forwarded-host")).toEqual(["client.example:81"]);
  expect(linesNamed(echoed, "x-forwarded-proto")).toEqual(["http"]);
});

test("Host is the backend's own, unless a policy names another", async () => {
  expect(linesNamed(await ask(""), "host")).toEqual([new URL(upstream.url).host]);
  await wire.close();
  const named = await ask("", {
    handle: async (exchange, forward) => {
      exchange.request.headers.set("host", exchange.request.headers.get("Host") ?? "");
      exchange.request.headers.set("X-Forwarded-Host", "told");
      await forward();
    },
  });
  expect(linesNamed(named, "host")).toEqual(["client.example:81"]);
  expect(linesNamed(named, "x-forwarded-host")).toEqual(["told"]);
});

test("a length or coding that a policy writes is not believed", async () => {
  const echoed = await ask(
    "Content-Length: 3\r\n\r\nabc",
    {
      handle: async (exchange, forward) => {
        exchange.request.headers.set("Content-Length", "1");
        exchange.request.headers.append("Transfer-Encoding", "chunked");
        await forward();
      },
    },
    "POST /x HTTP/1.1",
  );
  expect(echoed.body).toBe("abc");
  expect(linesNamed(echoed, "content-length")).toEqual(["3"]);
  expect(linesNamed(echoed, "transfer-encoding")).toEqual([]);
});

test.each([
  ["/base", "/items/7", "?a=b", "/base/items/7?a=b"],
  ["/base/", "/items/7", "", "/base/items/7"],
  ["/base/", "", "", "/base/"],
  ["", "", "?q", "/?q"],
  ["/base?code=1", "/x", "?a=b", "/base/x?code=1&a=b"],
  ["/base?code=1", "/x", "", "/base/x?code=1"],
])("joins %s with %s and %s", async (base, path, query, expected) => {
  const echoed = await ask("", { target: { baseUrl: upstream.url + base, path, query } });
  expect(echoed.url).toBe(expected);
});

test("a policy's method counts", async () => {
  const echoed = await ask("", {
    handle: async (exchange, forward) => {
      exchange.request.method = "DELETE";
      await forward();
    },
  });
  expect(echoed.method).toBe("DELETE");
});

test("follows redirects when told to, without carrying credentials elsewhere", async () => {
  const elsewhere = await startEchoingUpstream();
  const redirecting = await startUpstream((request, response) => {
    if (request.url === "/1") response.writeHead(302, { Location: "/2" });
    else response.writeHead(303, { Location: `${elsewhere.url}/there?x` });
    response.end("moved");
  });
  const lines = "Authorization: Bearer t\r\nCookie: c=d\r\nX-Kept: 1\r\nContent-Length: 2\r\n\r\nhi";
  const target = { baseUrl: redirecting.url, path: "/1" };
  const egress = { allow: ["127.0.0.1"] };
  const echoed = await ask(lines, { target, egress, forward: { followRedirects: true } }, "POST /1 HTTP/1.1");
  expect(echoed).toMatchObject({ method: "GET", url: "/there?x", body: "" });
  expect(linesNamed(echoed, "authorization")).toEqual([]);
  expect(linesNamed(echoed, "cookie")).toEqual([]);
  expect(linesNamed(echoed, "content-length")).toEqual([]);
  expect(linesNamed(echoed, "x-kept")).toEqual(["1"]);
  await wire.close();
  wire = await startWire({ target });
  const { status } = await sendRaw(wire.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(status).toBe(302);
  await Promise.all([elsewhere.close(), redirecting.close()]);
});

test("an error status is a fault when that is asked for, and its answer stays", async () => {
  const failing = await startUpstream((_request, response) => void response.writeHead(503).end("later"));
  let seen: unknown;
  wire = await startWire({
    target: { baseUrl: failing.url },
    forward: { failOnErrorStatusCode: true },
    handle: async (exchange, forward) => {
      await forward().catch((error) => {
        seen = [error.status, exchange.response?.status];
      });
    },
  });
  const { status, text } = await sendRaw(wire.port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  expect(seen).toEqual([503, 503]);
  expect(status).toBe(503);
  expect(text).toContain("later");
  await failing.close();
});

test("the built-in echo tells what a backend would have got", async () => {
  wire = await startWire({ target: { baseUrl: "http://echo.gatehouse.internal/e" } });
  const { body } = await sendRaw(wire.port, "POST /x?y HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi");
  expect(JSON.parse(body)).toMatchObject({
    method: "POST",
    url: "http://echo.gatehouse.internal/e/x?y",
    headers: { Host: "echo.gatehouse.internal", "X-Forwarded-For": "127.0.0.1" },
    body: "hi",
  });
});

test("the portal's own cookies never reach a backend", async () => {
  const echoed = await ask("Cookie: a=1; gatehouse-session=secret; b=2\r\nCookie: __Host-gatehouse-session=secret\r\n");
  expect(linesNamed(echoed, "cookie")).toEqual(["a=1; b=2"]);
});
