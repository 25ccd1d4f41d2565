import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readLeaf } from "@/lib/pfx/read-pfx";
import { tickMany } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";
import { distinguishedName } from "./distinguished-name";
import { cryptographicException } from "./hash-object";
import { RsaObject } from "./rsa-object";
import { signedByRoot } from "./trusted-roots";

/** What opening a file with a password may cost, in steps of the budget. */
const openingCost = 100_000;

/** System.Security.Cryptography.X509Certificates.X509Certificate2 */
export class CertificateObject extends NetObject {
  override readonly typeName = "System.Security.Cryptography.X509Certificates.X509Certificate2";
  readonly certificate: X509Certificate;
  readonly key: KeyObject | null;

  constructor(certificate: X509Certificate, key: KeyObject | null) {
    super();
    this.certificate = certificate;
    this.key = key;
  }

  static fromPem(pem: string, keyPem: string | null = null): CertificateObject {
    return new CertificateObject(new X509Certificate(pem), keyPem === null ? null : createPrivateKey(keyPem));
  }

  static read(bytes: Uint8Array, password: string | null): CertificateObject {
    tickMany(openingCost);
    try {
      const { certificate, key } = readLeaf(bytes, password ?? "");
      return new CertificateObject(certificate, key);
    } catch {
      throw cryptographicException("Cannot find the requested object.");
    }
  }

  get subject(): string {
    return distinguishedName(this.certificate.subject);
  }
  get issuer(): string {
    return distinguishedName(this.certificate.issuer);
  }
  get thumbprint(): string {
    return this.certificate.fingerprint.replaceAll(":", "");
  }
  get raw(): Uint8Array {
    return new Uint8Array(this.certificate.raw);
  }

  get publicKey(): RsaObject | null {
    const { publicKey } = this.certificate;
    return publicKey.asymmetricKeyType === "rsa" ? new RsaObject(publicKey) : null;
  }
  get privateKey(): RsaObject | null {
    return this.key?.asymmetricKeyType === "rsa" ? new RsaObject(this.key) : null;
  }

  get isInTime(): boolean {
    const now = Date.now();
    return Date.parse(this.certificate.validFrom) <= now && now <= Date.parse(this.certificate.validTo);
  }

  /** In its time, and signed by an authority that this platform trusts. Nobody is asked whether it was revoked. */
  get isTrusted(): boolean {
    tickMany(openingCost);
    return this.isInTime && signedByRoot(this.certificate);
  }

  override toText(): string {
    const lines = [
      `[Subject]\n  ${this.subject}`,
      `[Issuer]\n  ${this.issuer}`,
      `[Serial Number]\n  ${this.certificate.serialNumber}`,
      `[Thumbprint]\n  ${this.thumbprint}`,
    ];
    return `${lines.join("\n\n")}\n`;
  }
  override equalTo(other: unknown): boolean {
    return other instanceof CertificateObject && other.thumbprint === this.thumbprint;
  }
  override hash(): number {
    return Number.parseInt(this.thumbprint.slice(0, 8), 16) | 0;
  }
}
