import cluster from "node:cluster";
import { hostname } from "node:os";
import path from "node:path";
import type { AsideToGateway, FrameToPortal } from "@/contract/stream";
import { type Env, env, WrongSettings } from "@/lib/env";
import { log } from "@/lib/log";
import { loadSealer } from "@/lib/seal";
import packageJson from "@/package.json" with { type: "json" };
import { textBody } from "@/policy/body";
import { newResponse } from "@/policy/message";
import { createAdminServer } from "./admin";
import { backendsOf } from "./backend/backends";
import { bind, HopelessSetting } from "./bind";
import { allowEntries } from "./egress/allow-list";
import { EgressGuard, type EgressGuardOptions } from "./egress/egress-guard";
import { Ending } from "./ending";
import { answerEvaluation } from "./evaluation/answer-evaluation";
import { type Follower, follow } from "./follow/follow";
import { reportBreakers } from "./follow/report-breakers";
import { createHandler } from "./handle";
import { AzureIdentity } from "./identity/azure-identity";
import { AzureMessaging } from "./messaging/azure-messaging";
import { Metrics } from "./metrics";
import type { GatewayExchange } from "./pipeline/gateway-exchange";
import { portPlaces } from "./port-places";
import { Previews } from "./preview/previews";
import { apply } from "./program/apply";
import { build } from "./program/build";
import type { Program, ProgramChange } from "./program/program";
import { keptCounts } from "./stores/counters/kept-counts-place";
import { openStores } from "./stores/open-stores";
import { metricLines } from "./telemetry/metric-lines";
import { startTelemetry } from "./telemetry/start-telemetry";
import { GatewayServer } from "./wire/gateway-server";
import { selfMadeIdentity } from "./wire/self-made-identity";
import { TlsIdentities } from "./wire/tls-identities";
import { AskPrimary } from "./workers/ask-primary";
import { followPrimary } from "./workers/follow-primary";
import { PrimaryCache } from "./workers/primary-cache";
import { PrimaryCounters } from "./workers/primary-counters";
import { primaryLine } from "./workers/primary-line";
import { runPrimary } from "./workers/run-primary";
import { workerCount } from "./workers/worker-count";

// The gateway's process, top to bottom: load what was last known good, listen, follow the portal, drain when told to end.

/** Shorter than the supervisor's patience. */
const drainMs = 25_000;
/** For what is still to be sent when the requests are done. */
const flushMs = 3_000;

const ending = new Ending();
ending.hear();
if (cluster.isWorker) primaryLine.listen((message) => message.kind === "drain" && ending.tell());

const settings = settingsOrEnd();
const events = log("gateway");
const { controlUrl, token } = portalOrEnd();

/** Told by its supervisor, and therefore beside its portal; a worker learns from its primary process where it is reached. */
const besidePortal = process.send !== undefined && !cluster.isWorker;
let program: Program | null = null;
const addresses: string[] = [];
/** Of this installation on this machine; no policy is to call them. */
const innerPorts = portalPorts();
const following = {
  controlUrl,
  token,
  node: settings.GATEHOUSE_NODE_NAME ?? hostname(),
  version: packageJson.version,
  programs: { build, apply: applyAndTell },
  lastGood: { file: path.join(settings.dataDir, "gateway", "last-good.sealed"), sealer: loadSealer(settings) },
  log: log("follow"),
};
await runPrimaryWhereThereAreWorkers();

const metrics = new Metrics();
const warn = (message: string, reason?: unknown) => events.warn({ err: reason }, message);
const telemetry = await startTelemetry(settings, settings.GATEHOUSE_NODE_NAME ?? hostname(), warn);
metrics.also(() => metricLines(telemetry.metrics.all()));
const managedIdentity = new AzureIdentity();
const messaging = new AzureMessaging({ identity: () => managedIdentity, onProblem: warn });
const identities = new TlsIdentities(selfMadeIdentity(settings.dataDir));
const onUnexpected = (error: unknown) => events.error({ err: error }, "a request met a mistake of ours");
const onTrace = (id: string, text: string) => follower.send({ kind: "trace", id, text });
const previews: Previews = new Previews({ hostOf: (prefix) => server.previewHost(prefix) });
const handle = createHandler(() => program as Program, { onUnexpected, onTrace, previews });
const stores = ownStores();
const server: GatewayServer = new GatewayServer({
  handle: (exchange) => (program === null ? answerNotReady(exchange) : handle(exchange)),
  metrics,
  onUnexpected,
  egress: egressOrEnd(),
  services: {
    counters: stores.counters,
    caches: stores.caches,
    managedIdentity,
    messaging,
    telemetry: telemetry.metrics,
    sidecarUrl: `http://localhost:${settings.DAPR_HTTP_PORT}`,
  },
  publicUrls: () => addresses,
});

let place: () => void = () => {};
const placed = new Promise<void>((resolve) => {
  place = resolve;
});
const follower: Follower = cluster.isWorker
  ? followPrimary({ line: primaryLine, use, onPlace, previews })
  : await follow({ ...following, addresses: () => addresses, use, onAside, greeting: () => previews.announcements });
metrics.gauge("gatehouse_revision", "The revision in use.", () => follower.status().revision);
metrics.gauge("gatehouse_connected", "1: connected to the portal.", () => Number(follower.status().connected));

