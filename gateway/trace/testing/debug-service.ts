import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import type { GatewayDocument } from "@/contract/documents";
import { debugTokenText } from "@/contract/trace";

const keys = generateKeyPairSync("ed25519");

/** A service whose debug tokens are signed here. */
export const debugService: GatewayDocument = {
  id: "/",
  name: "gatehouse",
  type: "service",
  properties: { hostnames: [], debugPublicKey: keys.publicKey.export({ format: "pem", type: "spki" }).toString() },
};

export function debugToken(apiId: string, expiresAt = Date.now() + 60_000, key: KeyObject = keys.privateKey): string {
  const text = debugTokenText({ apiId, expiresAt });
  return `${text}&sn=${sign(null, Buffer.from(text), key).toString("base64url")}`;
}
