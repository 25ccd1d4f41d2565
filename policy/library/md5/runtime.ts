import { argumentNull } from "@/policy/expression/values/net-exception";
import { hash } from "@/policy/kits/crypto/hash-object";
import { newHash } from "@/policy/kits/crypto/named-hashes";
import { implementType } from "../implement";

export const runtimes = [
  implementType("System.Security.Cryptography.MD5", {
    "Create()": () => newHash("md5"),
    "HashData(byte[])": (source: Uint8Array | null) => {
      if (source === null) throw argumentNull("source");
      return hash("md5", source);
    },
  }),
  implementType("System.Security.Cryptography.MD5CryptoServiceProvider", {
    "new()": () => newHash("md5", "CryptoServiceProvider"),
  }),
];
