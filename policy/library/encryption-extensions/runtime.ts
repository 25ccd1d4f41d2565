import { argumentNull } from "@/policy/expression/values/net-exception";
import type { CertificateObject } from "@/policy/kits/crypto/certificate-object";
import { type SymmetricObject, symmetricOf } from "@/policy/kits/crypto/symmetric-object";
import { implementType } from "../implement";

function given<T>(value: T | null, parameter: string): T {
  if (value === null) throw argumentNull(parameter);
  return value;
}
type Bytes = Uint8Array | null;

function withKey(algorithm: SymmetricObject | null, key: Bytes, iv: Bytes): SymmetricObject {
  const own = given(algorithm, "alg");
  own.key = given(key, "key");
  own.iv = given(iv, "iv");
  return own;
}
const named = (alg: string | null, key: Bytes, iv: Bytes): SymmetricObject =>
  symmetricOf(given(alg, "alg"), given(key, "key"), given(iv, "iv"));

export const runtime = implementType("System.EncryptionExtensions", {
  "Encrypt(byte[], string, byte[], byte[])": (input: Bytes, alg: string | null, key: Bytes, iv: Bytes) =>
    named(alg, key, iv).encrypt(given(input, "input")),
  "Encrypt(byte[], SymmetricAlgorithm)": (input: Bytes, alg: SymmetricObject | null) =>
    given(alg, "alg").encrypt(given(input, "input")),
  "Encrypt(byte[], SymmetricAlgorithm, byte[], byte[])": (
    input: Bytes,
    alg: SymmetricObject | null,
    key: Bytes,
    iv: Bytes,
  ) => withKey(alg, key, iv).encrypt(given(input, "input")),
  "Decrypt(byte[], string, byte[], byte[])": (input: Bytes, alg: string | null, key: Bytes, iv: Bytes) =>
    named(alg, key, iv).decrypt(given(input, "input")),
  "Decrypt(byte[], SymmetricAlgorithm)": (input: Bytes, alg: SymmetricObject | null) =>
    given(alg, "alg").decrypt(given(input, "input")),
  "Decrypt(byte[], SymmetricAlgorithm, byte[], byte[])": (
    input: Bytes,
    alg: SymmetricObject | null,
    key: Bytes,
    iv: Bytes,
  ) => withKey(alg, key, iv).decrypt(given(input, "input")),
  "VerifyNoRevocation(X509Certificate2)": (input: CertificateObject | null) => given(input, "input").isTrusted,
});
