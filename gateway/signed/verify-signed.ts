import { createPublicKey, type KeyObject, verify } from "node:crypto";

/** Kept by its text, which changes only when the installation's key does. */
let known: { pem: string; key: KeyObject } | null = null;

/** Whether the installation's portal signed this text; `signature` is 64 bytes as base64url. */
export function verifySigned(text: string, signature: string, publicKeyPem: string): boolean {
  if (!/^[\w-]{86}$/.test(signature)) return false;
  if (known?.pem !== publicKeyPem) known = { pem: publicKeyPem, key: createPublicKey(publicKeyPem) };
  return verify(null, Buffer.from(text), known.key, Buffer.from(signature, "base64url"));
}
