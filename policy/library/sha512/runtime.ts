import { argumentNull } from "@/policy/expression/values/net-exception";
import { hash } from "@/policy/kits/crypto/hash-object";
import { newHash } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

export const runtimes = [
  implementType("System.Security.Cryptography.SHA512", {
    "Create()": () => newHash("sha512"),
    "HashData(byte[])": (source: Uint8Array | null) => {
      if (source === null) throw argumentNull("source");
      return hash("sha512", source);
    },
  }),
  implementType("System.Security.Cryptography.SHA512Managed", { "new()": () => newHash("sha512", "Managed") }),
  implementType("System.Security.Cryptography.SHA512CryptoServiceProvider", {
    "new()": () => newHash("sha512", "CryptoServiceProvider"),
  }),
];
