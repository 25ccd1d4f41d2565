import { argumentNull } from "@/policy/expression/values/net-exception";
import { hash } from "@/policy/kits/crypto/hash-object";
import { newHash } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

export const runtimes = [
  implementType("System.Security.Cryptography.SHA384", {
    "Create()": () => newHash("sha384"),
    "HashData(byte[])": (source: Uint8Array | null) => {
      if (source === null) throw argumentNull("source");
      return hash("sha384", source);
    },
  }),
  implementType("System.Security.Cryptography.SHA384Managed", { "new()": () => newHash("sha384", "Managed") }),
  implementType("System.Security.Cryptography.SHA384CryptoServiceProvider", {
    "new()": () => newHash("sha384", "CryptoServiceProvider"),
  }),
];
