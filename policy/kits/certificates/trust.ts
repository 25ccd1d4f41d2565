import { X509Certificate } from "node:crypto";
import type { AuthorityResource } from "@/policy/host/resources";
import { rootsNamed } from "@/policy/kits/crypto/trusted-roots";

/** Longer than any that is in use. */
const maxLength = 8;

/** Certificates of authorities, by whom they name as their subject. */
export class Authorities {
  readonly #roots: readonly X509Certificate[];
  readonly #between: readonly X509Certificate[];
  readonly #kept = new WeakMap<X509Certificate, { chain: readonly X509Certificate[]; from: number; to: number }>();

  constructor(given: readonly AuthorityResource[]) {
    const read = (store: AuthorityResource["store"]) =>
      given.filter((each) => each.store === store).flatMap(({ certificatePem }) => readCertificates(certificatePem));
    this.#roots = read("Root");
    this.#between = read("CertificateAuthority");
  }

  /** Who signed it, among those that are known and those that came with it. */
  issuerOf(certificate: X509Certificate, sent: readonly X509Certificate[]): X509Certificate | null {
    const known = [...this.#roots, ...this.#between, ...rootsNamed(certificate.issuer), ...sent];
    return known.find((issuer) => isSignedBy(certificate, issuer)) ?? null;
  }

  /** As chainOf, with the chain kept while it is valid. */
  validChainOf(
    certificate: X509Certificate,
    sent: readonly X509Certificate[],
    nowMs: number,
  ): readonly X509Certificate[] | null {
    const kept = this.#kept.get(certificate);
    if (kept !== undefined && kept.from <= nowMs && nowMs <= kept.to) return kept.chain;
    const chain = this.chainOf(certificate, sent, nowMs);
    if (chain === null) return null;
    const issuers = chain.slice(1);
    const from = Math.max(...issuers.map(notBefore), Number.NEGATIVE_INFINITY);
    const to = Math.min(...issuers.map(notAfter), Number.POSITIVE_INFINITY);
    this.#kept.set(certificate, { chain, from, to });
    return chain;
  }

  /** From the certificate to a root, both included, by way of those that came with it; null: no root that is trusted stands behind it. */
  chainOf(
    certificate: X509Certificate,
    sent: readonly X509Certificate[],
    nowMs: number,
    length = 1,
  ): X509Certificate[] | null {
    if (this.#roots.some(({ raw }) => raw.equals(certificate.raw))) return [certificate];
    const roots = [...this.#roots, ...rootsNamed(certificate.issuer)];
    const root = roots.find((each) => mayIssue(each, nowMs) && isSignedBy(certificate, each));
    if (root !== undefined) return [certificate, root];
    if (length >= maxLength) return null;
    for (const between of [...this.#between, ...sent]) {
      if (between.raw.equals(certificate.raw) || !mayIssue(between, nowMs) || !isSignedBy(certificate, between))
        continue;
      const chain = this.chainOf(between, sent, nowMs, length + 1);
      if (chain !== null) return [certificate, ...chain];
    }
    return null;
  }
}

export const isSignedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);

export const notBefore = ({ validFrom }: X509Certificate): number => Date.parse(validFrom);
export const notAfter = ({ validTo }: X509Certificate): number => Date.parse(validTo);

const mayIssue = (certificate: X509Certificate, nowMs: number): boolean =>
  certificate.ca && notBefore(certificate) <= nowMs && nowMs <= notAfter(certificate);

export function readCertificates(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
