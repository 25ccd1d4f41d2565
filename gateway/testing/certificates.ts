import { X509Certificate } from "node:crypto";
import forge from "node-forge";
import type { Identity } from "@/gateway/wire/tls-identities";
import { signCertificate } from "@/lib/sign-certificate";

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
  const altNames = [
    ...(wanted.dnsNames ?? []).map((value) => ({ type: 2, value })),
    ...(wanted.addresses ?? []).map((ip) => ({ type: 7, ip })),
  ];
  return signCertificate({
    commonName: wanted.commonName,
    days: [wanted.validFromDays ?? -1, wanted.validToDays ?? 1],
    issuer: wanted.issuer,
    extensions: [
      { name: "basicConstraints", cA: wanted.authority === true, critical: true },
      ...(wanted.authority === true ? [{ name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true }] : []),
      ...(wanted.revocationListUrl === undefined ? [] : [distributionPoint(wanted.revocationListUrl)]),
      ...(altNames.length === 0 ? [] : [{ name: "subjectAltName", altNames }]),
    ],
  });
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
