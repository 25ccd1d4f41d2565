/** RFC 7518 section 3.1, as far as tokens are signed with it. */
export interface Algorithm {
  readonly family: "hmac" | "rsa" | "rsa-pss" | "ecdsa";
  readonly hash: "sha256" | "sha384" | "sha512";
  /** Of ECDSA: the one curve, and the one length of a signature. */
  readonly curve?: string;
  readonly signatureBytes?: number;
}

export const algorithms: ReadonlyMap<string, Algorithm> = new Map([
  ["HS256", { family: "hmac", hash: "sha256" }],
  ["HS384", { family: "hmac", hash: "sha384" }],
  ["HS512", { family: "hmac", hash: "sha512" }],
  ["RS256", { family: "rsa", hash: "sha256" }],
  ["RS384", { family: "rsa", hash: "sha384" }],
  ["RS512", { family: "rsa", hash: "sha512" }],
  ["PS256", { family: "rsa-pss", hash: "sha256" }],
  ["PS384", { family: "rsa-pss", hash: "sha384" }],
  ["PS512", { family: "rsa-pss", hash: "sha512" }],
  ["ES256", { family: "ecdsa", hash: "sha256", curve: "prime256v1", signatureBytes: 64 }],
  ["ES384", { family: "ecdsa", hash: "sha384", curve: "secp384r1", signatureBytes: 96 }],
  ["ES512", { family: "ecdsa", hash: "sha512", curve: "secp521r1", signatureBytes: 132 }],
]);

export const hmacNames: readonly string[] = ["HS256", "HS384", "HS512"];
export const rsaNames: readonly string[] = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
export const pssNames: readonly string[] = ["PS256", "PS384", "PS512"];
export const curveNames: Readonly<Record<string, string>> = {
  prime256v1: "ES256",
  secp384r1: "ES384",
  secp521r1: "ES512",
};
