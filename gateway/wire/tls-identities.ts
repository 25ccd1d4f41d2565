import { createSecureContext, type SecureContext, type TlsOptions, type Server as TlsServer } from "node:tls";
import type { ServiceDocument } from "@/contract/documents";

export interface Identity {
  certificatePem: string;
  privateKeyPem: string;
}
type Hostname = ServiceDocument["hostnames"][number];

/**
 * The certificates that the TLS listener shows, by the name that the client asks for. They change with the service
 * document, without a new listener: the next handshake sees the new ones.
 */
export class TlsIdentities {
  readonly #fallback: Identity;
  readonly #servers: TlsServer[] = [];
  /** For clients that name no host, or one that is not ours. */
  #default: Identity;
  #defaultContext: SecureContext;
  #byName = new Map<string, SecureContext>();
  #negotiate = false;
  #hostnames: readonly Hostname[] = [];

  constructor(fallback: Identity) {
    this.#fallback = fallback;
    this.#default = fallback;
    this.#defaultContext = contextOf(fallback);
  }

  /** Whatever can be used is; what cannot is named in the result. */
  use(hostnames: readonly Hostname[]): string[] {
    if (hostnames === this.#hostnames) return [];
    const problems: string[] = [];
    const byName = new Map<string, SecureContext>();
    let standard = this.#fallback;
    for (const hostname of hostnames) {
      try {
        const context = contextOf(hostname);
        if (hostname.hostName === null) standard = hostname;
        else byName.set(hostname.hostName.toLowerCase(), context);
      } catch (error) {
        problems.push(`The certificate of ${hostname.hostName ?? "the default host"} cannot be used: ${String(error)}`);
      }
    }
    this.#hostnames = hostnames;
    this.#byName = byName;
    this.#default = standard;
    this.#defaultContext = contextOf(standard);
    // TLS asks before it knows the name's wishes: when one host name wants certificates, all connections are asked.
    this.#negotiate = hostnames.some(({ negotiateClientCertificate }) => negotiateClientCertificate);
    for (const server of this.#servers) this.#apply(server);
    return problems;
  }

  /** For a listener to be. Client certificates are asked for, not insisted on: policies judge them. */
  get options(): TlsOptions {
    return {
      ...identityOptions(this.#default),
      requestCert: this.#negotiate,
      rejectUnauthorized: false,
      SNICallback: (name, callback) => callback(null, this.#contextFor(name.toLowerCase())),
    };
  }

  /** Keeps a listener made with these options up to date. */
  follow(server: TlsServer): void {
    this.#servers.push(server);
  }

  #apply(server: TlsServer): void {
    server.setSecureContext(identityOptions(this.#default));
    // Read by Node at each handshake.
    (server as TlsServer & { requestCert: boolean }).requestCert = this.#negotiate;
  }

  #contextFor(name: string): SecureContext {
    const parent = name.slice(name.indexOf(".") + 1);
    return this.#byName.get(name) ?? this.#byName.get(`*.${parent}`) ?? this.#defaultContext;
  }
}

function identityOptions({ certificatePem, privateKeyPem }: Identity) {
  return { cert: certificatePem, key: privateKeyPem, minVersion: "TLSv1.2" as const };
}

function contextOf(identity: Identity): SecureContext {
  return createSecureContext(identityOptions(identity));
}
