import { argumentNull } from "@/policy/expression/values/net-exception";
import { type HashName, HashObject } from "./hash-object";

const space = "System.Security.Cryptography";
const upper = (name: HashName) => name.toUpperCase();

export const newHash = (name: HashName, suffix = ""): HashObject =>
  new HashObject(`${space}.${upper(name)}${suffix}`, name);

export const newHmac = (name: HashName, key: Uint8Array | null): HashObject =>
  new HashObject(`${space}.HMAC${upper(name)}`, name, key ?? HashObject.randomKey(name));

const names: readonly HashName[] = ["md5", "sha1", "sha256", "sha384", "sha512"];
const plain = (name: string): string =>
  name
    .slice(0, 100)
    .toLowerCase()
    .replace(/^system\.security\.cryptography\./, "")
    .replace(/[-_]/g, "");

/** What HashAlgorithm.Create(name) makes; null for a name that it does not know. */
export function hashNamed(name: string | null): HashObject | null {
  if (name === null) throw argumentNull("hashName");
  const wanted = plain(name);
  const hash = names.find((each) => each === wanted || (wanted === "sha" && each === "sha1"));
  if (hash !== undefined) return newHash(hash);
  return hmacNamed(name);
}

export function hmacNamed(name: string | null): HashObject | null {
  if (name === null) throw argumentNull("algorithmName");
  const hash = names.find((each) => `hmac${each}` === plain(name));
  return hash === undefined ? null : newHmac(hash, null);
}
