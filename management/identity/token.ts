import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

// As other issuers do it: a prefix that secret scanners search for, and a checksum that lets them (and us) tell a token
// from a string that only looks like one without asking the database.
const prefix = "gh_";
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const randomLength = 40;
const checksumLength = 6;

/** A personal management token: 238 random bits, shown once and kept only as a hash. */
export function makeToken(): string {
  let random = "";
  while (random.length < randomLength) {
    // 248 = 4 * 62: larger bytes would favour the first letters.
    for (const byte of randomBytes(randomLength)) if (byte < 248) random += alphabet[byte % 62];
  }
  const body = prefix + random.slice(0, randomLength);
  return body + checksum(body);
}

export function isToken(text: string): boolean {
  if (!/^gh_[0-9A-Za-z]{46}$/.test(text)) return false;
  return checksum(text.slice(0, -checksumLength)) === text.slice(-checksumLength);
}

/** Tokens are random, so one round is enough and looking up by hash leaks no time about the token. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

function checksum(body: string): string {
  let rest = crc32(body);
  let text = "";
  for (let i = 0; i < checksumLength; i++) {
    text = alphabet[rest % 62] + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}
