import { generateKeyPairSync, randomBytes, X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { Identity } from "@/gateway/wire/tls-identities";

const dayMs = 24 * 60 * 60 * 1000;

export interface CertificateRequest {
  commonName: string;
  dnsNames?: string[];
  addresses?: string[];
  authority?: boolean;
  issuer?: Identity;
}

/** Certificates for tests: authorities, servers and clients. */
export function makeCertificate(wanted: CertificateRequest): Identity {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const key = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.rsa.setPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() - dayMs);
  certificate.validity.notAfter = new Date(Date.now() + dayMs);
  const subject = [{ name: "commonName", value: wanted.commonName }];
  certificate.setSubject(subject);
  const { issuer } = wanted;
  certificate.setIssuer(
    issuer === undefined ? subject : forge.pki.certificateFromPem(issuer.certificatePem).subject.attributes,
  );
  const altNames = [
    ...(wanted.dnsNames ?? []).map((value) => ({ type: 2, value })),
    ...(wanted.addresses ?? []).map((ip) => ({ type: 7, ip })),
  ];
  certificate.setExtensions([
    { name: "basicConstraints", cA: wanted.authority === true, critical: true },
    ...(wanted.authority === true ? [{ name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true }] : []),
    ...(altNames.length === 0 ? [] : [{ name: "subjectAltName", altNames }]),
  ]);
  certificate.sign(
    issuer === undefined ? key : forge.pki.privateKeyFromPem(issuer.privateKeyPem),
    forge.md.sha256.create(),
  );
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
}

/** As operators write it: upper case without colons. */
export function thumbprintOf(
  { certificatePem }: Identity,
  algorithm: "fingerprint" | "fingerprint256" | "fingerprint512" = "fingerprint",
) {
  return new X509Certificate(certificatePem)[algorithm].replaceAll(":", "");
}
