import { once } from "node:events";
import { createServer as createPlain } from "node:http";
import http2 from "node:http2";
import { createServer as createTls } from "node:https";
import type { AddressInfo, Server, Socket } from "node:net";
import { expect, test } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import { kept } from "@/gateway/testing/kept";
import { startWire, type WireOptions } from "@/gateway/testing/start-wire";
import { textBody } from "@/policy/body";
import type { ForwardOptions } from "@/policy/exchange";

const identity = makeCertificate({ commonName: "backend.example", dnsNames: ["localhost"] });
const tls = { key: identity.privateKeyPem, cert: identity.certificatePem };

/** Tells in which version it was asked, and what it got. */
async function listen(server: Server, scheme: string): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("request", (request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const { httpVersion: version, method, url, headers } = request;
      const host = request.authority ?? headers.host;
      response.writeHead(201, { "content-type": "application/json", "x-two": ["a", "b"] });
      response.end(JSON.stringify({ version, method, url, host, custom: headers["x-custom"], body }));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  kept({
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return `${scheme}://localhost:${(server.address() as AddressInfo).port}`;
}

const servers = {
  "h2 or http/1.1 over TLS": () => listen(http2.createSecureServer({ ...tls, allowHTTP1: true }), "https"),
  "h2 only over TLS": () => listen(http2.createSecureServer(tls), "https"),
  "http/1.1 over TLS": () => listen(createTls(tls) as Server, "https"),
  "h2 without TLS": () => listen(http2.createServer(), "http"),
  "http/1.1 without TLS": () => listen(createPlain(), "http"),
};

async function call(
  url: string,
  httpVersion: ForwardOptions["httpVersion"],
  more: WireOptions = {},
  init: RequestInit = {},
) {
  const wire = kept(
    await startWire({
      target: { baseUrl: url },
      forward: { httpVersion },
      trustedAuthorities: [identity.certificatePem],
      ...more,
    }),
  );
  const response = await fetch(`http://127.0.0.1:${wire.port}/items?x=1`, { headers: { "X-Custom": "yes" }, ...init });
  expect(wire.unexpected).toEqual([]);
  return {
    status: response.status,
    reason: response.statusText,
    headers: response.headers,
    body: await response.json(),
  };
}

const failed = "BackendConnectionFailure";
test.each<[keyof typeof servers, ForwardOptions["httpVersion"], string]>([
  ["h2 or http/1.1 over TLS", "1", "1.1"],
  ["h2 or http/1.1 over TLS", "2or1", "2.0"],
  ["h2 or http/1.1 over TLS", "2", "2.0"],
  ["h2 only over TLS", "2or1", "2.0"],
  ["h2 only over TLS", "2", "2.0"],
  ["http/1.1 over TLS", "1", "1.1"],
  ["http/1.1 over TLS", "2or1", "1.1"],
  ["http/1.1 over TLS", "2", failed],
  ["h2 without TLS", "2", "2.0"],
  ["http/1.1 without TLS", "1", "1.1"],
  ["http/1.1 without TLS", "2or1", "1.1"],
  ["http/1.1 without TLS", "2", failed],
])("%s, asked with http-version %s: %s", async (server, version, expected) => {
  const url = await servers[server]();
  const answer = await call(url, version);
  if (expected === failed) {
    expect(answer).toMatchObject({ status: 500, body: { reason: failed } });
    return;
  }
  expect(answer).toMatchObject({ status: 201, reason: "Created" });
  expect(answer.body).toMatchObject({ version: expected, method: "GET", url: "/items?x=1", custom: "yes" });
  expect(answer.body.host).toBe(new URL(url).host);
  expect(answer.headers.get("x-two")).toBe("a, b");
});

test.each(["h2 only over TLS", "h2 without TLS"] as const)(
  "%s: bodies, a Host of a policy's own, many at once",
  async (server) => {
    const url = await servers[server]();
    const wire = await startWire({
      target: { baseUrl: url },
      forward: { httpVersion: "2" },
      trustedAuthorities: [identity.certificatePem],
      handle: async (exchange, forward) => {
        exchange.request.headers.set("Host", "other.example");
        await forward();
      },
    });
    kept(wire);
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const body = `body ${index} `.repeat(index * 100);
        const response = await fetch(`http://127.0.0.1:${wire.port}/${index}`, { method: "POST", body });
        const seen = (await response.json()) as { host: string; body: string; url: string };
        return seen.host === "other.example" && seen.body === body && seen.url === `/${index}`;
      }),
    );
    expect(answers.filter((right) => !right)).toEqual([]);
    expect(wire.unexpected).toEqual([]);
  },
);

test("a body that a policy made goes over HTTP/2, too", async () => {
  const url = await servers["h2 without TLS"]();
  const answer = await call(
    url,
    "2",
    {
      handle: async (exchange, forward) => {
        exchange.request.body = textBody("made");
        await forward();
      },
    },
    { method: "PUT", body: "sent" },
  );
  expect(answer.body).toMatchObject({ version: "2.0", method: "PUT", body: "made" });
});
