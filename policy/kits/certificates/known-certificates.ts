import type { X509Certificate } from "node:crypto";
import type { AuthorityResource } from "@/policy/host/resources";
import { Authorities, readCertificates } from "./trust";

/** Clients show the same certificate with each request. */
const keptCertificates = 1000;
const chains = new Map<string, readonly X509Certificate[]>();

/** All certificates of a PEM text, in their order. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  let found = chains.get(pem);
  if (found === undefined) {
    found = readCertificates(pem);
    if (chains.size >= keptCertificates) chains.clear();
    chains.set(pem, found);
  }
  return found;
}

const known = new WeakMap<readonly AuthorityResource[], Authorities>();

/** Read once for each list, which stays the same while the service's stores do. */
export function authoritiesOf(given: readonly AuthorityResource[]): Authorities {
  let found = known.get(given);
  if (found === undefined) {
    found = new Authorities(given);
    known.set(given, found);
  }
  return found;
}
