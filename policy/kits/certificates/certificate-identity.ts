import type { X509Certificate } from "node:crypto";
import { type CompileContext, read, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import { distinguishedName } from "@/policy/kits/crypto/distinguished-name";
import type { PolicyNode } from "@/policy/policy-node";
import { sameName } from "./same-name";
import { isSignedBy } from "./trust";

/** A certificate as identities are compared with it. */
export interface Shown {
  readonly certificate: X509Certificate;
  /** Who signed it, if that is known. */
  readonly issuer: () => X509Certificate | null;
  /** Of the service's certificates, by id. */
  readonly certificateWithId: (id: string) => X509Certificate | null;
}

type Claim = (shown: Shown, wanted: string) => boolean;

const claims: Record<string, Claim> = {
  thumbprint: ({ certificate }, wanted) => hasThumbprint(certificate, wanted),
  "serial-number": ({ certificate }, wanted) => serial(certificate.serialNumber) === serial(wanted),
  "common-name": ({ certificate }, wanted) => namesOf(certificate.subject, "CN").includes(wanted.trim()),
  subject: ({ certificate }, wanted) => sameName(distinguishedName(certificate.subject), wanted),
  "dns-name": ({ certificate }, wanted) => dnsNames(certificate).includes(wanted.trim().toLowerCase()),
  "issuer-subject": ({ certificate }, wanted) => sameName(distinguishedName(certificate.issuer), wanted),
  "issuer-thumbprint": ({ issuer }, wanted) => {
    const known = issuer();
    return known !== null && hasThumbprint(known, wanted);
  },
  "issuer-certificate-id": ({ certificate, certificateWithId }, wanted) => {
    const known = certificateWithId(wanted.trim());
    return known !== null && isSignedBy(certificate, known);
  },
};

export type IdentityMatch = (exchange: Exchange, shown: Shown) => boolean;

/** All that is said of an identity must be true of the certificate. */
export function identityMatch(node: PolicyNode, context: CompileContext): IdentityMatch {
  const said = Object.entries(claims).flatMap(([name, claim]) => {
    const value = context.text(node, name);
    return value === null ? [] : [{ claim, value }];
  });
  return (exchange, shown) => said.length > 0 && said.every(({ claim, value }) => holds(claim, value, exchange, shown));
}

/** An empty text, as of an expression that found nothing, is nobody. */
function holds(claim: Claim, value: Value<string>, exchange: Exchange, shown: Shown): boolean {
  const wanted = read(value, exchange);
  return wanted.trim() !== "" && claim(shown, wanted);
}

const digits = (text: string): string => text.replace(/[^0-9a-f]/gi, "").toUpperCase();
const serial = (text: string): string => digits(text).replace(/^0+/, "");

/** SHA-1, or SHA-256 where it is that long; in any case, and with any separators. */
function hasThumbprint({ fingerprint, fingerprint256 }: X509Certificate, wanted: string): boolean {
  const given = digits(wanted);
  return given === digits(given.length === 64 ? fingerprint256 : fingerprint);
}

/** Node lists one relative name per line. */
const namesOf = (lines: string, type: string): string[] =>
  lines.split("\n").flatMap((line) => (line.startsWith(`${type}=`) ? [line.slice(type.length + 1)] : []));

/** The subject's own name stands in where there are no others. */
function dnsNames({ subjectAltName, subject }: X509Certificate): string[] {
  const found = [...(subjectAltName ?? "").matchAll(/(?:^|, )DNS:("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(([, name = ""]) =>
    (name.startsWith('"') ? String(JSON.parse(name)) : name).toLowerCase(),
  );
  return found.length > 0 ? found : namesOf(subject, "CN").map((name) => name.toLowerCase());
}
