import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import path from "node:path";
import next from "next";
import { env, provideSettings } from "@/lib/env";
import { log } from "@/lib/log";
import { loadSealer } from "@/lib/seal";
import { refuseMalformedPath } from "@/management/arm/refuse-malformed-path";
import { setManagement } from "@/management/current";
import { ensureFirstOperator } from "@/management/identity/first-operator";
import { stampPeer } from "@/management/identity/peer";
import { securityHeaders } from "@/management/identity/security-headers";
import { openPublisher } from "@/management/publish/publisher";
import { openStore } from "@/management/store/open";
import { seed } from "@/management/store/seed";
import { listen } from "./listen";
import { sendResponse } from "./send-response";
import { sessionSecret } from "./session-secret";
import { attachStream } from "./stream";
import { ownAuthority } from "./tls/authority";

// The portal's process, top to bottom: open the store, listen, answer pages and the management API, feed the gateways.
const settings = env();
const events = log("portal");
const development = settings.NODE_ENV === "development";

const sealer = loadSealer(settings);
const store = await openStore({ databaseUrl: settings.DATABASE_URL, dataDir: settings.dataDir, sealer });
await seed(store);
const publish = await openPublisher({ store, nodeToken: settings.GATEHOUSE_NODE_TOKEN, sealer });
const management = { store, sealer, publish };
setManagement(management);
const setupCode = await ensureFirstOperator(management, settings);

const identity = ownAuthority(settings.dataDir);
let answer: RequestListener = (_request, response) => {
  response.writeHead(503, { "Retry-After": "1", "Content-Type": "text/plain" }).end("Gatehouse is starting.\n");
};
const server = createServer((request, response) => answer(request, response));
const tlsServer = createTlsServer(
  { cert: identity.server.certificatePem, key: identity.server.privateKeyPem },
  (request, response) => answer(request, response),
);
const port = await listen(server, {
  port: settings.GATEHOUSE_PORTAL_PORT,
  host: settings.GATEHOUSE_HOST,
  chosen: true,
});
const tlsPort = await listen(tlsServer, {
  port:
    settings.GATEHOUSE_PORTAL_TLS_PORT ??
    (settings.GATEHOUSE_PORTAL_PORT === 0 ? 0 : settings.GATEHOUSE_PORTAL_PORT + 443),
  host: settings.GATEHOUSE_HOST,
  chosen: settings.GATEHOUSE_PORTAL_TLS_PORT !== undefined,
});

const origin = settings.GATEHOUSE_PUBLIC_URL ?? `http://localhost:${port}`;
const sessions = {
  NEXTAUTH_URL: settings.NEXTAUTH_URL ?? origin,
  NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? sessionSecret(settings.dataDir),
};
provideSettings(sessions);

const pages = next({ dev: development, dir: path.resolve(import.meta.dirname, ".."), customServer: true });
await pages.prepare();
const handlePage = pages.getRequestHandler();
const headers = Object.entries(securityHeaders({ ...settings, ...sessions }));
answer = (request, response) => {
  for (const [name, value] of headers) response.setHeader(name, value);
  stampPeer(request, settings.GATEHOUSE_TRUSTED_PROXIES);
  const refusal = refuseMalformedPath(request.method ?? "", request.url ?? "");
  void (refusal === null ? handlePage(request, response) : sendResponse(response, refusal));
};
for (const each of [server, tlsServer]) attachStream(each, publish, pages.getUpgradeHandler());
process.send?.({
  kind: "listening",
  port,
  tlsPort,
  authorityFile: identity.authorityFile,
  setupUrl: setupCode === null ? null : `${origin}/set-up?code=${setupCode}`,
});
events.info({ port, tlsPort, store: store.dialect, revision: await store.revision() }, "portal ready");

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  const closed = [server, tlsServer].map((each) => (each.listening ? once(each.close(), "close") : null));
  // Streams to browsers and gateways never end by themselves; requests in flight are let finish.
  await publish.close();
  for (const each of [server, tlsServer]) each.closeIdleConnections();
  const hard = setTimeout(() => {
    for (const each of [server, tlsServer]) each.closeAllConnections();
  }, 5_000);
  await Promise.all(closed);
  clearTimeout(hard);
  await pages.close();
  await store.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
// Without its supervisor nobody would ever stop this process.
process.on("disconnect", () => void stop());
