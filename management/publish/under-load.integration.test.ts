import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually } from "@/contract/testing/eventually";
import { type RunningGateway, runGateway } from "@/gateway/follow/testing/run-gateway";
import type { Management } from "../current";
import { makeStore, type TestStore } from "../store/testing/store";
import { askDoor } from "../testing/door";
import { nodeToken, openPortal, type TestPortal } from "./testing/open-portal";
import { write } from "./testing/write";

let made: TestStore;
let portal: TestPortal;
let gateway: RunningGateway;
let management: Management;
let stateFile: string;
const upstreams: http.Server[] = [];

beforeEach(async () => {
  made = await makeStore();
  portal = await openPortal(made.store);
  management = { store: made.store, sealer: made.sealer, publish: portal.publisher };
  stateFile = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-load-")), "last-good");
  gateway = await start();
});
afterEach(async () => {
  await gateway.close();
  await portal.close();
  await made.close();
  for (const upstream of upstreams.splice(0)) {
    upstream.closeAllConnections();
    upstream.close();
  }
  fs.rmSync(path.dirname(stateFile), { recursive: true });
});

const start = (port = 0) => runGateway({ controlUrl: portal.url, nodeToken, stateFile, sealer: made.sealer, port });
const put = async (id: string, properties: object) => {
  const answer = await askDoor(management, "PUT", id, { body: { properties: { ...properties } } });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
};

