import { createHash, X509Certificate } from "node:crypto";
import { isIP, type LookupFunction } from "node:net";
import {
  type ConnectionOptions,
  checkServerIdentity,
  type PeerCertificate,
  rootCertificates,
  type TLSSocket,
} from "node:tls";
import { buildConnector } from "undici";
import type { EgressGuard, Reach } from "@/gateway/egress/egress-guard";
import type { ConnectionSettings } from "./connection-settings";
import { openTunnel } from "./proxy-tunnel";

export interface ConnectorOptions {
  connectTimeoutMs: number;
  /** Says which addresses may be connected to, at the moment of connecting. */
  guard: EgressGuard;
  reach: Reach;
  /** PEM, trusted besides the well-known ones. */
  trustedAuthorities: readonly string[];
  /** Through the settings' proxy, by CONNECT. */
  tunnel: boolean;
  http2: boolean;
  /** Nothing less will do: what does not agree to it under TLS is refused, and without TLS it is known beforehand. */
  http2Only: boolean;
}

/** Opens connections the way one backend entity asks for: through its proxy, with its certificate, by its checks. */
export function createConnector(
  settings: ConnectionSettings,
  { connectTimeoutMs, guard, reach, trustedAuthorities, tunnel, http2, http2Only }: ConnectorOptions,
): buildConnector.connector {
  const pinned = settings.serverThumbprints.length > 0 || settings.serverNames.length > 0;
  // Entities that name their server's certificate always have its chain and name checked, too.
  const validateChain = settings.validateChain || pinned;
  const validateName = settings.validateName || pinned;
  const check = (host: string, certificate: PeerCertificate): Error | undefined =>
    (validateName ? checkServerIdentity(host, certificate) : undefined) ?? checkPins(settings, certificate);

  const tls: ConnectionOptions = {
    rejectUnauthorized: validateChain,
    checkServerIdentity: check,
    minVersion: "TLSv1.2",
  };
  if (trustedAuthorities.length > 0) tls.ca = [...rootCertificates, ...trustedAuthorities];
  if (settings.certificatePem !== null && settings.privateKeyPem !== null) {
    tls.cert = settings.certificatePem;
    tls.key = settings.privateKeyPem;
  }
  const build: buildConnector.BuildOptions & { useH2c: boolean } = {
    ...tls,
    timeout: connectTimeoutMs,
    allowH2: http2,
    // Looked at for connections without TLS only.
    useH2c: http2Only,
    // A resumed session brings no issuer to look at.
    ...(pinned ? { maxCachedSessions: 0 } : {}),
  };
  // A connector is of one address, so its port is known with the first connection.
  let lookup: LookupFunction | null = null;
  const connect = buildConnector({
    ...build,
    lookup: (host, options, done) => (lookup as LookupFunction)(host, options, done),
  });

  return (options, callback) => {
    // The name asked for and checked is the address's own, whatever Host line a policy has set.
    const addressed = { ...options, servername: isIP(bare(options.hostname)) === 0 ? options.hostname : undefined };
    const done: buildConnector.Callback = (...result) => {
      const [error, socket] = result;
      if (error !== null || options.protocol !== "https:") return callback(...result);
      const secured = socket as TLSSocket;
      // Node looks at the name only when it was told to insist on the chain.
      const looked = validateChain || !validateName;
      const wrong =
        (looked ? undefined : checkServerIdentity(bare(options.hostname), secured.getPeerCertificate())) ??
        (http2Only && secured.alpnProtocol !== "h2" ? noHttp2() : undefined);
      if (wrong === undefined) return callback(...result);
      socket.destroy();
      callback(wrong, null);
    };
    const port = Number(portOf(options));
    lookup ??= guard.lookup(port, reach);
    if (!tunnel || settings.proxy === null) {
      // Names are looked up, and looked at, while connecting; an address that is written out is looked at before.
      if (isIP(bare(options.hostname)) === 0) connect(addressed as buildConnector.Options, done);
      else
        guard.addresses(options.hostname, port, reach).then(
          () => connect(addressed as buildConnector.Options, done),
          (error: Error) => callback(error, null),
        );
      return;
    }
    openTunnel(settings.proxy, `${options.hostname}:${port}`, connectTimeoutMs, { guard, reach }).then(
      (socket) => {
        if (options.protocol === "https:")
          connect({ ...addressed, httpSocket: socket } as buildConnector.Options, done);
        else callback(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };
}

const noHttp2 = () => Object.assign(new Error("The server does not speak HTTP/2."), { code: "ERR_TLS_NO_HTTP2" });

function portOf({ port, protocol }: buildConnector.Options): string {
  return port !== "" && port !== undefined ? port : protocol === "https:" ? "443" : "80";
}

function bare(hostName: string): string {
  return hostName.startsWith("[") ? hostName.slice(1, -1) : hostName;
}

/** Pins are alternatives: a certificate that one of them fits is the server's. */
function checkPins({ serverThumbprints, serverNames }: ConnectionSettings, peer: PeerCertificate): Error | undefined {
  if (serverThumbprints.length === 0 && serverNames.length === 0) return undefined;
  const certificate = new X509Certificate(peer.raw);
  if (serverThumbprints.some((wanted) => thumbprint(certificate.raw, wanted.length) === wanted)) return undefined;
  const { issuerCertificate } = peer as PeerCertificate & { issuerCertificate?: { raw?: Buffer } };
  const issuer = issuerCertificate?.raw;
  for (const { name, issuerThumbprint } of serverNames) {
    const named = certificate.checkHost(name) !== undefined || commonName(certificate) === name;
    if (!named) continue;
    if (issuerThumbprint === null) return undefined;
    if (issuer !== undefined && thumbprint(issuer, issuerThumbprint.length) === issuerThumbprint) return undefined;
  }
  return Object.assign(new Error("The server's certificate is none of those that the backend names."), {
    code: "ERR_TLS_CERT_PIN",
  });
}

function commonName(certificate: X509Certificate): string | undefined {
  return /(?:^|\n)CN=([^\n]*)/.exec(certificate.subject)?.[1];
}

function thumbprint(raw: Buffer, digits: number): string {
  const algorithm = digits === 40 ? "sha1" : digits === 128 ? "sha512" : "sha256";
  return createHash(algorithm).update(raw).digest("hex").toUpperCase();
}
