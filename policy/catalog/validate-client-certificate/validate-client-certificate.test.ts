import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { GatewayDocument, ServiceDocument } from "@/contract/documents";
import { makeCertificate, thumbprintOf } from "@/gateway/testing/certificates";
import { api, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { selfMadeIdentity } from "@/gateway/wire/self-made-identity";
import { type Identity, TlsIdentities } from "@/gateway/wire/tls-identities";
import { sameName } from "@/policy/kits/certificates/same-name";

const root = makeCertificate({ commonName: "Root CA", authority: true });
const between = makeCertificate({ commonName: "Issuing CA", authority: true, issuer: root });
const client = makeCertificate({ commonName: "a client", dnsNames: ["client.example", "c2.example"], issuer: between });
const stranger = makeCertificate({ commonName: "a client", dnsNames: ["client.example"] });
const late = makeCertificate({ commonName: "late", issuer: root, validFromDays: -9, validToDays: -1 });
const early = makeCertificate({ commonName: "early", issuer: root, validFromDays: 1, validToDays: 9 });
/** Signed by one that may not sign. */
const forged = makeCertificate({ commonName: "forged", issuer: client });

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "client-certificates-"));
let gateway: GatewayFixture;
let backend: Upstream;
let port: number;
/** The revocation list that is served; null: none. */
let list: Buffer | null = null;
let listsAsked = 0;

const authorities: NonNullable<ServiceDocument["authorities"]> = [
  { store: "Root", certificatePem: root.certificatePem },
  { store: "CertificateAuthority", certificatePem: between.certificatePem },
];
const service = (given = authorities): GatewayDocument => ({
  id: "/",
  name: "service",
  type: "service",
  properties: { hostnames: [], authorities: given },
});
const reason = '<set-header name="X-Reason"><value>@(context.LastError.Reason)</value></set-header>';
const rules = (attributes: string, identities = "") =>
  policy(
    "/apis/a",
    `<policies><inbound><base /><validate-client-certificate ${attributes}>${identities}</validate-client-certificate></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base />${reason}</on-error></policies>`,
  );

beforeAll(async () => {
  backend = await startUpstream((call, response) => {
    if (!call.url?.startsWith("/list")) return response.end("ok");
    listsAsked++;
    if (list === null) return response.writeHead(404).end();
    response.end(list);
  });
  gateway = await startGateway(
    [
      defaultGlobalPolicy,
      service(),
      api("a", { serviceUrl: backend.url }),
      operation("a", "GET", "/x"),
      {
        id: "/certificates/issuing",
        name: "issuing",
        type: "certificates",
        properties: { subject: "", thumbprint: "", expirationDate: "", ...between },
      },
    ],
    { egress: { allow: ["127.0.0.1"] } },
  );
  const identities = new TlsIdentities(selfMadeIdentity(folder));
  identities.use([{ hostName: null, ...makeCertificate({ commonName: "gateway" }), negotiateClientCertificate: true }]);
  port = await gateway.server.listen(0, "127.0.0.1", identities);
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
  fs.rmSync(folder, { recursive: true });
});

