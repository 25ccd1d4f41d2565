import { type PreviewGrant, previewTokenText } from "@/contract/preview";
import { verifySigned } from "@/gateway/signed/verify-signed";

/** What a preview token grants; null: nobody of this installation signed it. */
export function verifyPreviewToken(token: string, publicKeyPem: string | undefined): PreviewGrant | null {
  const [, draft, digest, expiry, signature] =
    /^did=([^&]{1,400})&dg=([\w-]{43})&p=preview&ex=(\d{1,16})&sn=([\w-]{86})$/.exec(token) ?? [];
  if (publicKeyPem === undefined || draft === undefined || digest === undefined) return null;
  if (expiry === undefined || signature === undefined) return null;
  let draftId: string;
  try {
    draftId = decodeURIComponent(draft);
  } catch {
    return null;
  }
  const grant = { draftId, digest, expiresAt: Number(expiry) };
  return verifySigned(previewTokenText(grant), signature, publicKeyPem) ? grant : null;
}
