import type { CertificateObject } from "./certificate-object";

const email = 1;
const upn = 2;
const dns = 3;
const dnsAlternative = 4;
const url = 5;

const part = (name: string, key: string): string =>
  new RegExp(`(?:^|\\n)${key}=([^\\n]*)`).exec(name)?.[1]?.replace(/\\(.)/g, "$1") ?? "";

/** X509Certificate2.GetNameInfo: one name of the subject or the issuer; empty when there is none. */
export function nameOf({ certificate }: CertificateObject, type: number, forIssuer: boolean): string {
  const name = forIssuer ? certificate.issuer : certificate.subject;
  const alternatives = forIssuer ? "" : (certificate.subjectAltName ?? "");
  const alternative = (kind: string): string => new RegExp(`(?:^|, )${kind}:([^,]*)`).exec(alternatives)?.[1] ?? "";
  const common = part(name, "CN");
  if (type === email) return alternative("email") || part(name, "emailAddress");
  if (type === upn) return alternative("othername");
  if (type === dns) return alternative("DNS") || common;
  if (type === dnsAlternative) return alternative("DNS");
  if (type === url) return alternative("URI");
  return common || part(name, "OU") || part(name, "O") || part(name, "emailAddress");
}
