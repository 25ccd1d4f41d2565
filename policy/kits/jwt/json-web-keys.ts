import { jwkKey, publicKey, UnusableKey, type VerificationKey } from "./verification-key";

/** RFC 7517: the keys of a set that signatures may be verified with; those of other kinds are for others. */
export function jsonWebKeys(text: string): VerificationKey[] {
  const document = parsed(text);
  const keys = member(document, "keys");
  if (!Array.isArray(keys)) throw new UnusableKey("The key set has no member 'keys'.");
  return keys.flatMap((jwk) => verificationKey(jwk) ?? []);
}

function verificationKey(jwk: unknown): VerificationKey | null {
  const text = (name: string): string | null => {
    const value = member(jwk, name);
    return typeof value === "string" ? value : null;
  };
  const [use, operations, alg] = [member(jwk, "use"), member(jwk, "key_ops"), member(jwk, "alg")];
  if (use !== undefined && use !== "sig") return null;
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes("verify"))) return null;
  // A secret that is published is none.
  const parts = text("kty") === "RSA" ? ["kty", "n", "e"] : text("kty") === "EC" ? ["kty", "crv", "x", "y"] : [];
  const values = parts.map(text);
  if (values.length === 0 || values.includes(null)) return null;
  try {
    const fields = Object.fromEntries(parts.map((name, index) => [name, values[index] as string]));
    const key = publicKey(jwkKey(fields), text("kid"));
    if (alg === undefined) return key;
    return key.algorithms.has(alg as string) ? { ...key, algorithms: new Set([alg as string]) } : null;
  } catch (error) {
    if (error instanceof UnusableKey) return null;
    throw error;
  }
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableKey("The document is not JSON.");
  }
}

export const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
