import type { KeyObject } from "node:crypto";
import { invalid } from "./token-refused";

export interface DecryptionKey {
  /** What a token's kid must be; null: it is tried for any. */
  readonly id: string | null;
  /** A secret, or the private key of a certificate. */
  readonly key: KeyObject;
}

const wrappings: Readonly<Record<string, string[]>> = {
  secret: ["dir", "A128KW", "A192KW", "A256KW", "A128GCMKW", "A192GCMKW", "A256GCMKW"],
  rsa: ["RSA-OAEP", "RSA-OAEP-256", "RSA-OAEP-384", "RSA-OAEP-512"],
  ec: ["ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW"],
};

/** RFC 7516, compact: the text inside, which is most often a token of its own. */
export async function decryptToken(text: string, keys: readonly DecryptionKey[]): Promise<string> {
  if (keys.length === 0) throw invalid("The token is encrypted, and there is no key to decrypt it with.");
  const named = keyIdOf(text);
  // Few tokens are encrypted; what decrypts them is loaded with the first.
  const { compactDecrypt } = await import("jose");
  for (const { id, key } of keys) {
    if (id !== null && named !== null && id !== named) continue;
    const kind = key.type === "secret" ? "secret" : (key.asymmetricKeyType ?? "");
    try {
      const { plaintext } = await compactDecrypt(text, key, { keyManagementAlgorithms: wrappings[kind] ?? [] });
      return new TextDecoder("utf-8", { fatal: true }).decode(plaintext);
    } catch {
      // Not this one; why is nobody's business who does not hold the key.
    }
  }
  throw invalid("The token cannot be decrypted.");
}

function keyIdOf(text: string): string | null {
  try {
    const header = JSON.parse(Buffer.from(text.slice(0, text.indexOf(".")), "base64url").toString());
    return typeof header.kid === "string" ? header.kid : null;
  } catch {
    throw invalid("The header of the encrypted token cannot be read.");
  }
}
