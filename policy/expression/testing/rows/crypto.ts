import type { Row } from "./row";

const abc = 'Encoding.UTF8.GetBytes("abc")';
const hex = (bytes: string): string => `BitConverter.ToString(${bytes}).Replace("-", "").ToLower()`;
const key = "new byte[16]";

/** Digests are those of FIPS 180-2 and RFC 1321, HMACs were made with OpenSSL. */
export const rows: readonly Row[] = [
  [hex(`MD5.Create().ComputeHash(${abc})`), "900150983cd24fb0d6963f7d28e17f72"],
  [hex(`SHA1.Create().ComputeHash(${abc})`), "a9993e364706816aba3e25717850c26c9cd0d89d"],
  [hex(`new SHA1Managed().ComputeHash(${abc})`), "a9993e364706816aba3e25717850c26c9cd0d89d"],
  [hex(`SHA256.Create().ComputeHash(${abc})`), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [hex(`SHA384.Create().ComputeHash(${abc}).Take(8).ToArray()`), "cb00753f45a35e8b"],
  [hex(`SHA512.Create().ComputeHash(${abc}).Take(8).ToArray()`), "ddaf35a193617aba"],
  [`SHA256.Create().HashSize`, "256"],
  [`{ using (var h = SHA256.Create()) { h.ComputeHash(${abc}); return h.Hash.Length; } }`, "32"],
  [`{ var h = SHA256.Create(); h.Dispose(); return h.ComputeHash(${abc}); }`, "throws System.ObjectDisposedException"],
  [
    `SHA256.Create().ComputeHash((byte[])null)`,
    "throws System.ArgumentNullException: Value cannot be null. (Parameter 'buffer')",
  ],
  [
    `Convert.ToBase64String(new HMACSHA256(Encoding.UTF8.GetBytes("key")).ComputeHash(${abc}))`,
    "nBluMtwBdfhvSxy4konWYZ3mvuaZ5MN45oMJ7Zehpqs=",
  ],
  [hex(`new HMACSHA1(Encoding.UTF8.GetBytes("key")).ComputeHash(${abc})`), "4fd0b215276ef12f2b3e4c8ecac2811498b656fc"],
  [`new HMACSHA256 { Key = Encoding.UTF8.GetBytes("key") }.ComputeHash(${abc}).Length`, "32"],
  [`new HMACSHA512(${key}).HashName`, "SHA512"],
  [`new HMACSHA256().Key.Length`, "64"],
  [`HashAlgorithmName.SHA256.Name`, "SHA256"],
  [`HashAlgorithmName.SHA256 == new HashAlgorithmName("SHA256")`, "True"],
  [
    `Convert.ToBase64String(Encoding.UTF8.GetBytes("hello").Encrypt("Aes", ${key}, ${key}))`,
    "mDTtUYy8j76a88bst164wA==",
  ],
  [
    `Encoding.UTF8.GetString(Encoding.UTF8.GetBytes("hello").Encrypt("Aes", ${key}, ${key}).Decrypt("Aes", ${key}, ${key}))`,
    "hello",
  ],
  [
    `${abc}.Encrypt("Aes", new byte[5], ${key})`,
    "throws System.Security.Cryptography.CryptographicException: Specified key is not a valid size for this algorithm.",
  ],
  [`${abc}.Encrypt("Nonsense", ${key}, ${key})`, "throws System.ArgumentException"],
  [
    `${key}.Decrypt("Aes", ${key}, ${key})`,
    "throws System.Security.Cryptography.CryptographicException: Padding is invalid and cannot be removed.",
  ],
  [
    `{ var rng = new RNGCryptoServiceProvider(); var b = new byte[8]; rng.GetNonZeroBytes(b); return b.All(x => x != 0); }`,
    "True",
  ],
  [
    `RSA.Create().SignData(${abc}, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)`,
    "throws System.NotSupportedException",
  ],
  [
    `{ var rsa = RSA.Create(); rsa.ImportFromPem("no key"); return 1; }`,
    "throws System.Security.Cryptography.CryptographicException",
  ],
];
