import { argumentNull } from "@/policy/expression/values/net-exception";
import { hash } from "@/policy/kits/crypto/hash-object";
import { newHash } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

export const runtimes = [
  implementType("System.Security.Cryptography.SHA1", {
    "Create()": () => newHash("sha1"),
    "HashData(byte[])": (source: Uint8Array | null) => {
      if (source === null) throw argumentNull("source");
      return hash("sha1", source);
    },
  }),
  implementType("System.Security.Cryptography.SHA1Managed", { "new()": () => newHash("sha1", "Managed") }),
  implementType("System.Security.Cryptography.SHA1CryptoServiceProvider", {
    "new()": () => newHash("sha1", "CryptoServiceProvider"),
  }),
];
