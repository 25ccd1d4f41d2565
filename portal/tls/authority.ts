import { randomBytes, X509Certificate } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { serverExtensions } from "@/lib/server-extensions";
import { type SignedCertificate, signCertificate } from "@/lib/sign-certificate";

const dayMs = 24 * 60 * 60 * 1000;
const authorityDays = 3650;
const serverDays = 397;

/**
 * The installation's own certificate authority, so that clients which insist on TLS can be pointed at one file to trust.
 * Made at first start, kept in the data directory; the server's certificate is renewed at a start in its last month.
 */
export function ownAuthority(dataDir: string): { server: SignedCertificate; authorityFile: string } {
  const folder = path.join(dataDir, "tls");
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const names = ["localhost", hostname()] as const;
  const authority = kept(folder, "authority", () => makeAuthority());
  const server = kept(folder, "server", () => issue(authority, names), names);
  return {
    server: { ...server, certificatePem: server.certificatePem + authority.certificatePem },
    authorityFile: path.join(folder, "authority.pem"),
  };
}

function kept(
  folder: string,
  name: string,
  make: () => SignedCertificate,
  names: readonly string[] = [],
): SignedCertificate {
  const certificateFile = path.join(folder, `${name}.pem`);
  const keyFile = path.join(folder, `${name}.key`);
  if (fs.existsSync(certificateFile) && fs.existsSync(keyFile)) {
    const certificatePem = fs.readFileSync(certificateFile, "utf8");
    const certificate = new X509Certificate(certificatePem);
    const lasts = Date.parse(certificate.validTo) - Date.now() > 30 * dayMs;
    if (lasts && names.every((each) => certificate.checkHost(each) !== undefined)) {
      return { certificatePem, privateKeyPem: fs.readFileSync(keyFile, "utf8") };
    }
  }
  const identity = make();
  fs.writeFileSync(keyFile, identity.privateKeyPem, { mode: 0o600 });
  fs.writeFileSync(certificateFile, identity.certificatePem);
  return identity;
}

const makeAuthority = (): SignedCertificate =>
  signCertificate({
    commonName: `Gatehouse authority ${randomBytes(4).toString("hex")}`,
    days: [-1, authorityDays],
    extensions: [
      { name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
      { name: "subjectKeyIdentifier" },
    ],
  });

const issue = (issuer: SignedCertificate, names: readonly [string, ...string[]]): SignedCertificate =>
  signCertificate({ commonName: names[0], days: [-1, serverDays], issuer, extensions: serverExtensions(names) });
