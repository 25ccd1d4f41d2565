import { constants, createHmac, type KeyObject, sign } from "node:crypto";
import { type Algorithm, algorithms } from "@/policy/kits/jwt/algorithms";

export const part = (value: unknown): string =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

export const nowSeconds = (): number => Math.floor(Date.now() / 1000);
export const goodClaims = () => ({ iss: "https://issuer.example", aud: "orders", sub: "me", exp: nowSeconds() + 600 });

/** Signs whatever it is given, right or wrong; header and claims may be texts that are no JSON. */
export function makeToken(key: KeyObject, header: unknown, claims: unknown, algorithm?: string): string {
  const name = algorithm ?? (header as { alg: string }).alg;
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${signatureOf(signed, key, algorithms.get(name) as Algorithm).toString("base64url")}`;
}

export function signatureOf(signed: string, key: KeyObject, { family, hash }: Algorithm): Buffer {
  const bytes = Buffer.from(signed, "latin1");
  if (family === "hmac") return createHmac(hash, key).update(bytes).digest();
  if (family === "rsa") return sign(hash, bytes, key);
  if (family === "ecdsa") return sign(hash, bytes, { key, dsaEncoding: "ieee-p1363" });
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return sign(hash, bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
}
