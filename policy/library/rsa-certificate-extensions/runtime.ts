import { argumentNull } from "@/policy/expression/values/net-exception";
import type { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { implementType } from "../implement";

function given(certificate: CertificateObject | null): CertificateObject {
  if (certificate === null) throw argumentNull("certificate");
  return certificate;
}

export const runtime = implementType("System.Security.Cryptography.X509Certificates.RSACertificateExtensions", {
  "GetRSAPrivateKey(X509Certificate2)": (certificate: CertificateObject | null) => given(certificate).privateKey,
  "GetRSAPublicKey(X509Certificate2)": (certificate: CertificateObject | null) => given(certificate).publicKey,
});
