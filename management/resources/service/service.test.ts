import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { readPfx } from "@/lib/pfx/read-pfx";
import { pfxFiles } from "@/lib/pfx/testing/pfx-files";
import { serviceId } from "@/lib/service-id";
import { type Answer, type Door, openDoor } from "../../testing/door";
import { openProperties } from "../secret-fields";
import { project } from "./project";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const publisher = { publisherEmail: "apim@contoso.test", publisherName: "Contoso" };
const outside = { location: "West US", sku: { name: "Premium", capacity: 1 } };
const put = (properties: JsonObject, rest: JsonObject = outside): Promise<Answer> =>
  door.ask("PUT", "", { body: { ...rest, properties } });
const patch = (body: JsonObject) => door.ask("PATCH", "", { body });
const targets = (answer: Answer): string[] => {
  expect(answer.status).toBe(400);
  return answer.body.error.details.map(({ target }: { target: string }) => target);
};
const toldService = async () => {
  const document = await door.store.read("/");
  if (document === null) throw new Error("there is no service");
  const properties = await openProperties(document.properties, (ids) => door.store.openSecrets(ids));
  const projected = await project({ document, properties, installation: { debugPublicKey: null }, read: door.store });
  if (projected?.type !== "service") throw new Error("it is not told");
  return projected.properties;
};
test("gateways are told the keys of the installation, and none where there is none", async () => {
  const document = await door.store.read("/");
  if (document === null) throw new Error("there is no service");
  const { properties } = document;
  const installation = { debugPublicKey: "a public key", affinityKey: "a key for cookies" };
  expect((await project({ document, properties, installation, read: door.store }))?.properties).toMatchObject(
    installation,
  );
  const plain = await toldService();
  expect(["debugPublicKey" in plain, "affinityKey" in plain]).toEqual([false, false]);
});

const told = async () => (await toldService()).hostnames;

test("200 GET: the contract, with what only the server knows", async () => {
  const read = await door.ask("GET", "");
  expect(read.body).toMatchObject({
    id: serviceId,
    type: "Microsoft.ApiManagement/service",
    name: "gatehouse",
    location: "local",
    sku: { name: "Developer", capacity: 1 },
    properties: {
      provisioningState: "Succeeded",
      publisherName: "Gatehouse",
      managementApiUrl: "http://portal.test:3000",
      gatewayUrl: expect.stringMatching(/^http:\/\/portal\.test:\d+$/),
    },
  });
  expect(read.headers.get("etag")).toBe(`"${read.body.etag}"`);
});

test("200 PUT of what a GET returned changes nothing; 200 PATCH merges beside properties too", async () => {
  const read = await door.ask("GET", "");
  const again = await door.ask("PUT", "", { body: read.body });
  expect(again.body.error ?? again.status).toBe(200);
  const patched = await patch({ tags: { Test: "User" }, properties: { publisherName: "Someone" } });
  expect(patched.body.error ?? patched.body).toMatchObject({
    tags: { Test: "User" },
    location: "local",
    properties: { publisherName: "Someone", publisherEmail: "gatehouse@localhost" },
  });
  const stale = await door.ask("PATCH", "", { body: {}, headers: { "if-match": read.headers.get("etag") ?? "" } });
  expect(stale.status).toBe(412);
});

test("200 PUT: what a self-hosted service has no use for is kept as written", async () => {
  const properties = {
    ...publisher,
    notificationSenderEmail: "noreply@contoso.test",
    additionalLocations: [{ disableGateway: true, location: "East US", sku: { name: "Premium", capacity: 1 } }],
    apiVersionConstraint: { minApiVersion: "2019-01-01" },
    virtualNetworkType: "External",
    virtualNetworkConfiguration: {
      subnetResourceId:
        "/subscriptions/0/resourceGroups/rgName/providers/Microsoft.Network/virtualNetworks/apimcus/subnets/tenant",
    },
    customProperties: { "Microsoft.WindowsAzure.ApiManagement.Gateway.Protocols.Server.Http2": "True" },
    natGatewayState: "Enabled",
    developerPortalStatus: "Enabled",
    configurationApi: { legacyApi: "Disabled" },
    publicNetworkAccess: "Enabled",
  };
  const identity = { type: "UserAssigned", userAssignedIdentities: { "/subscriptions/0/x/id1": {} } };
  const made = await put(properties, { ...outside, identity, zones: ["1", "2"], tags: { tag1: "value1" } });
  expect(made.body.error ?? made.body).toMatchObject({ ...outside, identity, zones: ["1", "2"], properties });
});

test("400 for what is missing, unknown or out of place", async () => {
  expect(targets(await door.ask("PUT", "", { body: { properties: {} } })).sort()).toEqual([
    "location",
    "publisherEmail",
    "publisherName",
    "sku",
  ]);
  expect(targets(await put({ ...publisher, sku: outside.sku }))).toEqual(["sku"]);
  expect(targets(await put({ ...publisher, color: "red" }))).toEqual(["color"]);
  expect(targets(await put(publisher, { ...outside, plan: "x" }))).toEqual(["plan"]);
  expect(targets(await put({ ...publisher, publisherEmail: "x".repeat(101) }))).toEqual(["publisherEmail"]);
  expect(targets(await put(publisher, { ...outside, sku: { name: "Consumption", capacity: 1 } }))).toEqual([
    "sku.capacity",
  ]);
  const certificates = Array(11).fill({ storeName: "Root", encodedCertificate: "x" });
  expect(targets(await put({ ...publisher, certificates }))).toEqual(["certificates"]);
});

