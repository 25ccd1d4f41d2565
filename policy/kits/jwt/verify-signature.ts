import { constants, createHmac, type KeyObject, timingSafeEqual, verify } from "node:crypto";
import { type Algorithm, algorithms } from "./algorithms";
import type { SignedToken } from "./read-token";
import { denied } from "./token-refused";
import type { VerificationKey } from "./verification-key";

/** The key that the token was signed with; throws a TokenRefused when it is none of them. */
export async function verifySignature<K extends VerificationKey>(token: SignedToken, keys: readonly K[]): Promise<K> {
  const named = keysNamed(token, keys);
  if (named.length === 0)
    throw denied("TokenSignatureKeyNotFound", "The key that the token was signed with is not known.");
  const algorithm = algorithms.get(token.algorithm);
  if (algorithm !== undefined) {
    for (const each of named) {
      if (each.algorithms.has(token.algorithm) && (await isSignedWith(token, each.key, algorithm))) return each;
    }
  }
  throw denied("TokenSignatureInvalid", "The signature of the token is not valid.");
}

/** Those with the token's kid, and those without any. */
export const keysNamed = <K extends VerificationKey>({ keyId }: SignedToken, keys: readonly K[]): K[] =>
  keyId === null ? [...keys] : keys.filter(({ id }) => id === null || id === keyId);

function isSignedWith({ signedPart, signature }: SignedToken, key: KeyObject, algorithm: Algorithm): Promise<boolean> {
  const { family, hash, signatureBytes } = algorithm;
  if (family === "hmac") {
    const expected = createHmac(hash, key).update(signedPart).digest();
    return Promise.resolve(expected.length === signature.length && timingSafeEqual(expected, signature));
  }
  if (signatureBytes !== undefined && signature.length !== signatureBytes) return Promise.resolve(false);
  // With a callback it is done beside the thread that serves requests.
  return new Promise((resolve) => {
    verify(hash, signedPart, { key, ...options[family] }, signature, (error, valid) =>
      resolve(error === null && valid),
    );
  });
}

const options = {
  rsa: { padding: constants.RSA_PKCS1_PADDING },
  "rsa-pss": { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  ecdsa: { dsaEncoding: "ieee-p1363" },
} as const;
