import { randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Where a request came from, as this process saw it. */
export interface Peer {
  /** Null when the request did not pass the portal's own listener. */
  address: string | null;
  /** From this very machine, with no proxy between: then it may set up the installation without the set-up code. */
  local: boolean;
}

const header = "x-gatehouse-peer";
const forwarding = ["x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via"];

// Route handlers see headers only, never the socket. So the listener writes the address into a header, sealed with a
// value that lives as long as this process: what a client sends under that name is worth nothing, and a listener that
// forgets to write it makes requests nobody's instead of anybody's.
const slot = Symbol.for("gatehouse.peer-seal");
const slots = globalThis as { [slot]?: string };
slots[slot] ??= randomBytes(18).toString("base64url");
const seal = slots[slot];

/** Called by the portal's listener on each request, before anything else reads it. */
export function stampPeer(request: IncomingMessage, trustedProxies = 0): void {
  const socketAddress = plain(request.socket.remoteAddress ?? "");
  const forwarded = forwarding.some((name) => request.headers[name] !== undefined);
  const local = isLoopback(socketAddress) && !forwarded && isLoopbackHost(request.headers.host ?? "");
  const address = clientAddress(socketAddress, request.headers["x-forwarded-for"], trustedProxies);
  request.headers[header] = `${seal} ${local ? "local" : "remote"} ${address}`;
}

export function readPeer(headers: Headers): Peer {
  const [given = "", place, address = ""] = (headers.get(header) ?? "").split(" ");
  const genuine = given.length === seal.length && timingSafeEqual(Buffer.from(given), Buffer.from(seal));
  if (!genuine || isIP(address) === 0) return { address: null, local: false };
  return { address, local: place === "local" };
}

/** The n-th entry from the right is the one that the outermost of n trusted proxies wrote; all left of it is hearsay. */
function clientAddress(
  socketAddress: string,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || forwardedFor === undefined) return socketAddress;
  const entries = [forwardedFor].flat().join(",").split(",");
  const entry = plain(entries.at(-Math.min(trustedProxies, entries.length))?.trim() ?? "");
  return isIP(entry) === 0 ? socketAddress : entry;
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
const isLoopback = (address: string) => address === "::1" || /^127\.\d+\.\d+\.\d+$/.test(address);

/** A name of the attacker's that resolves to 127.0.0.1 (DNS rebinding) is no loopback host. */
const isLoopbackHost = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
