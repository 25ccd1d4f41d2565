import { createHash, createPublicKey, createSecretKey, type KeyObject, X509Certificate } from "node:crypto";
import { curveNames, hmacNames, pssNames, rsaNames } from "./algorithms";
import { looseBase64, strictBase64Url } from "./base64";

/** A key, and the algorithms that it is for: what a token says of its algorithm is held against these. */
export interface VerificationKey {
  /** What a token's kid must be; null: it is tried for any. */
  readonly id: string | null;
  readonly key: KeyObject;
  readonly algorithms: ReadonlySet<string>;
}

/** Why something is no key that tokens may be verified with. */
export class UnusableKey extends Error {}

const minHmacBytes = 16;
const minRsaBits = 2048;

/** `text`: base64. */
export function secretKey(text: string, id: string | null): VerificationKey {
  const bytes = looseBase64(text);
  if (bytes === null) throw new UnusableKey("A symmetric key must be written in base64.");
  if (bytes.length < minHmacBytes) {
    throw new UnusableKey(
      `A symmetric key must have at least ${minHmacBytes * 8} bits; this one has ${bytes.length * 8}.`,
    );
  }
  return { id, key: createSecretKey(bytes), algorithms: new Set(hmacNames) };
}

/** Of Azure Mobile Services, whose tokens are signed with a key that is made of the master key. */
export function zumoKey(masterKey: string, id: string | null): VerificationKey {
  if (masterKey.trim() === "") throw new UnusableKey("The master key is empty.");
  const bytes = createHash("sha256").update(`${masterKey.trim()}JWTSig`, "utf8").digest();
  return { id, key: createSecretKey(bytes), algorithms: new Set(hmacNames) };
}

export function publicKey(key: KeyObject, id: string | null): VerificationKey {
  return { id, key, algorithms: new Set(namesFor(key)) };
}

/** PEM, or base64 of DER. */
export function certificateKey(text: string, id: string | null): VerificationKey {
  const bytes = text.includes("-----BEGIN") ? text : looseBase64(text);
  try {
    return publicKey(new X509Certificate(bytes ?? "").publicKey, id);
  } catch (error) {
    if (error instanceof UnusableKey) throw error;
    throw new UnusableKey("The text is no X.509 certificate in base64.");
  }
}

/** Modulus and exponent of an RSA key, base64url. */
export function rsaKey(n: string, e: string, id: string | null): VerificationKey {
  const [modulus, exponent] = [n, e].map((text) => strictBase64Url(text.trim().replace(/=+$/, "")));
  if (!modulus?.length || !exponent?.length) throw new UnusableKey("'n' and 'e' must be written in base64url.");
  return publicKey(jwkKey({ kty: "RSA", n: modulus.toString("base64url"), e: exponent.toString("base64url") }), id);
}

/** Throws UnusableKey. */
export function jwkKey(jwk: Record<string, string>): KeyObject {
  try {
    return createPublicKey({ key: jwk, format: "jwk" });
  } catch {
    throw new UnusableKey("The key cannot be read.");
  }
}

function namesFor(key: KeyObject): readonly string[] {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = "" } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === "rsa" || key.asymmetricKeyType === "rsa-pss") {
    if (modulusLength < minRsaBits) {
      throw new UnusableKey(`An RSA key must have at least ${minRsaBits} bits; this one has ${modulusLength}.`);
    }
    if (publicExponent < 3n || publicExponent % 2n === 0n)
      throw new UnusableKey("The exponent of the RSA key is wrong.");
    return key.asymmetricKeyType === "rsa" ? rsaNames : pssNames;
  }
  const name = Object.hasOwn(curveNames, namedCurve) ? curveNames[namedCurve] : undefined;
  if (name === undefined) throw new UnusableKey("Only RSA keys and the curves P-256, P-384 and P-521 are used.");
  return [name];
}
