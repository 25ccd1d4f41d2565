import fs from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { serverExtensions } from "@/lib/server-extensions";
import { signCertificate } from "@/lib/sign-certificate";
import type { Identity } from "./tls-identities";

const validDays = 3650;

/** Shown where no certificate is configured for a host. Made once and kept, so that clients may choose to trust it. */
export function selfMadeIdentity(dataDir: string): Identity {
  const folder = path.join(dataDir, "tls");
  const certificateFile = path.join(folder, "gateway.pem");
  const keyFile = path.join(folder, "gateway.key");
  if (fs.existsSync(certificateFile) && fs.existsSync(keyFile)) {
    return {
      certificatePem: fs.readFileSync(certificateFile, "utf8"),
      privateKeyPem: fs.readFileSync(keyFile, "utf8"),
    };
  }
  const identity = make(hostname());
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(keyFile, identity.privateKeyPem, { mode: 0o600 });
  fs.writeFileSync(certificateFile, identity.certificatePem);
  return identity;
}

const make = (name: string): Identity =>
  signCertificate({ commonName: name, days: [-1, validDays], extensions: serverExtensions([name, "localhost"]) });
