import type { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { OidObject } from "@/policy/kits/crypto/distinguished-name";
import { implementType } from "../implement";

/** A certificate is its own public key: nothing else of it is shown here. */
export const runtime = implementType("System.Security.Cryptography.X509Certificates.PublicKey", {
  Key: (self: CertificateObject) => self.publicKey,
  Oid: (self: CertificateObject) =>
    self.publicKey === null ? new OidObject("1.2.840.10045.2.1", "ECC") : new OidObject("1.2.840.113549.1.1.1", "RSA"),
  "GetRSAPublicKey()": (self: CertificateObject) => self.publicKey,
});
