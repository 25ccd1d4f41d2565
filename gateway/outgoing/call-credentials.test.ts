import { once } from "node:events";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { makeCertificate } from "@/gateway/testing/certificates";
import { api, backend, defaultGlobalPolicy, operation, policy } from "@/gateway/testing/documents";
import { type Echoed, linesNamed, startEchoingUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { noCredentials } from "@/gateway/testing/start-wire";
import { readPfx } from "@/lib/pfx/read-pfx";
import { pfxFiles } from "@/lib/pfx/testing/pfx-files";

const authority = makeCertificate({ commonName: "Test authority", authority: true });
const identity = makeCertificate({ commonName: "s", addresses: ["127.0.0.1"], issuer: authority });
const client = readPfx(pfxFiles.rsa, "opensesame");
/** Tells whom it was shown. */
const secure = createServer(
  { cert: identity.certificatePem, key: identity.privateKeyPem, requestCert: true, rejectUnauthorized: false },
  (request, response) => {
    const { fingerprint } = (request.socket as TLSSocket).getPeerCertificate();
    response.end((fingerprint ?? "nobody").replaceAll(":", ""));
  },
);
let secureUrl = "";
let echoing: Upstream;
let fixture: GatewayFixture;

beforeAll(async () => {
  secure.listen(0, "127.0.0.1");
  await once(secure, "listening");
  secureUrl = `https://127.0.0.1:${(secure.address() as AddressInfo).port}`;
  echoing = await startEchoingUpstream();
  fixture = await startGateway([defaultGlobalPolicy], {
    trustedAuthorities: [authority.certificatePem],
    egress: { allow: ["127.0.0.1"] },
  });
  fixture.change({ put: documents("") });
});
afterAll(async () => {
  await fixture.close();
  secure.closeAllConnections();
  secure.close();
  await echoing.close();
});
const certificate: GatewayDocument = {
  id: "/certificates/mine",
  name: "mine",
  type: "certificates",
  properties: {
    subject: client.subject,
    thumbprint: client.thumbprint,
    expirationDate: client.expiresAt.toISOString(),
    certificatePem: client.certificatePem,
    privateKeyPem: client.privateKeyPem,
  },
};
const documents = (inbound: string, more: GatewayDocument[] = []): GatewayDocument[] => [
  api("x", { path: "", serviceUrl: secureUrl }),
  operation("x", "GET", "/*"),
  certificate,
  policy(
    "/apis/x",
    `<policies><inbound>${inbound}<base /></inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /><set-header name="X-Error" exists-action="override"><value>@(context.LastError.Message)</value></set-header></on-error></policies>`,
  ),
  ...more,
];

const shown = '<return-response response-variable-name="answer" />';
const called = (inner: string) =>
  `<send-request mode="new" response-variable-name="answer"><set-url>${secureUrl}/</set-url>${inner}</send-request>${shown}`;
const file = pfxFiles.rsa.replace(/\s+/g, "");

test.each([
  ["of a forward, by its thumbprint", (print: string) => `<authentication-certificate thumbprint="${print}" />`],
  ["of a forward, by its id", () => '<authentication-certificate certificate-id="mine" />'],
  [
    "of a forward, as a file",
    () =>
      `<authentication-certificate body="@(Convert.FromBase64String(&quot;${file}&quot;))" password="opensesame" />`,
  ],
  ["of a forward, as text", () => `<authentication-certificate body="${file}" password="opensesame" />`],
  [
    "of a forward, an uploaded one",
    () => '<authentication-certificate body="@(context.Deployment.Certificates[&quot;mine&quot;])" />',
  ],
  [
    "of a forward, the bytes of an uploaded one",
    () => '<authentication-certificate body="@(context.Deployment.Certificates[&quot;mine&quot;].RawData)" />',
  ],
  ["of a call", (print: string) => called(`<authentication-certificate thumbprint="${print}" />`)],
] as const)("a client certificate %s", async (_, xml) => {
  fixture.change({ put: documents(xml(client.thumbprint)) });
  const answer = await fetch(`${fixture.url}/`);
  expect([await answer.text(), answer.headers.get("X-Error")]).toEqual([client.thumbprint, null]);
  fixture.change({ put: documents("") });
  expect(await (await fetch(`${fixture.url}/`)).text()).toBe("nobody");
});

test("a certificate without its key, or a wrong password, is a fault", async () => {
  fixture.change({ put: documents(`<authentication-certificate body="${file}" password="wrong" />`) });
  const answer = await fetch(`${fixture.url}/`);
  expect([answer.status, answer.headers.get("X-Error")]).toEqual([500, "The password does not open the file."]);
  const keyless = { ...certificate, properties: { ...certificate.properties, privateKeyPem: null } } as GatewayDocument;
  fixture.change({ put: documents('<authentication-certificate certificate-id="mine" />', [keyless]) });
  expect((await fetch(`${fixture.url}/`)).headers.get("X-Error")).toBe("The certificate 'mine' has no private key.");
  fixture.change({ put: documents("") });
});

test("a call to where a backend entity lies bears the entity's credentials", async () => {
  const credentials = { ...noCredentials, header: { "X-Key": ["of the entity"] }, query: { k: ["v"] } };
  const entity = backend("echoing", { url: `${echoing.url}/api`, credentials });
  const xml = `<send-request mode="new" response-variable-name="answer"><set-url>${echoing.url}/api/users?x=1</set-url><set-header name="X-Key" exists-action="override"><value>mine</value></set-header></send-request>${shown}`;
  fixture.change({ put: documents(xml, [entity]) });
  const echoed = (await (await fetch(`${fixture.url}/`)).json()) as Echoed;
  expect(echoed.url).toBe("/api/users?x=1&k=v");
  expect(linesNamed(echoed, "x-key")).toEqual(["of the entity"]);
  fixture.change({ put: documents(""), remove: [entity.id] });
});
