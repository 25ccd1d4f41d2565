import { createPrivateKey, createSecretKey } from "node:crypto";
import { type CompileContext, partNamed, partsNamed, read, type Value } from "@/policy/catalog/compile";
import type { Exchange } from "@/policy/exchange";
import type { CertificateResource } from "@/policy/host/resources";
import type { PolicyNode } from "@/policy/policy-node";
import { looseBase64 } from "./base64";
import type { DecryptionKey } from "./decrypt-token";
import type { DecryptionKeyPlace, KeyPlace } from "./key-ring";
import { type IssuedKeys, openidSource } from "./openid-source";
import { UnusableKey, type VerificationKey } from "./verification-key";

export function openidPlace(url: Value<string>, source: string): KeyPlace {
  const at = (exchange: Exchange) => openidSource(exchange.host.documents, read(url, exchange).trim(), source);
  return {
    current: (exchange) => at(exchange).keys(),
    refetched: (exchange) => at(exchange).refetched(),
  };
}

/** A key that is written in the policy: made once for each text that it is made of. */
export function writtenPlace(
  id: Value<string> | null,
  values: readonly Value<string>[],
  make: (texts: readonly string[], id: string | null) => VerificationKey,
): KeyPlace {
  const issue = (texts: readonly string[]): IssuedKeys => {
    const [given = "", ...rest] = texts;
    return { keys: [make(rest, given.trim() || null)], issuer: null, failure: null };
  };
  const made = keptByTexts([id ?? { fixed: "" }, ...values], issue);
  return { current: made };
}

export function certificatePlace(
  node: PolicyNode,
  context: CompileContext,
  make: (pem: string, id: string | null) => VerificationKey,
): KeyPlace {
  const id = context.text(node, "id");
  const made = keptByCertificate(node, context, id, ({ certificatePem }, given): IssuedKeys => {
    return { keys: [make(certificatePem, given)], issuer: null, failure: null };
  });
  return { current: made };
}

/** Of <decryption-keys>: base64, or a certificate with its private key. */
export function decryptionKeyPlaces(node: PolicyNode, context: CompileContext): DecryptionKeyPlace[] {
  const group = partNamed(node, "decryption-keys");
  return (group === undefined ? [] : partsNamed(group, "key")).map((part) => {
    const id = context.text(part, "id");
    if (part.attributes.has("certificate-id")) {
      return keptByCertificate(part, context, id, (certificate, given): DecryptionKey => {
        const { privateKeyPem } = certificate;
        if (privateKeyPem === null) throw new UnusableKey(`The certificate '${certificate.id}' has no private key.`);
        return { id: given, key: createPrivateKey(privateKeyPem) };
      });
    }
    return keptByTexts([id ?? { fixed: "" }, context.content(part)], ([given = "", text = ""]): DecryptionKey => {
      const bytes = looseBase64(text);
      if (bytes === null) throw new UnusableKey("A symmetric key must be written in base64.");
      return { id: given.trim() || null, key: createSecretKey(bytes) };
    });
  });
}

function keptByTexts<T>(
  values: readonly Value<string>[],
  make: (texts: readonly string[]) => T,
): (exchange: Exchange) => T {
  if (values.every((value) => "fixed" in value)) {
    const texts = values.map(({ fixed }) => fixed);
    return madeNow(() => make(texts));
  }
  let last: { texts: readonly string[]; made: T } | null = null;
  return (exchange) => {
    const texts = values.map((value) => read(value, exchange));
    if (last === null || !texts.every((text, index) => text === last?.texts[index])) {
      last = { texts, made: make(texts) };
    }
    return last.made;
  };
}

function keptByCertificate<T>(
  node: PolicyNode,
  context: CompileContext,
  id: Value<string> | null,
  make: (certificate: CertificateResource, id: string | null) => T,
): (exchange: Exchange) => T {
  const certificateId = context.text(node, "certificate-id") ?? { fixed: "" };
  let last: { pem: string; keyPem: string | null; id: string; made: T } | null = null;
  return (exchange) => {
    const name = read(certificateId, exchange).trim();
    const certificate = exchange.resources.certificate(name);
    if (certificate === null) throw new UnusableKey(`Certificate '${name}' could not be found.`);
    const { certificatePem: pem, privateKeyPem: keyPem } = certificate;
    const given = id === null ? "" : read(id, exchange).trim();
    if (last === null || last.pem !== pem || last.keyPem !== keyPem || last.id !== given) {
      last = { pem, keyPem, id: given, made: make(certificate, given || null) };
    }
    return last.made;
  };
}

/** A key that cannot be used, which only its making shows, fails each request. */
function madeNow<T>(make: () => T): () => T {
  try {
    const made = make();
    return () => made;
  } catch (error) {
    if (!(error instanceof UnusableKey)) throw error;
    return () => {
      throw error;
    };
  }
}
