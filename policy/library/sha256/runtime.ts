import { argumentNull } from "@/policy/expression/values/net-exception";
import { hash } from "@/policy/kits/crypto/hash-object";
import { newHash } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

export const runtimes = [
  implementType("System.Security.Cryptography.SHA256", {
    "Create()": () => newHash("sha256"),
    "HashData(byte[])": (source: Uint8Array | null) => {
      if (source === null) throw argumentNull("source");
      return hash("sha256", source);
    },
  }),
  implementType("System.Security.Cryptography.SHA256Managed", { "new()": () => newHash("sha256", "Managed") }),
  implementType("System.Security.Cryptography.SHA256CryptoServiceProvider", {
    "new()": () => newHash("sha256", "CryptoServiceProvider"),
  }),
];
