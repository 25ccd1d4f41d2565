import { argumentNull } from "@/policy/expression/values/net-exception";
import type { HashObject } from "@/policy/kits/crypto/hash-object";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.KeyedHashAlgorithm", {
  Key: (self: HashObject) => self.key?.slice() ?? null,
  "set Key": (self: HashObject, value: Uint8Array | null) => {
    if (value === null) throw argumentNull("value");
    self.key = value.slice();
    return null;
  },
});
