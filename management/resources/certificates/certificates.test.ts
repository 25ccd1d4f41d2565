import { createPrivateKey, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { pfxFiles } from "@/lib/pfx/testing/pfx-files";
import { type Answer, type Door, openDoor } from "../../testing/door";
import { openProperties } from "../secret-fields";
import { project } from "./project";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const put = (name: string, properties: JsonObject): Promise<Answer> =>
  door.ask("PUT", `certificates/${name}`, { body: { properties } });
const details = (answer: Answer): string[][] => {
  expect(answer.status).toBe(400);
  return answer.body.error.details.map(({ target, message }: { target: string; message: string }) => [target, message]);
};

test("201: shows subject, thumbprint and expiry, never the data or the key", async () => {
  const made = await put("Client", { data: pfxFiles.rsa, password: "opensesame" });
  expect(made.body.error ?? made.status).toBe(201);
  expect(made.body.properties).toEqual({
    subject: "CN=client.contoso.test, O=Contoso, C=SE",
    thumbprint: "98323D8EE4E8B98B4813FD6D0B9B5EACC1D075C3",
    expirationDate: "2126-10-28T04:01:22Z",
  });
  const everything = JSON.stringify([
    await door.ask("GET", "certificates"),
    await door.ask("GET", "certificates/client"),
    await door.store.changes({}),
    await door.store.read("/certificates/client"),
  ]);
  expect(everything).not.toContain("PRIVATE KEY");
  expect(everything).not.toContain("opensesame");
});

test("a gateway gets the certificate with its chain and its key", async () => {
  const document = await door.store.read("/certificates/client");
  if (document === null) throw new Error("it is not stored");
  const properties = await openProperties(document.properties, (ids) => door.store.openSecrets(ids));
  const told = await project({ document, properties, installation: { debugPublicKey: null }, read: door.store });
  if (told?.type !== "certificates") throw new Error("it is not told");
  const key = createPrivateKey(told.properties.privateKeyPem ?? "");
  expect(new X509Certificate(told.properties.certificatePem).checkPrivateKey(key)).toBe(true);
  expect(told.properties.certificatePem.match(/BEGIN/g)).toHaveLength(2);
});

test("200: the same file is no change, another one is", async () => {
  const before = await door.ask("GET", "certificates/client");
  const again = await put("client", { data: pfxFiles.rsa, password: "opensesame" });
  expect(again.headers.get("etag")).toBe(before.headers.get("etag"));
  const other = await put("client", { data: pfxFiles.ec });
  expect([other.status, other.body.properties.subject]).toEqual([200, "CN=ec.contoso.test"]);
});

test("400: says what is wrong with the file, and where", async () => {
  expect(details(await put("x", { data: pfxFiles.rsa, password: "wrong" }))).toEqual([
    ["password", "The password does not open the file."],
  ]);
  expect(details(await put("x", { data: pfxFiles.rsa }))).toEqual([
    ["password", "The file is protected. Give its password."],
  ]);
  expect(details(await put("x", { data: "hello", password: "x" }))[0]?.[0]).toBe("data");
  expect(details(await put("x", { data: pfxFiles.withoutKey, password: "opensesame" }))[0]?.[1]).toContain(
    "no private key",
  );
  expect(details(await put("x", { data: pfxFiles.expired, password: "opensesame" }))).toEqual([
    ["data", "The certificate expired on 2020-01-01."],
  ]);
  expect(details(await put("x", {}))[0]?.[0]).toBe("data");
  expect(details(await put("x", { password: "x" }))[0]?.[0]).toBe("data");
  expect(
    details(
      await put("x", { data: pfxFiles.ec, keyVault: { secretIdentifier: "https://v.example/secrets/a" } }),
    )[0]?.[0],
  ).toBe("data");
  expect(details(await put("x", { data: 5 }))).toEqual([["data", "Must be a string."]]);
});

test("a certificate from a key vault is kept, says why it cannot be used, and tells gateways nothing", async () => {
  const keyVault = { secretIdentifier: "https://contoso.vault.azure.net/secrets/cert", identityClientId: "ceaa6b06" };
  const made = await put("vault", { keyVault });
  expect(made.body.properties.keyVault).toMatchObject({ ...keyVault, lastStatus: { code: "KeyVaultNotConfigured" } });
  const document = await door.store.read("/certificates/vault");
  if (document === null) throw new Error("it is not stored");
  expect(
    await project({
      document,
      properties: document.properties,
      installation: { debugPublicKey: null },
      read: door.store,
    }),
  ).toBeNull();
});

test("405 PATCH; 409 DELETE while a backend presents it", async () => {
  expect((await door.ask("PATCH", "certificates/client", { body: { properties: {} } })).status).toBe(405);
  const credentials = { certificateIds: ["/certificates/client"] };
  await door.ask("PUT", "backends/mutual", {
    body: { properties: { url: "https://a.example", protocol: "http", credentials } },
  });
  const refused = await door.ask("DELETE", "certificates/client");
  expect([refused.status, refused.body.error.details[0].target]).toEqual([409, "/backends/mutual"]);
});
