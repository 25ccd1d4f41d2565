import type { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Passes bytes both ways, and the end of either to the other. */
export function joinTunnel(client: Duplex, upstream: Duplex): void {
  carry(client, upstream);
  carry(upstream, client);
}

function carry(from: Duplex, to: Duplex): void {
  from.on("error", () => from.destroy());
  // What was written before the end still arrives.
  from.on("close", () => finish(to));
  from.pipe(to);
}

function finish(stream: Duplex | Socket): void {
  if ("destroySoon" in stream) stream.destroySoon();
  else stream.end(() => stream.destroy());
}
