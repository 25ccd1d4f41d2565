import type { Ref } from "@/policy/expression/values/boxed";
import { argumentNull } from "@/policy/expression/values/net-exception";
import type { AlgorithmName } from "@/policy/kits/crypto/algorithm-name";
import type { PaddingObject } from "@/policy/kits/crypto/padding-object";
import { RsaObject } from "@/policy/kits/crypto/rsa-object";
import { implementType } from "../implement";

function given(value: Uint8Array | null, parameter: string): Uint8Array {
  if (value === null) throw argumentNull(parameter);
  return value;
}
function padded(value: PaddingObject | null): PaddingObject {
  if (value === null) throw argumentNull("padding");
  return value;
}

type Bytes = Uint8Array | null;
type Padding = PaddingObject | null;

const importer =
  (type: "pkcs1" | "pkcs8" | "spki", isPrivate: boolean) =>
  (self: RsaObject, source: Bytes, bytesRead: Ref<number>) => {
    const bytes = given(source, "source");
    self.importDer(bytes, type, isPrivate);
    bytesRead.value = bytes.length;
    return null;
  };

export const runtimes = [
  implementType("System.Security.Cryptography.RSA", {
    "Create()": () => new RsaObject(null),
    "SignData(byte[], HashAlgorithmName, RSASignaturePadding)": (
      self: RsaObject,
      data: Bytes,
      hash: AlgorithmName,
      padding: Padding,
    ) => self.signData(given(data, "data"), hash.hashName, padded(padding)),
    "SignData(byte[], int, int, HashAlgorithmName, RSASignaturePadding)": (
      self: RsaObject,
      data: Bytes,
      offset: number,
      count: number,
      hash: AlgorithmName,
      padding: Padding,
    ) => self.signData(given(data, "data").slice(offset, offset + count), hash.hashName, padded(padding)),
    "SignHash(byte[], HashAlgorithmName, RSASignaturePadding)": (
      self: RsaObject,
      hash: Bytes,
      name: AlgorithmName,
      padding: Padding,
    ) => self.signHash(given(hash, "hash"), name.hashName, padded(padding)),
    "VerifyData(byte[], byte[], HashAlgorithmName, RSASignaturePadding)": (
      self: RsaObject,
      data: Bytes,
      signature: Bytes,
      hash: AlgorithmName,
      padding: Padding,
    ) => self.verifyData(given(data, "data"), given(signature, "signature"), hash.hashName, padded(padding)),
    "VerifyHash(byte[], byte[], HashAlgorithmName, RSASignaturePadding)": (
      self: RsaObject,
      hash: Bytes,
      signature: Bytes,
      name: AlgorithmName,
      padding: Padding,
    ) => self.verifyHash(given(hash, "hash"), given(signature, "signature"), name.hashName, padded(padding)),
    "Encrypt(byte[], RSAEncryptionPadding)": (self: RsaObject, data: Bytes, padding: Padding) =>
      self.encrypt(given(data, "data"), padded(padding)),
    "Decrypt(byte[], RSAEncryptionPadding)": (self: RsaObject, data: Bytes, padding: Padding) =>
      self.decrypt(given(data, "data"), padded(padding)),
    "ImportFromPem(string)": (self: RsaObject, pem: string | null) => {
      if (pem === null) throw argumentNull("input");
      self.importPem(pem);
      return null;
    },
    "ImportPkcs8PrivateKey(byte[], out int)": importer("pkcs8", true),
    "ImportRSAPrivateKey(byte[], out int)": importer("pkcs1", true),
    "ImportRSAPublicKey(byte[], out int)": importer("pkcs1", false),
    "ImportSubjectPublicKeyInfo(byte[], out int)": importer("spki", false),
    "ExportPkcs8PrivateKey()": (self: RsaObject) => self.exportDer("pkcs8", true),
    "ExportRSAPublicKey()": (self: RsaObject) => self.exportDer("pkcs1", false),
    "ExportSubjectPublicKeyInfo()": (self: RsaObject) => self.exportDer("spki", false),
  }),
  implementType("System.Security.Cryptography.RSACng", { "new()": () => new RsaObject(null) }),
  implementType("System.Security.Cryptography.RSACryptoServiceProvider", { "new()": () => new RsaObject(null) }),
];
