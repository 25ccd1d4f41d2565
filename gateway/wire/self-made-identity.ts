import { generateKeyPairSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import forge from "node-forge";
import type { Identity } from "./tls-identities";

const dayMs = 24 * 60 * 60 * 1000;
const validDays = 3650;

/** Shown where no certificate is configured for a host. Made once and kept, so that clients may choose to trust it. */
export function selfMadeIdentity(dataDir: string): Identity {
  const folder = path.join(dataDir, "tls");
  const certificateFile = path.join(folder, "gateway.pem");
  const keyFile = path.join(folder, "gateway.key");
  if (fs.existsSync(certificateFile) && fs.existsSync(keyFile)) {
    return {
      certificatePem: fs.readFileSync(certificateFile, "utf8"),
      privateKeyPem: fs.readFileSync(keyFile, "utf8"),
    };
  }
  const identity = make(hostname());
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(keyFile, identity.privateKeyPem, { mode: 0o600 });
  fs.writeFileSync(certificateFile, identity.certificatePem);
  return identity;
}

function make(name: string): Identity {
  // The platform makes the key: node-forge's own generator takes seconds.
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const key = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.rsa.setPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() - dayMs);
  certificate.validity.notAfter = new Date(Date.now() + validDays * dayMs);
  const subject = [{ name: "commonName", value: name }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  const dns = [name, "localhost"].map((value) => ({ type: 2, value }));
  const addresses = ["127.0.0.1", "::1"].map((ip) => ({ type: 7, ip }));
  certificate.setExtensions([
    { name: "basicConstraints", cA: false, critical: true },
    { name: "keyUsage", digitalSignature: true, keyEncipherment: true, critical: true },
    { name: "extKeyUsage", serverAuth: true },
    { name: "subjectAltName", altNames: [...dns, ...addresses] },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
}
