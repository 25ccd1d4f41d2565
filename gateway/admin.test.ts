import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BreakerState } from "@/contract/breaker-state";
import { createAdminServer } from "./admin";
import { Metrics } from "./metrics";

const metrics = new Metrics();
let why: string | null = "no configuration";
const server = createAdminServer({ metrics, notReady: () => why, breakers: () => breakers });
const breakers: BreakerState[] = [
  {
    backendId: "/backends/b",
    rule: "r",
    state: "open",
    failures: 3,
    since: 1,
    until: 2,
    lastReason: "Status 503",
  },
];
let url: string;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const status = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).status;

test("lives from the start, and is ready once it has something to serve", async () => {
  expect(await status("/healthz")).toBe(200);
  expect(await status("/readyz")).toBe(503);
  expect(await (await fetch(`${url}/readyz`)).text()).toContain("no configuration");
  why = null;
  expect(await status("/readyz")).toBe(200);
});

test("shows the circuit breakers", async () => {
  const response = await fetch(`${url}/breakers`);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toEqual(breakers);
});

test("tells what it has counted", async () => {
  metrics.began();
  metrics.ended(200, 3);
  metrics.began();
  metrics.ended(404, 700);
  metrics.began();
  metrics.refused(431);
  metrics.gauge("gatehouse_revision", "The revision in use.", () => 7);
  metrics.gauge("gatehouse_unknown", "Not known.", () => null);
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get("content-type")).toContain("version=0.0.4");
  const text = await response.text();
  for (const line of [
    'gatehouse_requests_total{status="200"} 1',
    'gatehouse_requests_total{status="404"} 1',
    'gatehouse_requests_refused_total{status="431"} 1',
    "gatehouse_requests_in_flight 1",
    'gatehouse_request_duration_seconds_bucket{le="0.0025"} 0',
    'gatehouse_request_duration_seconds_bucket{le="0.005"} 1',
    'gatehouse_request_duration_seconds_bucket{le="1"} 2',
    'gatehouse_request_duration_seconds_bucket{le="+Inf"} 2',
    "gatehouse_request_duration_seconds_count 2",
    "gatehouse_request_duration_seconds_sum 0.703",
    "gatehouse_revision 7",
  ]) {
    expect(text.split("\n")).toContain(line);
  }
  expect(text).not.toContain("gatehouse_unknown");
  expect(text).toContain("process_cpu_seconds_total");
  const samples = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  for (const sample of samples) expect(sample).toMatch(/^[a-zA-Z_:][\w:]*(\{[^}]*\})? \S+$/);
});

test("knows nothing else", async () => {
  expect(await status("/")).toBe(404);
  expect(await status("/healthz", { method: "POST" })).toBe(405);
  expect(await status("/healthz?x", { method: "HEAD" })).toBe(200);
});