/** "passed", or why not. */
async function show(shown: Identity | null): Promise<string> {
  const certificate = shown === null ? {} : { cert: shown.certificatePem, key: shown.privateKeyPem };
  const call = request({ port, path: "/a/x", rejectUnauthorized: false, agent: false, ...certificate });
  call.end();
  const [response] = (await once(call, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response) body += chunk;
  if (response.statusCode === 200) return "passed";
  expect(JSON.parse(body)).toEqual({ statusCode: 401, message: "Invalid client certificate" });
  return String(response.headers["x-reason"]);
}

test("by default a certificate must be in its time, and a root that is trusted must stand behind it", async () => {
  gateway.change({ put: [rules("")] });
  expect(await show(client)).toBe("passed");
  expect(await show(client)).toBe("passed");
  expect(await show(null)).toBe("ClientCertificateNotPresent");
  expect(await show(stranger)).toBe("ClientCertificateNotTrusted");
  expect(await show(forged)).toBe("ClientCertificateNotTrusted");
  expect(await show(late)).toBe("ClientCertificateExpired");
  expect(await show(early)).toBe("ClientCertificateNotYetValid");
});

test("each rule can be left out", async () => {
  gateway.change({ put: [rules('validate-not-before="false" validate-not-after="false"')] });
  expect(await show(late)).toBe("passed");
  expect(await show(early)).toBe("passed");
  gateway.change({ put: [rules('validate-trust="false"')] });
  expect(await show(stranger)).toBe("passed");
  gateway.change({ put: [rules('ignore-error="true"')] });
  expect(await show(stranger)).toBe("passed");
  expect(await show(null)).toBe("passed");
});

test("whom the service trusts may change, and an authority between is not trusted by itself", async () => {
  gateway.change({ put: [rules("")] });
  const [rootEntry, betweenEntry] = authorities as [(typeof authorities)[0], (typeof authorities)[0]];
  for (const [given, expected] of [
    [[rootEntry], "ClientCertificateNotTrusted"],
    [[betweenEntry], "ClientCertificateNotTrusted"],
    [[{ ...rootEntry, store: "CertificateAuthority" as const }, betweenEntry], "ClientCertificateNotTrusted"],
    [[{ ...betweenEntry, store: "Root" as const }], "passed"],
    [[{ store: "Root" as const, certificatePem: client.certificatePem }], "passed"],
    [authorities, "passed"],
  ] as const) {
    gateway.change({ put: [service([...given])] });
    expect(await show(client)).toBe(expected);
  }
});

test("what stands between may come with the client's own certificate", async () => {
  gateway.change({ put: [rules(""), service(authorities.slice(0, 1))] });
  const along = { ...client, certificatePem: client.certificatePem + between.certificatePem };
  expect(await show(along)).toBe("passed");
  expect(await show({ ...along, certificatePem: along.certificatePem + root.certificatePem })).toBe("passed");
  const itsOwnRoot = { ...stranger, certificatePem: stranger.certificatePem + root.certificatePem };
  expect(await show(itsOwnRoot)).toBe("ClientCertificateNotTrusted");
  const byForger = { ...forged, certificatePem: forged.certificatePem + along.certificatePem };
  expect(await show(byForger)).toBe("ClientCertificateNotTrusted");
  gateway.change({ put: [service([])] });
  expect(await show({ ...along, certificatePem: along.certificatePem + root.certificatePem })).toBe(
    "ClientCertificateNotTrusted",
  );
  gateway.change({ put: [rules('validate-trust="false"'), service()] });
  expect(await show(along)).toBe("passed");
});

test("one identity has to fit with all that is said of it", async () => {
  const thumbprint = thumbprintOf(client);
  const { serialNumber } = new X509Certificate(client.certificatePem);
  const fitting = [
    `thumbprint="${thumbprint}"`,
    `thumbprint="${(thumbprint.toLowerCase().match(/../g) ?? []).join(":")}"`,
    `thumbprint="${thumbprintOf(client, "fingerprint256")}"`,
    `serial-number="${serialNumber.toLowerCase()}"`,
    `serial-number="00${serialNumber}"`,
    'common-name="a client"',
    'subject="CN=a client"',
    'dns-name="C2.example"',
    'issuer-subject="CN=Issuing CA"',
    `issuer-thumbprint="${thumbprintOf(between)}"`,
    'issuer-certificate-id="issuing"',
    `thumbprint="${thumbprint}" subject="cn = a client" dns-name="client.example" issuer-subject="CN=&quot;Issuing CA&quot;"`,
    `common-name="@(&quot;a &quot; + &quot;client&quot;)"`,
  ];
  const others = [
    `thumbprint="${thumbprint.slice(2)}"`,
    `thumbprint="${thumbprintOf(between)}"`,
    `serial-number="${serialNumber.slice(2)}"`,
    'common-name="A client"',
    'common-name=""',
    'subject="CN=a client, O=x"',
    'dns-name="*.example"',
    'dns-name="a client"',
    'issuer-subject="CN=Root CA"',
    `issuer-thumbprint="${thumbprintOf(root)}"`,
    'issuer-certificate-id="absent"',
    `thumbprint="${thumbprint}" dns-name="other.example"`,
  ];
  const identity = (said: string) => `<identities><identity common-name="nobody" /><identity ${said} /></identities>`;
  for (const said of fitting) {
    gateway.change({ put: [rules("", identity(said))] });
    expect([said, await show(client)]).toEqual([said, "passed"]);
  }
  for (const said of others) {
    gateway.change({ put: [rules("", identity(said))] });
    expect([said, await show(client)]).toEqual([said, "ClientCertificateIdentityNotMatched"]);
  }
});

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
function revocationList(issuer: Identity, revoked: Identity[], nextUpdateMs = 3_600_000): Buffer {
  const algorithm = der(0x30, Buffer.from("06092a864886f70d01010b0500", "hex"));
  const time = (ms: number) =>
    der(0x17, Buffer.from(`${new Date(Date.now() + ms).toISOString().replace(/\D/g, "").slice(2, 14)}Z`));
  const entries = revoked.map(({ certificatePem }) =>
    der(0x30, der(0x02, Buffer.from(new X509Certificate(certificatePem).serialNumber, "hex")), time(-1000)),
  );
  const list = der(
    0x30,
    der(0x02, Buffer.from([1])),
    algorithm,
    der(0x30),
    time(-1000),
    time(nextUpdateMs),
    ...(entries.length === 0 ? [] : [der(0x30, ...entries)]),
  );
  const signature = sign("sha256", list, createPrivateKey(issuer.privateKeyPem));
  return der(0x30, list, algorithm, der(0x03, Buffer.from([0]), signature));
}

test("a certificate that names a revocation list must be on none that its issuer signed", async () => {
  gateway.change({ put: [rules("")] });
  const named = (number: number) =>
    makeCertificate({ commonName: `n${number}`, issuer: between, revocationListUrl: `${backend.url}/list/${number}` });
  const [good, revoked, forgedList, old, absent, nonsense] = [0, 1, 2, 3, 4, 5].map(named) as Identity[];
  list = revocationList(between, []);
  expect(await show(good as Identity)).toBe("passed");
  expect(await show(good as Identity)).toBe("passed");
  expect(listsAsked).toBe(1);
  list = revocationList(between, [client, revoked as Identity]);
  expect(await show(revoked as Identity)).toBe("ClientCertificateRevoked");
  list = revocationList(root, []);
  expect(await show(forgedList as Identity)).toBe("ClientCertificateRevocationUnknown");
  list = revocationList(between, [], -500);
  expect(await show(old as Identity)).toBe("ClientCertificateRevocationUnknown");
  list = null;
  expect(await show(absent as Identity)).toBe("ClientCertificateRevocationUnknown");
  list = Buffer.from("<html>");
  expect(await show(nonsense as Identity)).toBe("ClientCertificateRevocationUnknown");
  gateway.change({ put: [rules('validate-revocation="false"')] });
  expect(await show(revoked as Identity)).toBe("passed");
  expect(gateway.unexpected).toEqual([]);
});

test("names are compared piece by piece", () => {
  expect(sameName('CN="a, b", O=c', 'cn="a, b",O = c')).toBe(true);
  expect(sameName("CN=a, ST=x, emailAddress=e", "CN=a,S=x,E=e")).toBe(true);
  expect(sameName('CN="say ""hi"""', 'CN="say ""hi"""')).toBe(true);
  for (const other of ["CN=a", "O=c, CN=a", "CN=A, O=c", "", "a", "CN", "CN=a, O=c, C=d", 'CN="a, O=c']) {
    expect(sameName("CN=a, O=c", other)).toBe(false);
  }
  expect(sameName("", "")).toBe(false);
});
