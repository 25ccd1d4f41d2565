import { encryptionPaddings } from "@/policy/kits/crypto/padding-object";
import { implementType } from "../implement";

export const runtime = implementType("System.Security.Cryptography.RSAEncryptionPadding", {
  Pkcs1: () => encryptionPaddings.pkcs1,
  OaepSHA1: () => encryptionPaddings.sha1,
  OaepSHA256: () => encryptionPaddings.sha256,
  OaepSHA384: () => encryptionPaddings.sha384,
  OaepSHA512: () => encryptionPaddings.sha512,
});
