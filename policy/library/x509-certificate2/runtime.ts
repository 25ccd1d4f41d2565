import { argumentNull } from "@/policy/expression/values/net-exception";
import { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { DistinguishedName, OidObject } from "@/policy/kits/crypto/distinguished-name";
import { cryptographicException } from "@/policy/kits/crypto/hash-object";
import { nameOf } from "@/policy/kits/crypto/name-of";
import { fromEpochMs } from "@/policy/kits/time/from-epoch-ms";
import { implementType } from "../implement";

function given<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}

function fromPem(pem: string | null): CertificateObject {
  try {
    return CertificateObject.fromPem(given(pem, "certPem"));
  } catch {
    throw cryptographicException(
      "The certificate contents do not contain a PEM with a CERTIFICATE label, or the content is malformed.",
    );
  }
}

export const runtime = implementType("System.Security.Cryptography.X509Certificates.X509Certificate2", {
  "new(byte[])": (bytes: Uint8Array | null) => CertificateObject.read(given(bytes, "rawData"), null),
  "new(byte[], string)": (bytes: Uint8Array | null, password: string | null) =>
    CertificateObject.read(given(bytes, "rawData"), password),
  "CreateFromPem(string)": fromPem,
  Thumbprint: (self: CertificateObject) => self.thumbprint,
  SerialNumber: (self: CertificateObject) => self.certificate.serialNumber,
  FriendlyName: () => "",
  NotBefore: (self: CertificateObject) => fromEpochMs(Date.parse(self.certificate.validFrom)),
  NotAfter: (self: CertificateObject) => fromEpochMs(Date.parse(self.certificate.validTo)),
  SubjectName: (self: CertificateObject) => new DistinguishedName(self.subject),
  IssuerName: (self: CertificateObject) => new DistinguishedName(self.issuer),
  PublicKey: (self: CertificateObject) => self,
  PrivateKey: (self: CertificateObject) => self.privateKey,
  HasPrivateKey: (self: CertificateObject) => self.key !== null,
  RawData: (self: CertificateObject) => self.raw,
  SignatureAlgorithm: (self: CertificateObject) =>
    self.publicKey === null
      ? new OidObject("1.2.840.10045.4.3.2", "sha256ECDSA")
      : new OidObject("1.2.840.113549.1.1.11", "sha256RSA"),
  Version: () => 3,
  "Verify()": (self: CertificateObject) => self.isTrusted,
  "GetNameInfo(X509NameType, bool)": (self: CertificateObject, type: number, forIssuer: boolean) =>
    nameOf(self, type, forIssuer),
  "ToString(bool)": (self: CertificateObject) => self.toText(),
});
