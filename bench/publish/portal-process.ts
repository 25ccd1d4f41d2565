import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { loadSealer } from "@/lib/seal";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "@/management/arm/handle";
import type { Caller } from "@/management/context";
import type { Management } from "@/management/current";
import { openPublisher } from "@/management/publish/publisher";
import { openStore } from "@/management/store/open";
import { seed } from "@/management/store/seed";
import { attachStream } from "@/portal/stream";
import { configure } from "./configure";

export interface PortalArguments {
  dataDir: string;
  nodeToken: string;
  operations: number;
  port: number;
}

// The portal without its pages: the REST door, the store and publishing, behind one real server.
const { dataDir, nodeToken, operations, port } = JSON.parse(process.argv[2] ?? "") as PortalArguments;
const sealer = loadSealer({ dataDir });
const store = await openStore({ dataDir, sealer });
await seed(store);
const publish = await openPublisher({ store, nodeToken });
const management: Management = { store, sealer, publish };
const caller: Caller = { actor: { kind: "system", id: "bench", name: "Bench" }, role: "owner", address: null };

const ask = (method: string, path: string, body?: BodyInit | null) => {
  const url = `http://localhost${path.startsWith("/") ? path : `${serviceId}/${path}?api-version=2024-05-01`}`;
  const headers = { host: "localhost", "content-type": "application/json" };
  return handleArm(new Request(url, { method, headers, body }), management, caller);
};
if ((await store.revision()) <= 1) await configure(store, ask, operations);

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = chunks.length === 0 ? null : Buffer.concat(chunks);
  const answer = await ask(request.method ?? "GET", request.url ?? "/", body);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) response.end();
  else Readable.fromWeb(answer.body as import("node:stream/web").ReadableStream).pipe(response);
});
attachStream(server, publish);
server.listen(port, "127.0.0.1", () => {
  process.send?.({ kind: "listening", port: (server.address() as AddressInfo).port });
});
process.on("SIGTERM", async () => {
  await publish.close();
  server.closeAllConnections();
  server.close();
  await store.close();
  process.exit(0);
});
