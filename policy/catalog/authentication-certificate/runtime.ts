import { createHash, X509Certificate } from "node:crypto";
import { readPfx, UnreadablePfx } from "@/lib/pfx/read-pfx";
import { CompileError, type Runtime, read, readOptional } from "@/policy/catalog/compile";
import { type Exchange, proceed } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import type { ClientCertificate } from "@/policy/host/outgoing-call";
import { asClientCertificate } from "@/policy/host/resources";
import { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { callOf } from "@/policy/message";

export const runtime: Runtime = {
  compile(node, context) {
    const name = context.text(node, "certificate-id") ?? context.text(node, "thumbprint");
    const body = context.object(node, "body");
    const password = context.text(node, "password");
    if (name === null && body === null) {
      throw new CompileError(node, "One of 'thumbprint', 'certificate-id' and 'body' is required.");
    }
    const find = (exchange: Exchange): ClientCertificate => {
      if (name !== null) return uploaded(exchange, read(name, exchange).trim());
      const content = readOptional(body, exchange);
      return inside(exchange, content, readOptional(password, exchange));
    };
    return (exchange) => {
      const target = context.message === "call" ? callOf(exchange) : exchange.target;
      target.clientCertificate = find(exchange);
      return proceed;
    };
  },
};

function uploaded({ resources }: Exchange, name: string): ClientCertificate {
  const found = resources.certificate(name);
  if (found === null) throw fault("CertificateNotFound", `There is no certificate '${name}'.`);
  const certificate = asClientCertificate(found);
  if (certificate === null) throw fault("CertificateNotUsable", `The certificate '${name}' has no private key.`);
  return certificate;
}

/** A PFX file as bytes or in base64, an uploaded certificate, or the bytes of one whose key is kept here. */
function inside(exchange: Exchange, content: unknown, password: string | null): ClientCertificate {
  if (content instanceof CertificateObject) {
    const { key, certificate } = content;
    if (key === null) return uploaded(exchange, content.thumbprint);
    return {
      certificatePem: certificate.toString(),
      privateKeyPem: key.export({ format: "pem", type: "pkcs8" }).toString(),
    };
  }
  if (content instanceof Uint8Array) {
    const known = certificateAlone(content);
    if (known !== null) return uploaded(exchange, known.fingerprint.replaceAll(":", ""));
    return opened(Buffer.from(content).toString("base64"), password);
  }
  if (typeof content === "string") return opened(content, password);
  throw fault("CertificateNotUsable", "The 'body' is neither bytes nor a text in base64.");
}

function certificateAlone(bytes: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

const maxKept = 100;
/** Opening a file takes milliseconds, and it is the same one for every request; the one that was used last is the last. */
const kept = new Map<string, ClientCertificate>();

function opened(file: string, password: string | null): ClientCertificate {
  const key = createHash("sha256")
    .update(JSON.stringify([file, password]))
    .digest("base64");
  const certificate = kept.get(key) ?? open(file, password);
  kept.delete(key);
  kept.set(key, certificate);
  if (kept.size > maxKept) kept.delete(kept.keys().next().value as string);
  return certificate;
}

function open(file: string, password: string | null): ClientCertificate {
  try {
    const { certificatePem, privateKeyPem } = readPfx(file, password ?? undefined);
    return { certificatePem, privateKeyPem };
  } catch (error) {
    if (error instanceof UnreadablePfx) throw fault("CertificateNotUsable", error.message);
    throw error;
  }
}

const fault = (reason: string, message: string): Fault =>
  new Fault({ source: "authentication-certificate", reason, status: 500, message });
