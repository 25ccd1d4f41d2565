import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { readPeer, stampPeer } from "./peer";

function peer(remoteAddress: string, headers: Record<string, string>, trustedProxies = 0) {
  const request = { headers: { ...headers }, socket: { remoteAddress } } as unknown as IncomingMessage;
  stampPeer(request, trustedProxies);
  return readPeer(new Headers(request.headers as Record<string, string>));
}

test.each([
  ["127.0.0.1", { host: "localhost:3000" }, true],
  ["::ffff:127.0.0.1", { host: "127.0.0.1:3000" }, true],
  ["::1", { host: "[::1]:3000" }, true],
  ["127.0.0.1", { host: "gate.example.com" }, false],
  ["127.0.0.1", {}, false],
  ["127.0.0.1", { host: "localhost", "x-forwarded-for": "127.0.0.1" }, false],
  ["127.0.0.1", { host: "localhost", forwarded: "for=1.2.3.4" }, false],
  ["127.0.0.1", { host: "localhost", via: "1.1 x" }, false],
  ["10.0.0.4", { host: "localhost" }, false],
  ["172.17.0.1", { host: "localhost:3000" }, false],
] as const)("from %s with %o is local: %s", (address, headers, local) => {
  expect(peer(address, headers as Record<string, string>).local).toBe(local);
});

test("forwarded addresses are believed as far as one's own proxies wrote them", () => {
  const chain = { "x-forwarded-for": "6.6.6.6, 198.51.100.7, 10.0.0.2" };
  expect(peer("10.0.0.1", chain).address).toBe("10.0.0.1");
  expect(peer("10.0.0.1", chain, 1).address).toBe("10.0.0.2");
  expect(peer("10.0.0.1", chain, 2).address).toBe("198.51.100.7");
  expect(peer("10.0.0.1", { "x-forwarded-for": "nonsense" }, 1).address).toBe("10.0.0.1");
  expect(peer("::ffff:10.0.0.1", {}, 1).address).toBe("10.0.0.1");
});

test("a header that did not come from the listener is nobody's", () => {
  for (const value of ["", "local", "x local 127.0.0.1", `${"A".repeat(24)} local 127.0.0.1`]) {
    expect(readPeer(new Headers({ "x-gatehouse-peer": value }))).toEqual({ address: null, local: false });
  }
  expect(peer("10.0.0.1", { "x-gatehouse-peer": "anything" })).toEqual({ address: "10.0.0.1", local: false });
});
