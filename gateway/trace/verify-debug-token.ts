import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { debugTokenText } from "@/contract/trace";

export type DebugVerdict = "traced" | "expired" | "wrong-api" | "refused";

/** Kept by its text, which changes only when the installation's key does. */
let known: { pem: string; key: KeyObject } | null = null;

/** Whether a token lets requests to this API ("/apis/orders", without a revision) be traced. */
export function verifyDebugToken(token: string, publicKeyPem: string | undefined, apiId: string): DebugVerdict {
  const [, api, expiry, signature] = /^aid=([^&]{1,3000})&p=tracing&ex=(\d{1,16})&sn=([\w-]{86})$/.exec(token) ?? [];
  if (publicKeyPem === undefined || api === undefined || expiry === undefined || signature === undefined)
    return "refused";
  let grantedApi: string;
  try {
    grantedApi = decodeURIComponent(api);
  } catch {
    return "refused";
  }
  const text = debugTokenText({ apiId: grantedApi, expiresAt: Number(expiry) });
  if (known?.pem !== publicKeyPem) known = { pem: publicKeyPem, key: createPublicKey(publicKeyPem) };
  if (!verify(null, Buffer.from(text), known.key, Buffer.from(signature, "base64url"))) return "refused";
  if (Number(expiry) <= Date.now()) return "expired";
  return grantedApi === apiId ? "traced" : "wrong-api";
}
