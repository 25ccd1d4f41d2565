import { generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { Agent, request } from "undici";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { canonicalJson } from "@/contract/canonical-json";
import type { GatewayDocument } from "@/contract/documents";
import { previewTokenText } from "@/contract/preview";
import { bind } from "@/gateway/bind";
import { ScriptedPortal, snapshotTexts, type Visit } from "@/gateway/follow/testing/scripted-portal";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { type BundledGateway, GatewayBundle, workersOf } from "./testing/bundled-gateway";

const soon = { timeout: 60_000, interval: 50 };
const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const bundle = new GatewayBundle();
beforeAll(() => bundle.make());
afterAll(() => bundle.remove());

interface Listening {
  port: number;
  tlsPort: number;
  adminPort: number;
}

function start(settings: Record<string, string>): BundledGateway {
  const started = bundle.start(settings);
  cleanups.push(started.remove);
  return started;
}

const answering = (version: string) =>
  policy(
    "/apis/limited",
    `<policies><inbound><base />
      <rate-limit-by-key calls="100" renewal-period="300" counter-key="all" />
      <cache-lookup-value key="shared" default-value="none" variable-name="shared" caching-type="internal" />
      <cache-store-value key="shared" value="${version}" duration="300" caching-type="internal" />
      <return-response><set-status code="200" reason="OK" /></return-response>
    </inbound><backend><base /></backend><outbound><base /></outbound></policies>`,
  );
const showing = (version: string) =>
  policy(
    "/apis/shown",
    `<policies><inbound><base />
      <cache-lookup-value key="shared" default-value="none" variable-name="shared" caching-type="internal" />
      <return-response><set-status code="200" reason="OK" /><set-body>@("${version} " + (string)context.Variables["shared"])</set-body></return-response>
    </inbound><backend><base /></backend><outbound><base /></outbound></policies>`,
  );
const documents: GatewayDocument[] = [
  defaultGlobalPolicy,
  api("limited"),
  operation("limited", "GET", "/*"),
  answering("kept"),
  api("shown"),
  operation("shown", "GET", "/*"),
  showing("first"),
];

test.skipIf(process.platform !== "linux")("several workers are one gateway", { timeout: 280_000 }, async () => {
  const visits: Visit[] = [];
  const portal = new ScriptedPortal((visit) => {
    visits.push(visit);
    for (const text of snapshotTexts(visit, 1, documents)) visit.socket.send(text);
  });
  cleanups.push(() => portal.close());
  const { child, dataDir, said } = start({ GATEHOUSE_CONTROL_URL: await portal.url(), GATEHOUSE_GATEWAY_WORKERS: "4" });
  const messages: unknown[] = [];
  child.on("message", (message) => messages.push(message));
  await vi.waitFor(() => expect(messages, said()).toHaveLength(1), soon);
  const { port, tlsPort, adminPort } = messages[0] as Listening;
  expect(new Set([port, tlsPort, adminPort, 0]).size).toBe(4);
  expect(workersOf(child)).toHaveLength(4);

  const agent = new Agent({ connections: 64, pipelining: 1 });
  cleanups.push(() => agent.close());
  const ask = async (at: string, dispatcher = agent) => {
    const { statusCode, body } = await request(`http://127.0.0.1:${port}${at}`, { dispatcher });
    return { status: statusCode, text: await body.text() };
  };
  const admin = async (at: string) => {
    const { statusCode, body } = await request(`http://127.0.0.1:${adminPort}${at}`);
    return { status: statusCode, text: await body.text() };
  };
  await vi.waitFor(async () => expect((await admin("/readyz")).status).toBe(200), soon);

  // Each new connection may come to another worker.
  const all = async (at: string, expected: string) => {
    for (let turn = 0; turn < 12; turn++) {
      const single = new Agent();
      expect((await ask(at, single)).text).toBe(expected);
      await single.close();
    }
  };
  await vi.waitFor(() => all("/shown/x", "first none"), soon);

  const answers = await Promise.all(Array.from({ length: 400 }, () => ask("/limited/x")));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(200), count(429)]).toEqual([100, 300]);
  await all("/shown/x", "first kept");

  const metrics = await admin("/metrics");
  expect(metrics.text).toContain('gatehouse_requests_total{status="429"} 300\n');
  expect(metrics.text).toContain("gatehouse_workers 4\n");
  expect(metrics.text).toContain("gatehouse_revision 1\n");
  expect(metrics.text.match(/^# TYPE gatehouse_requests_total/gm)).toHaveLength(1);

  const [visit] = visits as [Visit];
  expect(visits).toHaveLength(1);
  expect(visit.hello.node).toBe("one-node");
  await vi.waitFor(() => expect(visit.answers.filter(({ kind }) => kind === "applied")).toHaveLength(1), soon);
  const change = { revision: 2, previousRevision: 1, committedAt: 1, anchor: "anchor-2", hash: "" };
  visit.socket.send(visit.chain.text({ kind: "change", ...change, put: [showing("second")], remove: [] }));
  await vi.waitFor(() => all("/shown/x", "second kept"), soon);

  const [victim] = workersOf(child) as [number];
  process.kill(victim, "SIGKILL");
  await vi.waitFor(async () => {
    const workers = workersOf(child);
    expect(workers).toHaveLength(4);
    expect(workers).not.toContain(victim);
    expect((await admin("/metrics")).text).toContain("gatehouse_workers 4\n");
    await all("/shown/x", "second kept");
  }, soon);
  // What was counted is remembered.
  expect((await ask("/limited/x", new Agent())).status).toBe(429);
  expect(fs.readdirSync(path.join(dataDir, "gateway"))).toEqual(["last-good.sealed"]);

  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(visits).toHaveLength(1);
  expect(said()).not.toContain("a-token");
});

test.skipIf(process.platform !== "linux")("every worker has a preview", { timeout: 280_000 }, async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const signature = (text: string) => sign(null, Buffer.from(text), privateKey).toString("base64url");
  const debugPublicKey = publicKey.export({ format: "pem", type: "spki" }).toString();
  const service: GatewayDocument = {
    id: "/",
    name: "s",
    type: "service",
    properties: { hostnames: [], debugPublicKey },
  };
  const visits: Visit[] = [];
  const portal = new ScriptedPortal((visit) => {
    visits.push(visit);
    for (const text of snapshotTexts(visit, 1, [service, ...documents])) visit.socket.send(text);
  });
  cleanups.push(() => portal.close());
  const { child, dataDir, said } = start({ GATEHOUSE_CONTROL_URL: await portal.url(), GATEHOUSE_GATEWAY_WORKERS: "2" });
  const messages: unknown[] = [];
  child.on("message", (message) => messages.push(message));
  await vi.waitFor(() => expect(messages, said()).toHaveLength(1), soon);
  const { port } = messages[0] as Listening;
  const [visit] = visits as [Visit];
  await vi.waitFor(() => expect(visit.answers.filter(({ kind }) => kind === "applied")).toHaveLength(1), soon);

  const digest = "a".repeat(43);
  const expiresAt = Date.now() + 600_000;
  const grant = { draftId: "d1", digest, expiresAt };
  const frame = { kind: "preview", ...grant, put: [showing("drafted")], remove: [] };
  visit.socket.send(JSON.stringify({ ...frame, signature: signature(canonicalJson(frame)) }));
  const previewed = { kind: "previewed", draftId: "d1", digest, problem: null };
  await vi.waitFor(() => expect(visit.answers).toContainEqual(previewed), soon);

  const token = `${previewTokenText(grant)}&sn=${signature(previewTokenText(grant))}`;
  const all = async (headers: Record<string, string>, expected: string) => {
    for (let turn = 0; turn < 12; turn++) {
      const single = new Agent();
      const { body } = await request(`http://127.0.0.1:${port}/shown/x`, { dispatcher: single, headers });
      expect(await body.text()).toContain(expected);
      await single.close();
    }
  };
  await all({ "Gatehouse-Preview": token }, "drafted none");
  await all({}, "first none");

  const [victim] = workersOf(child) as [number];
  process.kill(victim, "SIGKILL");
  await vi.waitFor(async () => {
    expect(workersOf(child).filter((each) => each !== victim)).toHaveLength(2);
    await all({ "Gatehouse-Preview": token }, "drafted none");
  }, soon);
  visit.socket.send(JSON.stringify({ kind: "preview-end", draftId: "d1" }));
  await vi.waitFor(() => all({ "Gatehouse-Preview": token }, "There is no such preview"), soon);
  // Nothing of it is kept.
  expect(fs.readdirSync(path.join(dataDir, "gateway"))).toEqual(["last-good.sealed"]);
});

test("a chosen port that is taken ends all of them with a sentence and code 2", { timeout: 60_000 }, async () => {
  const holder = createServer();
  const port = await bind(holder, { host: "127.0.0.1", port: 0, chosenBy: null });
  cleanups.push(() => holder.close());
  const { child, said } = start({
    GATEHOUSE_CONTROL_URL: "http://127.0.0.1:1",
    GATEHOUSE_GATEWAY_WORKERS: "2",
    GATEHOUSE_GATEWAY_PORT: String(port),
  });
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(said()).toContain(`Port ${port} is taken by another program.`);
});

test.each(["0", "many", "1.5"])("says so when GATEHOUSE_GATEWAY_WORKERS is %j", { timeout: 60_000 }, async (value) => {
  const { child, said } = start({ GATEHOUSE_CONTROL_URL: "http://127.0.0.1:1", GATEHOUSE_GATEWAY_WORKERS: value });
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(said()).toContain('GATEHOUSE_GATEWAY_WORKERS must be a number from 1 to 256, or "auto"');
});
