import { argumentNull } from "@/policy/expression/values/net-exception";
import { type HashName, type HashObject, hash } from "@/policy/kits/crypto/hash-object";
import { hmacNamed, newHmac } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

const given = (key: Uint8Array | null): Uint8Array => {
  if (key === null) throw argumentNull("key");
  return key;
};

const hmac = (name: HashName) =>
  implementType(`System.Security.Cryptography.HMAC${name.toUpperCase()}`, {
    "new()": () => newHmac(name, null),
    "new(byte[])": (key: Uint8Array | null) => newHmac(name, given(key).slice()),
    "HashData(byte[], byte[])": (key: Uint8Array | null, source: Uint8Array | null) => {
      if (source === null) throw argumentNull("source");
      return hash(name, source, given(key));
    },
  });

export const runtimes = [
  implementType("System.Security.Cryptography.HMAC", {
    "Create(string)": (name: string | null) => hmacNamed(name),
    HashName: (self: HashObject) => self.algorithm.toUpperCase(),
  }),
  hmac("md5"),
  hmac("sha1"),
  hmac("sha256"),
  hmac("sha384"),
  hmac("sha512"),
];