test("a host name's certificate is read, sealed, kept when left out, and told to gateways", async () => {
  const proxy = {
    type: "Proxy",
    hostName: "api.contoso.test",
    negotiateClientCertificate: true,
    defaultSslBinding: true,
  };
  const portal = { type: "Portal", hostName: "portal.contoso.test" };
  const file = { encodedCertificate: pfxFiles.rsa, certificatePassword: "opensesame" };
  const made = await put({ ...publisher, hostnameConfigurations: [{ ...proxy, ...file }, portal] });
  const certificate = {
    subject: "CN=client.contoso.test, O=Contoso, C=SE",
    thumbprint: "98323D8EE4E8B98B4813FD6D0B9B5EACC1D075C3",
    expiry: "2126-10-28T04:01:22Z",
  };
  expect(made.body.error ?? made.body.properties.hostnameConfigurations).toEqual([
    { ...proxy, certificateSource: "Custom", certificate },
    portal,
  ]);
  const hostnames = await told();
  expect(hostnames.map(({ hostName }) => hostName)).toEqual(["api.contoso.test", null]);
  expect(hostnames[0]?.privateKeyPem).toContain("PRIVATE KEY");
  expect(hostnames[0]?.negotiateClientCertificate).toBe(true);
  const log = JSON.stringify(await door.store.changes({}));
  for (const secret of ["PRIVATE KEY", "opensesame", pfxFiles.rsa.trim().slice(0, 60)])
    expect(log).not.toContain(secret);

  const again = await door.ask("PUT", "", { body: (await door.ask("GET", "")).body });
  expect(again.headers.get("etag")).toBe(made.headers.get("etag"));
  const moved = await put({ ...publisher, hostnameConfigurations: [portal, proxy] });
  expect(moved.body.properties.hostnameConfigurations[1].certificate).toEqual(certificate);
  expect((await told())[0]?.privateKeyPem).toBe(hostnames[0]?.privateKeyPem);
  await patch({ properties: { publisherName: "Other" } });
  expect(await told()).toHaveLength(2);
});

test("400 for a host name that is none, twice, or whose file cannot be opened", async () => {
  const proxy = (more: JsonObject): JsonObject => ({ type: "Proxy", hostName: "api.contoso.test", ...more });
  const hosts = (...hostnameConfigurations: JsonObject[]) => put({ ...publisher, hostnameConfigurations });
  expect(targets(await hosts(proxy({ hostName: "not a host" })))).toEqual(["hostnameConfigurations[0].hostName"]);
  expect(targets(await hosts(proxy({}), proxy({ hostName: "API.contoso.test" })))).toEqual([
    "hostnameConfigurations[1].hostName",
  ]);
  expect(targets(await hosts(proxy({ encodedCertificate: pfxFiles.rsa, certificatePassword: "wrong" })))).toEqual([
    "hostnameConfigurations[0].certificatePassword",
  ]);
  expect(targets(await hosts(proxy({ certificatePassword: "x" })))).toEqual([
    "hostnameConfigurations[0].encodedCertificate",
  ]);
  const standard = { defaultSslBinding: true };
  expect(targets(await hosts(proxy(standard), proxy({ ...standard, hostName: "b.test" })))).toEqual([
    "hostnameConfigurations[1].defaultSslBinding",
  ]);
});

test("certificates of authorities are read, kept and told to gateways", async () => {
  const pem = readPfx(pfxFiles.ec, "").certificatePem;
  const der = new X509Certificate(pem).raw.toString("base64");
  for (const encodedCertificate of [der, Buffer.from(pem).toString("base64")]) {
    const made = await put({ ...publisher, certificates: [{ storeName: "Root", encodedCertificate }] });
    expect(made.body.error ?? made.body.properties.certificates).toEqual([
      { storeName: "Root", certificate: expect.objectContaining({ subject: "CN=ec.contoso.test" }) },
    ]);
  }
  expect((await toldService()).authorities).toEqual([{ store: "Root", certificatePem: pem }]);
  const before = await door.ask("GET", "");
  const again = await door.ask("PUT", "", { body: before.body });
  expect(again.headers.get("etag")).toBe(before.headers.get("etag"));
  const wrong = [{ storeName: "Root", encodedCertificate: "eA==" }];
  expect(targets(await put({ ...publisher, certificates: wrong }))).toEqual(["certificates[0].encodedCertificate"]);
});

test("403 for a reader, 405 DELETE", async () => {
  expect((await door.ask("PATCH", "", { body: {}, role: "reader" })).status).toBe(403);
  expect((await door.ask("DELETE", "")).status).toBe(405);
});
