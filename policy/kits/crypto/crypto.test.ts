import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import { CertificateObject } from "./certificate-object";
import { distinguishedName } from "./distinguished-name";
import { hash } from "./hash-object";
import { nameOf } from "./name-of";
import { encryptionPaddings, signaturePaddings } from "./padding-object";
import { RsaObject } from "./rsa-object";
import { SymmetricObject } from "./symmetric-object";

const text = new TextEncoder().encode("what is signed");
const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const rsa = new RsaObject(pair.privateKey);
const publicOnly = new RsaObject(pair.publicKey);

test.each(["pkcs1", "pss"] as const)("what a key signs, its public half verifies: %s", (name) => {
  const padding = signaturePaddings[name];
  const signature = rsa.signData(text, "sha256", padding);
  expect(publicOnly.verifyData(text, signature, "sha256", padding)).toBe(true);
  expect(publicOnly.verifyData(text.slice(1), signature, "sha256", padding)).toBe(false);
});

test("a hash that was made before is signed as the data would be", () => {
  const digest = hash("sha256", text);
  const signature = rsa.signHash(digest, "sha256", signaturePaddings.pkcs1);
  expect(signature).toEqual(rsa.signData(text, "sha256", signaturePaddings.pkcs1));
  expect(publicOnly.verifyHash(digest, signature, "sha256", signaturePaddings.pkcs1)).toBe(true);
  expect(publicOnly.verifyHash(hash("sha256", text.slice(1)), signature, "sha256", signaturePaddings.pkcs1)).toBe(
    false,
  );
});

test("decryption that leaks is not offered", () => {
  const secret = publicOnly.encrypt(text, encryptionPaddings.pkcs1);
  expect(() => rsa.decrypt(secret, encryptionPaddings.pkcs1)).toThrow(
    expect.objectContaining({ typeName: "System.NotSupportedException" }),
  );
});

test.each(["sha1", "sha256"] as const)("what is encrypted is decrypted: %s", (name) => {
  const secret = publicOnly.encrypt(text, encryptionPaddings[name]);
  expect(rsa.decrypt(secret, encryptionPaddings[name])).toEqual(text);
});

test("a public key signs nothing, and says so as .NET does", () => {
  expect(() => publicOnly.signData(text, "sha256", signaturePaddings.pkcs1)).toThrow(
    expect.objectContaining({ message: "Key does not exist." }),
  );
});

test("keys go out and come in", () => {
  const other = new RsaObject(null);
  other.importDer(rsa.exportDer("pkcs8", true), "pkcs8", true);
  expect(other.bits).toBe(2048);
  other.importPem(pair.publicKey.export({ format: "pem", type: "spki" }).toString());
  expect(other.exportDer("pkcs1", false)).toEqual(publicOnly.exportDer("pkcs1", false));
});

test.each([
  ["Aes", 1, 2],
  ["AES", 1, 4],
  ["aes", 1, 5],
  ["Aes", 2, 2],
  ["Aes", 4, 2],
  ["TripleDES", 1, 2],
] as const)("%s in mode %i with padding %i gives back what it was given", (name, mode, padding) => {
  const algorithm = SymmetricObject.named(name) as SymmetricObject;
  algorithm.mode = mode;
  algorithm.padding = padding;
  expect(algorithm.decrypt(algorithm.encrypt(text))).toEqual(text);
});

test("a certificate is shown as .NET shows it", () => {
  const { certificatePem, privateKeyPem } = makeCertificate({ commonName: "gateway.example" });
  const certificate = CertificateObject.fromPem(certificatePem);
  expect(certificate.subject).toBe("CN=gateway.example");
  expect(certificate.thumbprint).toMatch(/^[0-9A-F]{40}$/);
  expect(nameOf(certificate, 0, false)).toBe("gateway.example");
  expect(certificate.isTrusted).toBe(false);
  expect(certificate.privateKey).toBeNull();
  expect(privateKeyPem).toContain("PRIVATE KEY");
});

test("names are most specific first, and quoted where they must be", () => {
  expect(distinguishedName("C=US\nST=WA\nO=Contoso\\, Inc.\nCN=a.example")).toBe(
    'CN=a.example, O="Contoso, Inc.", S=WA, C=US',
  );
});
