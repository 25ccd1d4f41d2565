import { createHash } from "node:crypto";
import type { AlgorithmName } from "@/policy/kits/crypto/algorithm-name";
import type { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { cryptographicException } from "@/policy/kits/crypto/hash-object";
import { implementType } from "../implement";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex").toUpperCase();
const publicKeyBytes = (self: CertificateObject): Uint8Array =>
  self.publicKey?.exportDer("pkcs1", false) ??
  new Uint8Array(self.certificate.publicKey.export({ format: "der", type: "spki" }));
const dateText = (text: string): string => {
  const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T([\d:]+)/.exec(new Date(text).toISOString()) ?? [];
  return `${month}/${day}/${year} ${time}`;
};
const cert = 1;

export const runtime = implementType("System.Security.Cryptography.X509Certificates.X509Certificate", {
  Subject: (self: CertificateObject) => self.subject,
  Issuer: (self: CertificateObject) => self.issuer,
  "GetCertHash()": (self: CertificateObject) => new Uint8Array(Buffer.from(self.thumbprint, "hex")),
  "GetCertHashString()": (self: CertificateObject) => self.thumbprint,
  "GetCertHashString(HashAlgorithmName)": (self: CertificateObject, name: AlgorithmName) =>
    createHash(name.hashName).update(self.raw).digest("hex").toUpperCase(),
  "GetRawCertData()": (self: CertificateObject) => self.raw,
  "GetRawCertDataString()": (self: CertificateObject) => hex(self.raw),
  // Least significant byte first, unlike the text.
  "GetSerialNumber()": (self: CertificateObject) =>
    new Uint8Array(Buffer.from(self.certificate.serialNumber, "hex")).reverse(),
  "GetSerialNumberString()": (self: CertificateObject) => self.certificate.serialNumber,
  "GetEffectiveDateString()": (self: CertificateObject) => dateText(self.certificate.validFrom),
  "GetExpirationDateString()": (self: CertificateObject) => dateText(self.certificate.validTo),
  "GetPublicKey()": publicKeyBytes,
  "GetPublicKeyString()": (self: CertificateObject) => hex(publicKeyBytes(self)),
  "GetKeyAlgorithm()": (self: CertificateObject) =>
    self.publicKey === null ? "1.2.840.10045.2.1" : "1.2.840.113549.1.1.1",
  "GetFormat()": () => "X509",
  "Export(X509ContentType)": (self: CertificateObject, type: number) => {
    if (type !== cert) throw cryptographicException("Only X509ContentType.Cert can be exported.");
    return self.raw;
  },
  "Dispose()": () => null,
});
