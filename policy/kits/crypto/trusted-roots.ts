import { X509Certificate } from "node:crypto";
import tls from "node:tls";

let roots: Map<string, X509Certificate[]> | null = null;

/** The authorities that come with the platform, by their subject; read when first asked for. */
function rootsBySubject(): Map<string, X509Certificate[]> {
  if (roots !== null) return roots;
  roots = new Map();
  for (const pem of tls.rootCertificates) {
    const root = new X509Certificate(pem);
    const same = roots.get(root.subject);
    if (same === undefined) roots.set(root.subject, [root]);
    else same.push(root);
  }
  return roots;
}

/** By a subject as Node writes it. */
export const rootsNamed = (subject: string): readonly X509Certificate[] => rootsBySubject().get(subject) ?? [];

export const signedByRoot = (certificate: X509Certificate): boolean =>
  rootsNamed(certificate.issuer).some((root) => certificate.checkIssued(root) && certificate.verify(root.publicKey));
