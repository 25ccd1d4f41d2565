import { hostname } from "node:os";
import path from "node:path";
import { type Env, env, WrongSettings } from "@/lib/env";
import { log } from "@/lib/log";
import { loadSealer } from "@/lib/seal";
import packageJson from "@/package.json" with { type: "json" };
import { textBody } from "@/policy/body";
import { newResponse } from "@/policy/message";
import { createAdminServer } from "./admin";
import { bind, HopelessSetting } from "./bind";
import { type Follower, follow } from "./follow/follow";
import { createHandler } from "./handle";
import { Metrics } from "./metrics";
import type { GatewayExchange } from "./pipeline/gateway-exchange";
import { apply } from "./program/apply";
import { build } from "./program/build";
import type { Program } from "./program/program";
import { GatewayServer } from "./wire/gateway-server";
import { selfMadeIdentity } from "./wire/self-made-identity";
import { TlsIdentities } from "./wire/tls-identities";

// The gateway's process, top to bottom: load what was last known good, listen, follow the portal, drain when told to end.

/** Shorter than the supervisor's patience. */
const drainMs = 25_000;

const settings = settingsOrEnd();
const events = log("gateway");
const { controlUrl, token } = portalOrEnd();

let program: Program | null = null;
const metrics = new Metrics();
const identities = new TlsIdentities(selfMadeIdentity(settings.dataDir));
const onUnexpected = (error: unknown) => events.error({ err: error }, "a request met a mistake of ours");
const handle = createHandler(() => program as Program, { onUnexpected });
const server = new GatewayServer({
  handle: (exchange) => (program === null ? answerNotReady(exchange) : handle(exchange)),
  metrics,
  onUnexpected,
});

const addresses: string[] = [];
const follower: Follower = await follow({
  controlUrl,
  token,
  node: settings.GATEHOUSE_NODE_NAME ?? hostname(),
  version: packageJson.version,
  addresses: () => addresses,
  programs: { build, apply },
  use: (next) => {
    program = next;
    for (const problem of identities.use(next.service?.hostnames ?? [])) events.error(problem);
  },
  lastGood: { file: path.join(settings.dataDir, "gateway", "last-good.sealed"), sealer: loadSealer(settings) },
  log: log("follow"),
});
metrics.gauge("gatehouse_revision", "The revision in use.", () => follower.status().revision);
metrics.gauge("gatehouse_connected", "1: connected to the portal.", () => Number(follower.status().connected));

const admin = createAdminServer({
  metrics,
  notReady: () => (program === null ? "no configuration has been received yet" : null),
});
const ports = await listenOrEnd();
// Beside its portal it is reached under the portal's own name, whatever that is for a visitor.
const host = process.send === undefined ? hostname() : "localhost";
addresses.push(`http://${host}:${ports.port}`, `https://${host}:${ports.tlsPort}`);
if (settings.GATEHOUSE_GATEWAY_PUBLIC_URL !== undefined) addresses.push(settings.GATEHOUSE_GATEWAY_PUBLIC_URL);
process.send?.({ kind: "listening", ...ports });
events.info({ ...ports, revision: follower.status().revision }, "gateway ready");

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
// The supervisor has died: another one will want these ports.
process.on("disconnect", () => void stop());

function answerNotReady(exchange: GatewayExchange): void {
  const response = newResponse(503, "Service Unavailable");
  response.headers.append("Content-Type", "application/json");
  response.headers.append("Retry-After", "1");
  response.body = textBody('{ "statusCode": 503, "message": "The gateway has no configuration yet." }');
  exchange.response = response;
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  events.info({ inFlight: server.inFlight }, "draining");
  await server.drain(drainMs);
  await follower.stop();
  admin.close();
  admin.closeAllConnections();
  process.exit(0);
}

async function listenOrEnd() {
  const { GATEHOUSE_GATEWAY_PORT: base, GATEHOUSE_HOST: host } = settings;
  const derived = (chosen: number | undefined, setting: string, offset: number) => ({
    port: chosen ?? (base === 0 ? 0 : base + offset),
    chosenBy: chosen === undefined ? null : setting,
  });
  try {
    const port = await bind(server.createListener(), { host, port: base, chosenBy: "GATEHOUSE_GATEWAY_PORT" });
    const tls = derived(settings.GATEHOUSE_GATEWAY_TLS_PORT, "GATEHOUSE_GATEWAY_TLS_PORT", 1);
    const tlsPort = await bind(server.createListener(identities), { host, ...tls });
    // What it tells is for this machine, unless somebody carries it further.
    const own = derived(settings.GATEHOUSE_GATEWAY_ADMIN_PORT, "GATEHOUSE_GATEWAY_ADMIN_PORT", 2);
    const adminPort = await bind(admin, { host: "127.0.0.1", ...own });
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
