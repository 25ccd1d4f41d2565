import { hostname, networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { type BackendUrl, parseBackendUrl } from "@/gateway/backend/backend-url";
import { OwnAddresses } from "./own-addresses";

const everywhere = [
  { address: "0.0.0.0", port: 8080 },
  { address: "0.0.0.0", port: 8081 },
];
const service = {
  hostnames: [
    { hostName: "API.contoso.example", certificatePem: "", privateKeyPem: "", negotiateClientCertificate: false },
  ],
};
const lan = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ internal, family }) => !internal && family === "IPv4")?.address;

const has = (url: string, lines: string[] = [], listeners = everywhere) =>
  new OwnAddresses({
    listeners: () => listeners,
    publicUrls: () => ["https://gateway.example/", "http://edge.example:8443"],
  }).has(parseBackendUrl(url) as BackendUrl, lines, { service });

test.each([
  ["http://127.0.0.1:8080/x", true],
  ["http://localhost:8080", true],
  ["http://LOCALHOST.:8081", true],
  ["http://[::1]:8080", true],
  ["http://127.9.9.9:8080", true],
  [`http://${hostname()}:8080`, true],
  [`http://${lan ?? "127.0.0.1"}:8080`, true],
  ["http://127.0.0.1:8082", false],
  ["http://127.0.0.1", false],
  ["https://localhost", false],
  ["https://api.contoso.example/orders", true],
  ["http://api.contoso.example", true],
  ["https://api.contoso.example:8081", true],
  ["https://api.contoso.example:9999", false],
  ["https://other.contoso.example", false],
  ["https://gateway.example/x", true],
  ["http://gateway.example/x", false],
  ["http://edge.example:8443", true],
  ["http://192.0.2.1:8080", false],
])("%s: %s", (url, own) => {
  expect(has(url)).toBe(own);
});

test("https://localhost is this gateway when the call says which host it means", () => {
  expect(has("https://localhost/orders", ["Host", "api.contoso.example"])).toBe(true);
  expect(has("http://127.0.0.1/orders", ["host", "anything"])).toBe(true);
  expect(has("https://localhost/orders", ["X-Host", "Host"])).toBe(false);
  expect(has("https://localhost:9443/orders", ["Host", "api.contoso.example"])).toBe(false);
});

test("a listener of one address is not one of all", () => {
  const bound = [{ address: "127.0.0.1", port: 8080 }];
  expect(has("http://127.0.0.1:8080", [], bound)).toBe(true);
  expect(has(`http://${lan ?? "192.0.2.1"}:8080`, [], bound)).toBe(false);
  expect(has("http://192.0.2.5:8080", [], [{ address: "192.0.2.5", port: 8080 }])).toBe(true);
  expect(has("http://localhost:8080", [], [{ address: "192.0.2.5", port: 8080 }])).toBe(false);
});

test("what comes later counts, too", () => {
  const listeners: { address: string; port: number }[] = [];
  const addresses = new OwnAddresses({ listeners: () => listeners, publicUrls: () => [] });
  const url = parseBackendUrl("http://127.0.0.1:8080") as BackendUrl;
  expect(addresses.has(url, [], null)).toBe(false);
  listeners.push({ address: "::", port: 8080 });
  expect(addresses.has(url, [], null)).toBe(true);
  expect(addresses.has(parseBackendUrl("https://api.contoso.example") as BackendUrl, [], null)).toBe(false);
  expect(addresses.has(parseBackendUrl("https://api.contoso.example") as BackendUrl, [], { service })).toBe(true);
});
