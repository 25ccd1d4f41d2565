import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { strongestIterations } from "./pfx-iterations";

/** A certificate with its key, as gateways use them. */
export interface CertificateFile {
  subject: string;
  /** SHA-1 in upper-case hexadecimal, as Azure names certificates. */
  thumbprint: string;
  expiresAt: Date;
  /** Leaf first, then its chain. */
  certificatePem: string;
  privateKeyPem: string;
}

/** Why a file cannot be used, and whether its data or its password is to blame. */
export class UnreadablePfx extends Error {
  constructor(
    readonly target: "data" | "password",
    message: string,
  ) {
    super(message);
  }
}

// Opening runs in this process, so a file may not ask for minutes of key derivation.
const maxIterations = 500_000;

/** Reads a base64 PKCS#12 file: RSA and EC keys, old and new ways of encryption. */
export function readPfx(data: string, password: string | undefined): CertificateFile {
  const bags = openBags(decode(data), password);
  const keys = bags.flatMap((bag) => keyOf(bag) ?? []);
  const certificates = bags.flatMap((bag) => certificateOf(bag) ?? []);
  const [key] = keys;
  if (certificates.length === 0) throw new UnreadablePfx("data", "The file holds no certificate.");
  if (key === undefined)
    throw new UnreadablePfx("data", "The file holds no private key. Export the certificate with its key.");
  const leaf = certificates.find((certificate) => certificate.checkPrivateKey(key));
  if (leaf === undefined)
    throw new UnreadablePfx("data", "The private key in the file belongs to none of its certificates.");
  const expiresAt = new Date(leaf.validTo);
  if (expiresAt.getTime() <= Date.now()) {
    throw new UnreadablePfx("data", `The certificate expired on ${expiresAt.toISOString().slice(0, 10)}.`);
  }
  return { ...describe(leaf), certificatePem: chainOf(leaf, certificates), privateKeyPem: pemOf(key) };
}

/** The leaf of a file's bytes with its key, if it has one: DER, PEM, or PKCS#12. Unlike readPfx it takes an expired one. */
export function readLeaf(bytes: Uint8Array, password: string): { certificate: X509Certificate; key: KeyObject | null } {
  try {
    return { certificate: new X509Certificate(bytes), key: null };
  } catch {
    const bags = openBags(decode(Buffer.from(bytes).toString("base64")), password);
    const key = bags.map(keyOf).find((each) => each !== null) ?? null;
    const certificates = bags.flatMap((bag) => certificateOf(bag) ?? []);
    const certificate = certificates.find((each) => key !== null && each.checkPrivateKey(key)) ?? certificates[0];
    if (certificate === undefined) throw new UnreadablePfx("data", "The file holds no certificate.");
    return { certificate, key };
  }
}

/** The certificates of a base64 file without a key: DER, PEM, or PKCS#12. */
export function readCertificates(data: string, password: string | undefined): X509Certificate[] {
  try {
    return [new X509Certificate(Buffer.from(data, "base64"))];
  } catch {
    const certificates = openBags(decode(data), password).flatMap((bag) => certificateOf(bag) ?? []);
    if (certificates.length === 0) throw new UnreadablePfx("data", "The file holds no certificate.");
    return certificates;
  }
}

/** What people are shown of a certificate. */
export function describe(certificate: X509Certificate) {
  return {
    // .NET lists the most specific name first, the encoding holds it last.
    subject: certificate.subject.split("\n").toReversed().join(", "),
    thumbprint: certificate.fingerprint.replaceAll(":", ""),
    expiresAt: new Date(certificate.validTo),
  };
}

function decode(data: string): forge.asn1.Asn1 {
  const compact = data.replace(/\s+/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) throw new UnreadablePfx("data", "Must be a PFX file in base64.");
  try {
    return forge.asn1.fromDer(Buffer.from(compact, "base64").toString("binary"));
  } catch {
    throw new UnreadablePfx("data", "The content is not a PFX (PKCS#12) file.");
  }
}

function openBags(file: forge.asn1.Asn1, password: string | undefined): forge.pkcs12.Bag[] {
  if (strongestIterations(file) > maxIterations) {
    throw new UnreadablePfx("data", `The file asks for more than ${maxIterations} iterations of key derivation.`);
  }
  // "No password" is written in two ways: as an empty one and as none at all.
  const attempts = password === undefined || password === "" ? ["", undefined] : [password];
  let reason = "";
  for (const attempt of attempts) {
    try {
      const pfx = forge.pkcs12.pkcs12FromAsn1(file, false, attempt);
      return pfx.safeContents.flatMap(({ safeBags }) => safeBags);
    } catch (error) {
      reason = error instanceof Error ? error.message : "";
    }
  }
  if (!/password|decrypt|MAC could not be verified/i.test(reason)) {
    throw new UnreadablePfx("data", "The content is not a PFX (PKCS#12) file that can be read.");
  }
  const message = password ? "The password does not open the file." : "The file is protected. Give its password.";
  throw new UnreadablePfx("password", message);
}

const der = (value: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(value).getBytes(), "binary");

/** The library understands RSA keys only; it hands over the structure of any other, which Node reads. */
function keyOf(bag: forge.pkcs12.Bag): KeyObject | null {
  const { keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  if (bag.type !== keyBag && bag.type !== pkcs8ShroudedKeyBag) return null;
  const structure = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1;
  try {
    return createPrivateKey({ key: der(structure), format: "der", type: "pkcs8" });
  } catch {
    throw new UnreadablePfx("data", "The private key in the file is of a kind that is not supported.");
  }
}

function certificateOf(bag: forge.pkcs12.Bag): X509Certificate | null {
  if (bag.type !== forge.pki.oids.certBag) return null;
  try {
    return new X509Certificate(bag.cert ? encoded(bag.cert) : der(bag.asn1));
  } catch {
    throw new UnreadablePfx("data", "A certificate in the file cannot be read.");
  }
}

/**
 * A parsed certificate back in its own bytes. The library would write the signature's algorithm anew and not always
 * alike; the signed part holds the same algorithm (RFC 5280, 4.1.1.2), so that one is put in its place.
 */
function encoded(certificate: forge.pki.Certificate): Buffer {
  const { asn1 } = forge;
  const signed = certificate.tbsCertificate as forge.asn1.Asn1;
  const parts = signed.value as forge.asn1.Asn1[];
  const hasVersion = parts[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC;
  const algorithm = parts[hasVersion ? 2 : 1] as forge.asn1.Asn1;
  const signature = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BITSTRING, false, `\0${certificate.signature}`);
  return der(asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [signed, algorithm, signature]));
}

/** Each certificate followed by the one that issued it, as far as the file has them. */
function chainOf(leaf: X509Certificate, all: readonly X509Certificate[]): string {
  const chain = [leaf];
  for (let last = leaf; ; ) {
    const issuer = all.find((each) => !chain.includes(each) && last.checkIssued(each));
    if (issuer === undefined) return chain.map((certificate) => certificate.toString()).join("");
    chain.push(issuer);
    last = issuer;
  }
}

const pemOf = (key: KeyObject): string => key.export({ format: "pem", type: "pkcs8" }).toString();
