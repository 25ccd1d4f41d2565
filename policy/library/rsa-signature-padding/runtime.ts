import { signaturePaddings } from "@/policy/kits/crypto/padding-object";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.RSASignaturePadding", {
  Pkcs1: () => signaturePaddings.pkcs1,
  Pss: () => signaturePaddings.pss,
});