/** A backend that says which one it is. */
async function startUpstream(name: string): Promise<string> {
  const server = http.createServer((_request, response) => response.setHeader("X-Upstream", name).end(name));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  upstreams.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const policies = (inbound: string, outbound: string) =>
  `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base />${outbound}</outbound><on-error><base /></on-error></policies>`;
const header = (name: string, value: number) =>
  `<set-header name="${name}" exists-action="override"><value>${value}</value></set-header>`;

async function configure(): Promise<void> {
  const api = { protocols: ["http"], subscriptionRequired: false };
  await put("apis/marked", {
    ...api,
    displayName: "Marked",
    path: "marked",
    serviceUrl: "http://echo.gatehouse.internal",
  });
  await put("apis/marked/operations/get", { displayName: "Get", method: "GET", urlTemplate: "/" });
  await mark(0);
  await put("apis/orders", { ...api, displayName: "Orders", path: "orders", serviceUrl: await startUpstream("first") });
  await put("apis/orders/operations/get", { displayName: "Get", method: "GET", urlTemplate: "/" });
  await gateway.untilRevision(await made.store.revision());
}

/** One change of two documents: an answer that shows two numbers is of two revisions. */
const mark = (count: number) =>
  write(made.store, async (tx) => {
    const policy = async (parentId: string, type: string, name: string) => {
      const id = `${parentId}/policies/policy`;
      const properties = { value: policies("", header(name, count)), format: "rawxml" };
      await tx.put({ id, name: "policy", type, parentId, properties, references: [] });
    };
    await policy("/apis/marked", "apis/policies", "X-Api");
    await policy("/apis/marked/operations/get", "apis/operations/policies", "X-Operation");
  });

interface Seen {
  status: number;
  headers: http.IncomingHttpHeaders;
}

/** One connection that asks again and again until stopped, and once more; a failure of the connection is kept, too. */
async function keepAsking(port: number, target: string, signal: AbortSignal): Promise<(Seen | Error)[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const seen: (Seen | Error)[] = [];
  // The last one is sent after the stop, so that it shows what was live by then.
  for (let stopped = false; !stopped; ) {
    stopped = signal.aborted;
    seen.push(
      await new Promise<Seen | Error>((resolve) => {
        const request = http.get({ port, host: "127.0.0.1", path: target, agent }, (response) => {
          response.resume();
          response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
          response.on("error", resolve);
        });
        request.on("error", resolve);
      }),
    );
  }
  agent.destroy();
  return seen;
}

test("200 publishes while requests flow: none fails, each answer is of one revision, and none goes back", async () => {
  await configure();
  const origins = [await startUpstream("a"), await startUpstream("b")];
  const stop = new AbortController();
  const marked = Array.from({ length: 4 }, () => keepAsking(gateway.port, "/marked/", stop.signal));
  const forwarded = Array.from({ length: 4 }, () => keepAsking(gateway.port, "/orders/", stop.signal));
  for (let count = 1; count <= 100; count++) {
    await mark(count);
    await put("backends/orders", { url: origins[count % 2] as string, protocol: "http" });
    if (count === 1)
      await put("apis/orders/policies/policy", {
        value: policies('<set-backend-service backend-id="orders" />', ""),
        format: "rawxml",
      });
    await sleep(10);
  }
  const last = await made.store.revision();
  await gateway.untilRevision(last);
  await sleep(100);
  stop.abort();

  const [marks, forwards] = [await Promise.all(marked), await Promise.all(forwarded)];
  const all = [...marks, ...forwards].flat();
  expect(all.filter((each) => each instanceof Error || each.status !== 200)).toEqual([]);
  expect(all.length).toBeGreaterThan(100);
  for (const connection of marks) {
    const pairs = (connection as Seen[]).map(({ headers }) => [
      Number(headers["x-operation"]),
      Number(headers["x-api"]),
    ]);
    expect(pairs.filter(([operation, api]) => operation !== api)).toEqual([]);
    const counts = pairs.map(([operation]) => operation as number);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(100);
    expect(new Set(counts).size).toBeGreaterThan(5);
  }
  for (const connection of forwards) {
    const upstream = (connection as Seen[]).map(({ headers }) => headers["x-upstream"]);
    expect([...new Set(upstream)].filter((name) => name !== "first").toSorted()).toEqual(["a", "b"]);
    expect(upstream.at(-1)).toBe("a");
  }
  expect((await portal.publisher.settled(last, 2_000))[0]).toMatchObject({ revision: last, lag: 0, refused: null });
  expect(gateway.unexpected).toEqual([]);
}, 120_000);

test("a gateway that is started anew in the midst of publishing catches up", async () => {
  await configure();
  for (let count = 1; count <= 20; count++) await mark(count);
  await gateway.untilRevision(await made.store.revision());
  await gateway.close();
  for (let count = 21; count <= 40; count++) await mark(count);
  gateway = await start();
  const starting = gateway.startedWith;
  for (let count = 41; count <= 60; count++) await mark(count);
  await gateway.untilRevision(await made.store.revision());
  expect(starting).not.toBeNull();
  const [seen] = await keepAskingOnce("/marked/");
  expect(seen?.headers["x-operation"]).toBe("60");
});

test("a portal that goes and comes back is followed on without a snapshot, and serving never stops", async () => {
  await configure();
  const stop = new AbortController();
  const asked = keepAsking(gateway.port, "/marked/", stop.signal);
  const { port } = portal;
  await portal.close();
  for (let count = 1; count <= 10; count++) await mark(count);
  await sleep(300);
  portal = await openPortal(made.store, port);
  await gateway.untilRevision(await made.store.revision());
  await mark(11);
  await gateway.untilRevision(await made.store.revision());
  stop.abort();
  const seen = await asked;
  expect(seen.filter((each) => each instanceof Error || each.status !== 200)).toEqual([]);
  expect((seen.at(-1) as Seen).headers["x-operation"]).toBe("11");
  expect(gateway.builds).toBe(1);
});

test("with nothing else running a gateway starts from its last good state and serves", async () => {
  await configure();
  await mark(7);
  await gateway.untilRevision(await made.store.revision());
  await gateway.close();
  await portal.close();
  gateway = await start();
  const [seen] = await keepAskingOnce("/marked/");
  expect(seen).toMatchObject({ status: 200, headers: { "x-operation": "7", "x-api": "7" } });
  portal = await openPortal(made.store);
});

test("the test console sends through the gateway that is connected", async () => {
  await configure();
  const body = {
    apiId: "marked",
    operationId: "get",
    subscriptionId: "master",
    headers: [{ name: "X-Own", value: "1" }],
  };
  const { primaryKey } = (await askDoor(management, "POST", "subscriptions/master/listSecrets")).body;
  const sent = await askDoor(management, "POST", "console/send", { body });
  expect(sent.body).toMatchObject({
    status: 200,
    url: `http://127.0.0.1:${gateway.port}/marked/`,
    bodyEncoding: "text",
  });
  expect(sent.body.body.toLowerCase()).toContain("x-own");
  expect(JSON.stringify(sent.body)).not.toContain(primaryKey);
});

async function keepAskingOnce(target: string): Promise<Seen[]> {
  const stop = new AbortController();
  const asked = keepAsking(gateway.port, target, stop.signal);
  await eventually(() => stop.abort());
  return (await asked) as Seen[];
}
