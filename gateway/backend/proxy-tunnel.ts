import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import type { ConnectionSettings } from "./connection-settings";

export type ProxySettings = NonNullable<ConnectionSettings["proxy"]>;

/** A connection through an HTTP proxy to "host:port" (RFC 9110 section 9.3.6). */
export function openTunnel(proxy: ProxySettings, authority: string, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const url = new URL(proxy.url);
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)({
      host: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port === "" ? undefined : Number(url.port),
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
