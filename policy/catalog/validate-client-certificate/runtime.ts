import type { X509Certificate } from "node:crypto";
import { type CompileContext, fixed, partNamed, type Runtime } from "@/policy/catalog/compile";
import { type Exchange, type Flow, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { type IdentityMatch, identityMatch, type Shown } from "@/policy/kits/certificates/certificate-identity";
import { authoritiesOf, certificatesIn } from "@/policy/kits/certificates/known-certificates";
import { type Standing, standingOf } from "@/policy/kits/certificates/revocation";
import { listAddresses } from "@/policy/kits/certificates/revocation-list";
import { notAfter, notBefore } from "@/policy/kits/certificates/trust";
import type { PolicyNode } from "@/policy/policy-node";

/** Why a certificate does not pass. Neither reasons nor messages are documented. */
type Refusal = readonly [reason: string, message: string];
const refusals = {
  absent: ["ClientCertificateNotPresent", "The client has shown no certificate."],
  early: ["ClientCertificateNotYetValid", "The client certificate is not valid yet."],
  late: ["ClientCertificateExpired", "The client certificate is expired."],
  untrusted: ["ClientCertificateNotTrusted", "No authority that is trusted stands behind the client certificate."],
  revoked: ["ClientCertificateRevoked", "The client certificate, or an authority behind it, was revoked."],
  unasked: ["ClientCertificateRevocationUnknown", "Whether the client certificate was revoked cannot be found out."],
  unlisted: ["ClientCertificateIdentityNotMatched", "The client certificate is of none of the identities."],
} as const satisfies Record<string, Refusal>;

interface Rules {
  readonly notBefore: boolean;
  readonly notAfter: boolean;
  readonly trust: boolean;
  readonly revocation: boolean;
  /** null: any will do. */
  readonly identities: readonly IdentityMatch[] | null;
}

export const runtime: Runtime = {
  compile(node, context) {
    const rules: Rules = {
      notBefore: flag(node, context, "validate-not-before"),
      notAfter: flag(node, context, "validate-not-after"),
      trust: flag(node, context, "validate-trust"),
      revocation: flag(node, context, "validate-revocation"),
      identities: partNamed(node, "identities")?.children.map((child) => identityMatch(child, context)) ?? null,
    };
    const ignoresError = flag(node, context, "ignore-error");
    return (exchange) => {
      const refusal = judge(exchange, rules);
      if (refusal === null) return proceed;
      if (!(refusal instanceof Promise)) return end(exchange, refusal, ignoresError);
      return refusal.then((found) => (found === null ? proceed : end(exchange, found, ignoresError)));
    };
  },
};

function flag(node: PolicyNode, context: CompileContext, name: string): boolean {
  const value = context.boolean(node, name);
  return value !== null && fixed(node, value);
}

function judge(exchange: Exchange, rules: Rules): Refusal | null | Promise<Refusal | null> {
  const pem = exchange.request.clientCertificate();
  if (pem === null) return refusals.absent;
  const [certificate, ...sent] = certificatesIn(pem);
  if (certificate === undefined) return refusals.absent;
  const now = Date.now();
  if (rules.notBefore && now < notBefore(certificate)) return refusals.early;
  if (rules.notAfter && now > notAfter(certificate)) return refusals.late;
  const authorities = authoritiesOf(exchange.resources.authorities());
  const chain = rules.trust || rules.revocation ? authorities.validChainOf(certificate, sent, now) : null;
  if (rules.trust && chain === null) return refusals.untrusted;
  const issuer = () => chain?.[1] ?? authorities.issuerOf(certificate, sent);
  const refusal = rules.identities === null ? null : compare(exchange, { certificate, issuer }, rules.identities);
  if (refusal !== null || !rules.revocation) return refusal;
  // Others are asked last, and only about a certificate that passes otherwise.
  const asked = chain ?? knownChain(certificate, issuer());
  if (asked === null) return listAddresses(certificate).length === 0 ? null : refusals.unasked;
  const standing = standingOf(exchange, asked);
  return standing instanceof Promise ? standing.then(refusalFor) : refusalFor(standing);
}

/** Trusted or not, who has signed it may have revoked it. */
const knownChain = (certificate: X509Certificate, issuer: X509Certificate | null): X509Certificate[] | null =>
  issuer === null ? null : [certificate, issuer];

const refusalFor = (standing: Standing): Refusal | null =>
  standing === "good" ? null : standing === "revoked" ? refusals.revoked : refusals.unasked;

function compare(
  exchange: Exchange,
  { certificate, issuer }: Pick<Shown, "certificate" | "issuer">,
  identities: readonly IdentityMatch[],
): Refusal | null {
  const certificateWithId = (id: string): X509Certificate | null => {
    const found = exchange.resources.certificate(id);
    return found === null ? null : (certificatesIn(found.certificatePem)[0] ?? null);
  };
  const shown: Shown = { certificate, issuer, certificateWithId };
  return identities.some((matches) => matches(exchange, shown)) ? null : refusals.unlisted;
}

function end(exchange: Exchange, [reason, message]: Refusal, ignoresError: boolean): Flow {
  exchange.trace?.note("validate-client-certificate", { refused: reason, message, ignored: ignoresError });
  if (ignoresError) return proceed;
  const publicMessage = "Invalid client certificate";
  throw new Fault({ source: "validate-client-certificate", reason, message, status: 401, publicMessage });
}
