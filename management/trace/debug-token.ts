import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "@/contract/canonical-json";
import { type PreviewGrant, previewTokenText } from "@/contract/preview";
import type { PreviewFrame } from "@/contract/stream";
import { type DebugGrant, debugTokenText } from "@/contract/trace";
import type { Sealer } from "@/lib/seal";

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const pkcs8Head = Buffer.from("302e020100300506032b657004220420", "hex");

/** The same in every portal of an installation, without being kept anywhere. */
function privateKeyOf(sealer: Sealer): KeyObject {
  const key = Buffer.concat([pkcs8Head, sealer.derive("debug tokens")]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}

/** Gateways check tokens by it; it is no secret. PEM. */
export const debugPublicKey = (sealer: Sealer): string =>
  createPublicKey(privateKeyOf(sealer)).export({ format: "pem", type: "spki" }).toString();

export function signDebugToken(sealer: Sealer, grant: DebugGrant): string {
  const text = debugTokenText(grant);
  return `${text}&sn=${signatureOf(sealer, text)}`;
}

/** What it is for stands in the text, so that neither token can be taken for the other. */
export function signPreviewToken(sealer: Sealer, grant: PreviewGrant): string {
  const text = previewTokenText(grant);
  return `${text}&sn=${signatureOf(sealer, text)}`;
}

export const signPreview = (sealer: Sealer, frame: Omit<PreviewFrame, "signature">): PreviewFrame => ({
  ...frame,
  signature: signatureOf(sealer, canonicalJson(frame)),
});

const signatureOf = (sealer: Sealer, text: string): string =>
  sign(null, Buffer.from(text), privateKeyOf(sealer)).toString("base64url");
