import { strictBase64Url } from "./base64";
import { strictJsonObject } from "./strict-json";
import { invalid } from "./token-refused";

/** RFC 7515, compact: what is signed, and with what it says it is. */
export interface SignedToken {
  readonly algorithm: string;
  readonly keyId: string | null;
  readonly claims: ReadonlyMap<string, unknown>;
  readonly signedPart: Buffer;
  readonly signature: Buffer;
}

export const maxTokenLength = 250 * 1024;

/** Keys and addresses of keys that a token brings along are never looked at. */
export function readToken(text: string): SignedToken {
  const parts = text.split(".", 4);
  if (parts.length !== 3) throw invalid("The token is not well formed: it must have three parts with dots between.");
  const [first = "", second = "", third = ""] = parts;
  const header = objectIn(first, "header");
  const claims = objectIn(second, "payload");
  const signature = strictBase64Url(third);
  if (signature === null) throw invalid("The token's signature is not base64url.");
  const algorithm = header.get("alg");
  if (typeof algorithm !== "string") throw invalid("The token's header does not name an algorithm.");
  // RFC 7515 section 4.1.11: whoever does not understand what is critical must refuse, and none of it is understood here.
  if (header.has("crit") || header.has("b64")) throw invalid("The token's header uses extensions that are not known.");
  const keyId = header.get("kid");
  if (keyId !== undefined && typeof keyId !== "string") throw invalid("The token's kid is not a text.");
  const signedPart = Buffer.from(text.slice(0, first.length + 1 + second.length), "latin1");
  return { algorithm, keyId: keyId ?? null, claims, signedPart, signature };
}

function objectIn(part: string, what: string): ReadonlyMap<string, unknown> {
  const bytes = strictBase64Url(part);
  if (bytes === null || bytes.length === 0) throw invalid(`The token's ${what} is not base64url.`);
  const members = strictJsonObject(bytes);
  if (members === null) throw invalid(`The token's ${what} is not a JSON object, or names a member twice.`);
  return members;
}