const breakers = () => (program === null ? [] : server.breakers.states(backendsOf(program)));
const openBreakers = () => breakers().filter(({ state }) => state === "open").length;
metrics.gauge("gatehouse_open_circuit_breakers", "Circuit breakers that are open.", openBreakers);
const stopReporting = reportBreakers({ states: breakers, send: (frame) => follower.send(frame) });
const admin = createAdminServer({
  metrics,
  breakers,
  notReady: () => (program === null ? "no configuration has been received yet" : null),
});
if (cluster.isWorker) await placed;
ending.by(drain);
const ports = await listenOrEnd();
// Beside its portal it is reached under the portal's own name, whatever that is for a visitor.
if (!cluster.isWorker) {
  const host = besidePortal ? "localhost" : hostname();
  innerPorts.push(ports.adminPort);
  addresses.push(`http://${host}:${ports.port}`, `https://${host}:${ports.tlsPort}`);
  if (settings.GATEHOUSE_GATEWAY_PUBLIC_URL !== undefined) addresses.push(settings.GATEHOUSE_GATEWAY_PUBLIC_URL);
}
process.send?.({ kind: "listening", ...ports });
events.info({ ...ports, revision: follower.status().revision }, "gateway ready");

if (cluster.isWorker) {
  primaryLine.listen((message) => {
    if (message.kind !== "measure") return;
    void metrics.text().then((text) => primaryLine.send({ kind: "measured", id: message.id, text }));
  });
}

function use(next: Program): void {
  program = next;
  for (const problem of identities.use(next.service?.hostnames ?? [])) events.error(problem);
}

function onAside(frame: AsideToGateway, answer: (frame: FrameToPortal) => void): void {
  if (frame.kind === "evaluate") answerEvaluation(frame, program, previews, answer);
  else if (frame.kind === "preview-end") previews.end(frame.draftId);
  else {
    const { draftId, digest } = frame;
    answer({ kind: "previewed", draftId, digest, problem: previews.take(frame, program) });
  }
}

function onPlace(places: readonly string[], ports: readonly number[]): void {
  addresses.splice(0, addresses.length, ...places);
  innerPorts.splice(0, innerPorts.length, ...ports);
  place();
}

/** What a worker counts and keeps, its primary process counts and keeps for all of them. */
function ownStores() {
  if (!cluster.isWorker) return openStores(settings.REDIS_URL, log("stores"), { kept: keptCounts(settings) });
  const primary = new AskPrimary(primaryLine);
  const own = { counters: new PrimaryCounters(primary), cache: new PrimaryCache(primary) };
  return openStores(settings.REDIS_URL, log("stores"), own);
}

/** The primary process of several takes no requests, and goes no further than this. */
async function runPrimaryWhereThereAreWorkers(): Promise<void> {
  const count = workerCount(settings.GATEHOUSE_GATEWAY_WORKERS);
  if (cluster.isWorker || count === 1) return;
  try {
    egressOrEnd();
    selfMadeIdentity(settings.dataDir);
    await runPrimary({ count, settings, following, innerPorts, besidePortal, ending, log: events });
  } catch (error) {
    if (error instanceof HopelessSetting) end(error.message);
    throw error;
  }
  await new Promise(() => {});
}

function answerNotReady(exchange: GatewayExchange): void {
  const response = newResponse(503, "Service Unavailable");
  response.headers.append("Content-Type", "application/json");
  response.headers.append("Retry-After", "1");
  response.body = textBody('{ "statusCode": 503, "message": "The gateway has no configuration yet." }');
  exchange.response = response;
}

async function drain(): Promise<void> {
  events.info({ inFlight: server.inFlight }, "draining");
  await server.drain(drainMs);
  await flushed();
  stopReporting();
  await follower.stop();
  stores.close();
  admin.close();
  admin.closeAllConnections();
}

/** A collector or a queue that does not answer holds nobody up. */
async function flushed(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, flushMs).unref());
  await Promise.race([Promise.allSettled([telemetry.close(), messaging.close(flushMs)]), late]);
}

async function listenOrEnd() {
  const places = portPlaces(settings);
  try {
    const port = await bind(server.createListener(), places.traffic);
    const tlsPort = await bind(server.createListener(identities), places.tls);
    // The primary process answers for its workers.
    const adminPort = cluster.isWorker ? 0 : await bind(admin, places.admin);
    return { port, tlsPort, adminPort };
  } catch (error) {
    if (error instanceof HopelessSetting) end(error.message);
    throw error;
  }
}

function settingsOrEnd(): Env {
  try {
    return env();
  } catch (error) {
    if (error instanceof WrongSettings) end(error.message);
    throw error;
  }
}

function egressOrEnd(): EgressGuardOptions {
  const options = {
    allow: allowEntries(settings.GATEHOUSE_EGRESS_ALLOW ?? ""),
    ownPorts: () => innerPorts,
    portalUrl: controlUrl,
  };
  try {
    new EgressGuard(options);
    return options;
  } catch (error) {
    end(`GATEHOUSE_EGRESS_ALLOW is wrong: ${(error as Error).message}`);
  }
}

function applyAndTell(before: Program, change: ProgramChange): Program {
  return apply(before, change, (message) => events.error(message));
}

/** Where the portal shares this machine. */
function portalPorts(): number[] {
  if (!besidePortal) return [];
  const { GATEHOUSE_PORTAL_PORT: port, GATEHOUSE_PORTAL_TLS_PORT: tlsPort } = settings;
  const { port: control } = new URL(controlUrl);
  return [port, tlsPort ?? port + 443, Number(control)].filter((each) => each > 0);
}

function portalOrEnd(): { controlUrl: string; token: string } {
  const { GATEHOUSE_CONTROL_URL: controlUrl, GATEHOUSE_NODE_TOKEN: token } = settings;
  if (controlUrl === undefined)
    end("GATEHOUSE_CONTROL_URL is missing: the URL of the portal whose configuration to serve.");
  if (token === undefined) end("GATEHOUSE_NODE_TOKEN is missing: a key of this gateway, made in the portal.");
  return { controlUrl, token };
}

function end(message: string): never {
  console.error(message);
  process.exit(HopelessSetting.exitCode);
}
