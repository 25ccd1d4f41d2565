import type { DistinguishedName } from "@/policy/kits/crypto/distinguished-name";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.X509Certificates.X500DistinguishedName", {
  Name: (self: DistinguishedName) => self.name,
});
