import type { X509Certificate } from "node:crypto";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";

/** Of what a client sends along, more is not looked at. */
const longestChain = 8;

/** What is known of a client's connection, found out once. */
export class Connection {
  readonly clientAddress: string;
  readonly localAddress: string;
  readonly localPort: number;
  readonly secure: boolean;
  /** Its last answer is under way: whatever follows on it was never asked. */
  ending = false;
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
    this.clientAddress = plainAddress(socket.remoteAddress ?? "");
    const local = plainAddress(socket.localAddress ?? "");
    this.localAddress = local.includes(":") ? `[${local}]` : local;
    this.localPort = socket.localPort ?? 0;
    this.secure = "encrypted" in socket;
  }

  /** Its own first, then those that the client sent along. */
  clientCertificate = (): string | null => {
    if (!this.secure) return null;
    let certificate = (this.#socket as TLSSocket).getPeerX509Certificate();
    if (certificate === undefined) return null;
    let pem = "";
    for (let count = 0; certificate !== undefined && count < longestChain; count++) {
      pem += certificate.toString();
      const issuer: X509Certificate | undefined = certificate.issuerCertificate;
      certificate = issuer?.fingerprint256 === certificate.fingerprint256 ? undefined : issuer;
    }
    return pem;
  };
}

const connection = Symbol("connection");
type KnownSocket = Socket & { [connection]?: Connection };

export function connectionOf(socket: Socket): Connection {
  const known = socket as KnownSocket;
  known[connection] ??= new Connection(socket);
  return known[connection];
}

/** IPv4 clients of a listener for both families show as ::ffff:192.0.2.1. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && address.includes(".") ? address.slice(7) : address;
}
