import { createHash, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import {
  type ConnectionOptions,
  checkServerIdentity,
  type PeerCertificate,
  rootCertificates,
  type TLSSocket,
} from "node:tls";
import { buildConnector } from "undici";
import type { ConnectionSettings } from "./connection-settings";
import { openTunnel } from "./proxy-tunnel";

export interface ConnectorOptions {
  connectTimeoutMs: number;
  /** PEM, trusted besides the well-known ones. */
  trustedAuthorities: readonly string[];
  /** Through the settings' proxy, by CONNECT. */
  tunnel: boolean;
  http2: boolean;
  /** HTTP/2 without TLS, known beforehand. */
  http2Cleartext: boolean;
}

/** Opens connections the way one backend entity asks for: through its proxy, with its certificate, by its checks. */
export function createConnector(
  settings: ConnectionSettings,
  { connectTimeoutMs, trustedAuthorities, tunnel, http2, http2Cleartext }: ConnectorOptions,
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
    useH2c: http2Cleartext,
    // A resumed session brings no issuer to look at.
    ...(pinned ? { maxCachedSessions: 0 } : {}),
  };
  const connect = buildConnector(build);

  return (options, callback) => {
    // The name asked for and checked is the address's own, whatever Host line a policy has set.
    const addressed = { ...options, servername: isIP(bare(options.hostname)) === 0 ? options.hostname : undefined };
    const done: buildConnector.Callback = (...result) => {
      const [error, socket] = result;
      if (error !== null || options.protocol !== "https:" || validateChain || !validateName) {
        callback(...result);
        return;
      }
      // Node looks at the name only when it was told to insist on the chain.
      const wrong = checkServerIdentity(bare(options.hostname), (socket as TLSSocket).getPeerCertificate());
      if (wrong === undefined) return callback(...result);
      socket.destroy();
      callback(wrong, null);
    };
    if (!tunnel || settings.proxy === null) {
      connect(addressed as buildConnector.Options, done);
      return;
    }
    openTunnel(settings.proxy, `${options.hostname}:${portOf(options)}`, connectTimeoutMs).then(
      (socket) => {
        if (options.protocol === "https:")
          connect({ ...addressed, httpSocket: socket } as buildConnector.Options, done);
        else callback(null, socket);
      },
      (error: Error) => callback(error, null),
    );
  };
}

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
