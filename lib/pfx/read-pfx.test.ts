import { createPrivateKey, X509Certificate } from "node:crypto";
import forge from "node-forge";
import { expect, test } from "vitest";
import { readPfx, UnreadablePfx } from "./read-pfx";
import { pfxFiles } from "./testing/pfx-files";

const reasonOf = (data: string, password?: string): [string, string] => {
  try {
    readPfx(data, password);
  } catch (error) {
    if (error instanceof UnreadablePfx) return [error.target, error.message];
    throw error;
  }
  throw new Error("The file was read.");
};

test.each([
  ["rsa", "opensesame", "98323D8EE4E8B98B4813FD6D0B9B5EACC1D075C3", "CN=client.contoso.test, O=Contoso, C=SE", 2],
  ["legacy", "opensesame", "98323D8EE4E8B98B4813FD6D0B9B5EACC1D075C3", "CN=client.contoso.test, O=Contoso, C=SE", 1],
  ["rsaByEc", "opensesame", "EDE1A867ABA7550DC34C16BBDF57ED4AF2B79025", "CN=client.contoso.test, O=Contoso, C=SE", 1],
  ["ec", "", "48D2C26077DC5E9FE522C81278A6CD3FF6DB4B32", "CN=ec.contoso.test", 1],
  ["ec", undefined, "48D2C26077DC5E9FE522C81278A6CD3FF6DB4B32", "CN=ec.contoso.test", 1],
] as const)("%s with the password %o", (name, password, thumbprint, subject, certificates) => {
  const file = readPfx(pfxFiles[name], password);
  expect(file.thumbprint).toBe(thumbprint);
  expect(file.subject).toBe(subject);
  expect(file.expiresAt.getUTCFullYear()).toBe(2126);
  expect(file.certificatePem.match(/BEGIN CERTIFICATE/g)).toHaveLength(certificates);
  expect(new X509Certificate(file.certificatePem).checkPrivateKey(createPrivateKey(file.privateKeyPem))).toBe(true);
});

test("says what is wrong with a file, and whether its data or its password is to blame", () => {
  expect(reasonOf(pfxFiles.rsa, "wrong")).toEqual(["password", "The password does not open the file."]);
  expect(reasonOf(pfxFiles.rsa)).toEqual(["password", "The file is protected. Give its password."]);
  expect(reasonOf(pfxFiles.withoutKey, "opensesame")[1]).toMatch(/holds no private key/);
  expect(reasonOf(pfxFiles.expired, "opensesame")[1]).toMatch(/The certificate expired on 2020-01-01/);
  expect(reasonOf("not base64!", "x")).toEqual(["data", "Must be a PFX file in base64."]);
  expect(reasonOf(Buffer.from("hello").toString("base64"), "x")[0]).toBe("data");
  expect(reasonOf(pfxFiles.rsa.trim().slice(0, 400), "opensesame")[0]).toBe("data");
});

test("refuses to derive keys for minutes", () => {
  const key = forge.pki.rsa.generateKeyPair(1024);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = key.publicKey;
  certificate.sign(key.privateKey);
  const greedy = forge.pkcs12.toPkcs12Asn1(key.privateKey, [certificate], "x", { count: 3 });
  const mac = (greedy.value as forge.asn1.Asn1[])[2]?.value as forge.asn1.Asn1[];
  mac[2] = forge.asn1.create(
    forge.asn1.Class.UNIVERSAL,
    forge.asn1.Type.INTEGER,
    false,
    forge.asn1.integerToDer(2_000_000_000).getBytes(),
  );
  const data = Buffer.from(forge.asn1.toDer(greedy).getBytes(), "binary").toString("base64");
  expect(reasonOf(data, "x")[1]).toMatch(/more than 500000 iterations/);
});
