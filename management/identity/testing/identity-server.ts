import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Env, parseEnv } from "@/lib/env";
import type { Management } from "@/management/current";
import { answerAuth } from "@/management/identity/answer-auth";
import { answerSetUp } from "@/management/identity/answer-set-up";
import { stampPeer } from "@/management/identity/peer";

export type Plane = Pick<Management, "store">;

/** The doors of identity behind a real listener, as the portal mounts them. */
export async function startIdentityServer(management: Plane, more: Record<string, string> = {}) {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      stampPeer(incoming, 1);
      const request = await requestOf(incoming, origin);
      const answer = request.url.endsWith("/api/auth/set-up")
        ? await answerSetUp(request, management, settings)
        : await answerAuth(request, management, settings);
      outgoing.writeHead(answer.status, [...answer.headers].flat());
      outgoing.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  // The library reads it from the environment alone.
  process.env.NEXTAUTH_URL = origin;
  const settings: Env = parseEnv({
    NEXTAUTH_URL: origin,
    NEXTAUTH_SECRET: "a secret for tests alone",
    GATEHOUSE_LOG_LEVEL: "silent",
    ...more,
  });
  return { origin, settings, close: () => stop(server) };
}

async function requestOf(incoming: IncomingMessage, origin: string): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const each of [value].flat()) headers.append(name, each ?? "");
  const body = parts.length > 0 ? Buffer.concat(parts) : undefined;
  return new Request(new URL(incoming.url ?? "/", origin), { method: incoming.method ?? "GET", headers, body });
}

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}
