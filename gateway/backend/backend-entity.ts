import type { BackendDocument } from "@/contract/documents";
import { Fault } from "@/policy/fault";
import type { BackendSources } from "./backend-sources";
import { type BackendUrl, parseBackendUrl } from "./backend-url";
import type { ConnectionSettings } from "./connection-settings";
import { keyed, plainConnection } from "./connection-settings";
import { MemberChoice } from "./member-choice";

/** What an entity puts on every request to it. */
export interface PreparedCredentials {
  /** Name and values, replacing lines of the same name. */
  readonly headers: readonly (readonly [string, readonly string[]])[];
  /** Name and its encoded assignments, replacing those of the same name. */
  readonly query: readonly (readonly [string, string])[];
  /** Whose token is sent as the Authorization; it has to be asked for. */
  readonly identity: { readonly resource: string; readonly clientId: string | null } | null;
}

const none: PreparedCredentials = { headers: [], query: [], identity: null };

/** One backend entity as the gateway uses it. What can fail is prepared at first use, so that it fails only its callers. */
export class BackendEntity {
  readonly id: string;
  readonly document: BackendDocument;
  readonly url: BackendUrl | null;
  /** Of a pool. */
  readonly members: MemberChoice | null;
  readonly #sources: BackendSources;
  #credentials: PreparedCredentials | null = null;
  #connection: ConnectionSettings | null = null;

  constructor(id: string, document: BackendDocument, sources: BackendSources) {
    this.id = id;
    this.document = document;
    this.#sources = sources;
    this.url = document.url === null ? null : parseBackendUrl(this.#known(document.url));
    this.members = document.pool === null ? null : new MemberChoice(document.pool.services);
  }

  /** As its author knows it. */
  get shortId(): string {
    return shortId(this.id);
  }

  get credentials(): PreparedCredentials {
    this.#credentials ??= this.#prepareCredentials();
    return this.#credentials;
  }

  get connection(): ConnectionSettings {
    this.#connection ??= this.#prepareConnection();
    return this.#connection;
  }

  #prepareCredentials(): PreparedCredentials {
    const { credentials } = this.document;
    if (credentials === null) return none;
    const headers: [string, string[]][] = Object.entries(credentials.header).map(([name, values]) => [
      name,
      values.map((value) => this.#resolve(value)),
    ]);
    if (credentials.authorization !== null) {
      const { scheme, parameter } = credentials.authorization;
      headers.push(["Authorization", [`${this.#resolve(scheme)} ${this.#resolve(parameter)}`]]);
    }
    const query: [string, string][] = Object.entries(credentials.query).map(([name, values]) => [
      name,
      values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(this.#resolve(value))}`).join("&"),
    ]);
    const { managedIdentity } = credentials;
    const identity =
      managedIdentity === null
        ? null
        : {
            resource: this.#resolve(managedIdentity.resource),
            clientId: managedIdentity.clientId === null ? null : this.#resolve(managedIdentity.clientId),
          };
    return { headers, query, identity };
  }

  #prepareConnection(): ConnectionSettings {
    const { tls, proxy } = this.document;
    const certificate = this.#clientCertificate();
    const settings: ConnectionSettings = {
      ...plainConnection,
      validateChain: tls.validateCertificateChain,
      validateName: tls.validateCertificateName,
      serverThumbprints: tls.serverCertificateThumbprints.map(bareThumbprint),
      serverNames: tls.serverX509Names.map(({ name, issuerCertificateThumbprint }) => ({
        name,
        issuerThumbprint: issuerCertificateThumbprint === null ? null : bareThumbprint(issuerCertificateThumbprint),
      })),
      certificatePem: certificate?.certificatePem ?? null,
      privateKeyPem: certificate?.privateKeyPem ?? null,
      proxy:
        proxy === null
          ? null
          : {
              url: this.#resolve(proxy.url),
              username: proxy.username === null ? null : this.#resolve(proxy.username),
              password: proxy.password === null ? null : this.#resolve(proxy.password),
            },
    };
    return { ...keyed(settings), reconnectAt: this.document.reconnectAt ?? 0 };
  }

  /** Certificate ids win over thumbprints; the first that is there is the one that is shown. */
  #clientCertificate() {
    const { credentials } = this.document;
    if (credentials === null) return null;
    const { certificateIds, certificateThumbprints } = credentials;
    if (certificateIds.length === 0 && certificateThumbprints.length === 0) return null;
    const { certificates } = this.#sources;
    const wanted = certificateThumbprints.map(bareThumbprint);
    const found =
      certificateIds.length > 0
        ? certificateIds.map((id) => certificates.get(canonicalCertificateId(id))).find((one) => one !== undefined)
        : [...certificates.values()].find((one) => wanted.includes(bareThumbprint(one.thumbprint)));
    if (found === undefined) throw this.#fault("names a client certificate that does not exist");
    if (found.privateKeyPem === null) throw this.#fault("names a client certificate without a private key");
    return found;
  }

  /** As it is where a named value is missing, which makes it no URL. */
  #known(url: string): string {
    try {
      return this.#resolve(url);
    } catch {
      return "";
    }
  }

  #resolve(text: string): string {
    if (!text.includes("{{")) return text;
    try {
      return this.#sources.resolveNamedValues(text);
    } catch (error) {
      throw this.#fault("uses a named value that has no value", error);
    }
  }

  #fault(why: string, cause?: unknown): Fault {
    return new Fault({
      source: "forward-request",
      reason: "BackendConnectionFailure",
      status: 500,
      message: `The backend ${this.shortId} ${why}.`,
      cause,
    });
  }
}

export const shortId = (id: string): string => id.replace("/backends/", "");

export function bareThumbprint(text: string): string {
  return text.replace(/[^0-9A-Fa-f]/g, "").toUpperCase();
}

/** Ids come as "/certificates/x" or as a whole ARM id. */
function canonicalCertificateId(id: string): string {
  const lower = id.toLowerCase();
  const at = lower.lastIndexOf("/certificates/");
  return at < 0 ? `/certificates/${lower}` : lower.slice(at);
}
