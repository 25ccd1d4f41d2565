import { generateKeyPairSync, randomBytes } from "node:crypto";
import forge from "node-forge";

/** A key and its certificate, both PEM. */
export interface SignedCertificate {
  certificatePem: string;
  privateKeyPem: string;
}

/** A certificate with a new key; without an issuer it is signed by itself. */
export function signCertificate({
  commonName,
  days,
  issuer,
  extensions,
}: {
  commonName: string;
  /** From when to when, in days from now. */
  days: readonly [from: number, to: number];
  issuer?: SignedCertificate;
  extensions: object[];
}): SignedCertificate {
  // The platform makes the key: node-forge's own generator takes seconds.
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const privateKeyPem = privateKey.export({ type: "pkcs1", format: "pem" }).toString();
  const key = forge.pki.privateKeyFromPem(privateKeyPem);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.rsa.setPublicKey(key.n, key.e);
  certificate.serialNumber = `01${randomBytes(15).toString("hex")}`;
  certificate.validity.notBefore = daysFromNow(days[0]);
  certificate.validity.notAfter = daysFromNow(days[1]);
  const subject = [{ name: "commonName", value: commonName }];
  certificate.setSubject(subject);
  certificate.setIssuer(
    issuer === undefined ? subject : forge.pki.certificateFromPem(issuer.certificatePem).subject.attributes,
  );
  certificate.setExtensions(extensions);
  certificate.sign(
    issuer === undefined ? key : forge.pki.privateKeyFromPem(issuer.privateKeyPem),
    forge.md.sha256.create(),
  );
  return { certificatePem: forge.pki.certificateToPem(certificate), privateKeyPem };
}

const daysFromNow = (days: number): Date => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
