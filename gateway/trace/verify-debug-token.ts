import { debugTokenText } from "@/contract/trace";
import { verifySigned } from "@/gateway/signed/verify-signed";

export type DebugVerdict = "traced" | "expired" | "wrong-api" | "refused";

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
  if (!verifySigned(text, signature, publicKeyPem)) return "refused";
  if (Number(expiry) <= Date.now()) return "expired";
  return grantedApi === apiId ? "traced" : "wrong-api";
}
