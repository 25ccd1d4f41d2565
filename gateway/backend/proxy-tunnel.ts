import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type Socket } from "node:net";
import type { EgressGuard, Reach } from "@/gateway/egress/egress-guard";
import type { ConnectionSettings } from "./connection-settings";

export type ProxySettings = NonNullable<ConnectionSettings["proxy"]>;

/** A connection through an HTTP proxy to "host:port" (RFC 9110 section 9.3.6). */
export async function openTunnel(
  proxy: ProxySettings,
  authority: string,
  timeoutMs: number,
  { guard, reach }: { guard: EgressGuard; reach: Reach },
): Promise<Socket> {
  const url = new URL(proxy.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
  if (isIP(host) !== 0) await guard.addresses(host, port, reach);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)({
      host,
      port,
      lookup: guard.lookup(port, reach),
      method: "CONNECT",
      path: authority,
      headers: { Host: authority, ...proxyAuthorization(proxy) },
      agent: false,
      timeout: timeoutMs,
    });
    request.on("timeout", () => request.destroy(unreachable("The proxy did not answer in time.")));
    request.on("error", reject);
    request.on("response", (response) => {
      response.destroy();
      reject(unreachable(`The proxy answered CONNECT with ${response.statusCode}.`));
    });
    request.on("connect", (response, socket, head) => {
      if (response.statusCode === 200 && head.byteLength === 0) {
        socket.setTimeout(0);
        resolve(socket as Socket);
        return;
      }
      socket.destroy();
      reject(unreachable(`The proxy answered CONNECT with ${response.statusCode}.`));
    });
    request.end();
  });
}

export function proxyAuthorization({ username, password }: ProxySettings): Record<string, string> {
  if (username === null) return {};
  const credentials = Buffer.from(`${username}:${password ?? ""}`).toString("base64");
  return { "Proxy-Authorization": `Basic ${credentials}` };
}

function unreachable(message: string): Error {
  return Object.assign(new Error(message), { code: "UND_ERR_CONNECT_TIMEOUT" });
}
