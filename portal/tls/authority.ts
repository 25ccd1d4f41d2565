import { generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import forge from "node-forge";

/** A key and its certificate, both PEM. */
export interface Identity {
  certificatePem: string;
  privateKeyPem: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const authorityDays = 3650;
const serverDays = 397;

/**
 * The installation's own certificate authority, so that clients which insist on TLS can be pointed at one file to trust.
 * Made at first start, kept in the data directory; the server's certificate is renewed at a start in its last month.
 */
export function ownAuthority(dataDir: string): { server: Identity; authorityFile: string } {
  const folder = path.join(dataDir, "tls");
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = ["localhost", hostname()];
  const authority = kept(folder, "authority", () => makeAuthority());
  const server = kept(folder, "server", () => issue(authority, names), names);
  return {
    server: { ...server, certificatePem: server.certificatePem + authority.certificatePem },
    authorityFile: path.join(folder, "authority.pem"),
  };
}

function kept(folder: string, name: string, make: () => Identity, names: readonly string[] = []): Identity {
  const certificateFile = path.join(folder, `${name}.pem`);
  const keyFile = path.join(folder, `${name}.key`);
  if (fs.existsSync(certificateFile) && fs.existsSync(keyFile)) {
    const certificatePem = fs.readFileSync(certificateFile, "utf8");
    const certificate = new X509Certificate(certificatePem);
    const lasts = Date.parse(certificate.validTo) - Date.now() > 30 * dayMs;
    if (lasts && names.every((each) => certificate.checkHost(each) !== undefined)) {
      return { certificatePem, privateKeyPem: fs.readFileSync(keyFile, "utf8") };
    }
  }
  const identity = make();
  fs.writeFileSync(keyFile, identity.privateKeyPem, { mode: 0o600 });
  fs.writeFileSync(certificateFile, identity.certificatePem);
  return identity;
}

function makeAuthority(): Identity {
  const subject = [{ name: "commonName", value: `Gatehouse authority ${randomBytes(4).toString("hex")}` }];
  return sign({ subject, days: authorityDays, issuer: null }, [
    { name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    { name: "subjectKeyIdentifier" },
  ]);
}

function issue(authority: Identity, names: readonly string[]): Identity {
  const addresses = ["127.0.0.1", "::1"].map((ip) => ({ type: 7, ip }));
  return sign({ subject: [{ name: "commonName", value: names[0] }], days: serverDays, issuer: authority }, [
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: [...names.map((value) => ({ type: 2, value })), ...addresses] },
  ]);
}

function sign(
  what: { subject: forge.pki.CertificateField[]; days: number; issuer: Identity | null },
  extensions: object[],
): Identity {
  // The platform makes the key: node-forge's own generator takes seconds.
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const key = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.rsa.setPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() - dayMs);
  certificate.validity.notAfter = new Date(Date.now() + what.days * dayMs);
  certificate.setSubject(what.subject);
  certificate.setIssuer(
    what.issuer === null ? what.subject : forge.pki.certificateFromPem(what.issuer.certificatePem).subject.attributes,
  );
  certificate.setExtensions(extensions);
  certificate.sign(
    what.issuer === null ? key : forge.pki.privateKeyFromPem(what.issuer.privateKeyPem),
    forge.md.sha256.create(),
  );
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
}
