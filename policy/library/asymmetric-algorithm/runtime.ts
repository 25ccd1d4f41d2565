import type { RsaObject } from "@/policy/kits/crypto/rsa-object";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.AsymmetricAlgorithm", {
  KeySize: (self: RsaObject) => self.bits,
  SignatureAlgorithm: () => "RSA",
  KeyExchangeAlgorithm: () => "RSA",
  "Clear()": () => null,
  "Dispose()": () => null,
});
