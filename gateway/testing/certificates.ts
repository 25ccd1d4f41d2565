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
  /** Days from now. */
  validFromDays?: number;
  validToDays?: number;
  /** Where a list of what its issuer revoked is. */
  revocationListUrl?: string;
}

/** Certificates for tests: authorities, servers and clients. */
export function makeCertificate(wanted: CertificateRequest): Identity {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const key = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.rsa.setPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = new Date(Date.now() + (wanted.validFromDays ?? -1) * dayMs);
  certificate.validity.notAfter = new Date(Date.now() + (wanted.validToDays ?? 1) * dayMs);
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
    ...(wanted.revocationListUrl === undefined ? [] : [distributionPoint(wanted.revocationListUrl)]),
    ...(altNames.length === 0 ? [] : [{ name: "subjectAltName", altNames }]),
  ]);
  certificate.sign(
    issuer === undefined ? key : forge.pki.privateKeyFromPem(issuer.privateKeyPem),
    forge.md.sha256.create(),
  );
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
}

/** RFC 5280 section 4.2.1.13. */
function distributionPoint(url: string) {
  const { asn1 } = forge;
  const context = (tag: number, constructed: boolean, value: forge.asn1.Asn1[] | string) =>
    asn1.create(asn1.Class.CONTEXT_SPECIFIC, tag, constructed, value as forge.asn1.Asn1[]);
  const sequence = (values: forge.asn1.Asn1[]) => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, values);
  const fullName = context(0, true, [context(6, false, url)]);
  const value = sequence([sequence([context(0, true, [fullName])])]);
  return { id: "2.5.29.31", value: asn1.toDer(value).getBytes() };
}

/** As operators write it: upper case without colons. */
export function thumbprintOf(
  { certificatePem }: Identity,
  algorithm: "fingerprint" | "fingerprint256" | "fingerprint512" = "fingerprint",
) {
  return new X509Certificate(certificatePem)[algorithm].replaceAll(":", "");
}
