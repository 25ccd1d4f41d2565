import { once } from "node:events";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BackendDocument } from "@/contract/documents";
import { makeCertificate, thumbprintOf } from "@/gateway/testing/certificates";
import { noCredentials, startWire, type WireOptions } from "@/gateway/testing/start-wire";

const authority = makeCertificate({ commonName: "Test authority", authority: true });
const identity = makeCertificate({
  commonName: "backend.example",
  dnsNames: ["localhost", "backend.example"],
  addresses: ["127.0.0.1"],
  issuer: authority,
});
const foreign = makeCertificate({ commonName: "other.example", dnsNames: ["other.example"], issuer: authority });
const selfSigned = makeCertificate({ commonName: "self", dnsNames: ["localhost"] });
const client = makeCertificate({ commonName: "gateway", issuer: authority });

const servers: Server[] = [];
const urls: Record<string, string> = {};
beforeAll(async () => {
  for (const [name, one] of Object.entries({ identity, foreign, selfSigned })) {
    const server = createServer(
      {
        cert: one.certificatePem,
        key: one.privateKeyPem,
        ca: authority.certificatePem,
        requestCert: true,
        rejectUnauthorized: false,
      },
      (request, response) => {
        const socket = request.socket as TLSSocket;
        const shown = socket.getPeerCertificate();
        response.end(
          JSON.stringify({
            client: shown.subject?.CN ?? null,
            trusted: socket.authorized,
            host: request.headers.host,
            sni: socket.servername,
          }),
        );
      },
    );
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    servers.push(server);
    urls[name] = `https://localhost:${(server.address() as AddressInfo).port}`;
  }
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

type Tls = Partial<BackendDocument["tls"]>;
const checked = {
  validateCertificateChain: true,
  validateCertificateName: true,
  serverCertificateThumbprints: [],
  serverX509Names: [],
};

async function call(at: string, tls: Tls, more: Partial<BackendDocument> = {}, options: WireOptions = {}) {
  const wire = await startWire({
    target: { backendId: "/backends/b" },
    backends: { "/backends/b": { url: urls[at] ?? at, tls: { ...checked, ...tls }, ...more } },
    trustedAuthorities: [authority.certificatePem],
    ...options,
  });
  const response = await fetch(`http://127.0.0.1:${wire.port}/`);
  const body = (await response.json()) as Record<string, unknown>;
  await wire.close();
  return { status: response.status, ...body };
}

const accepted = expect.objectContaining({ status: 200 });
const rejected = expect.objectContaining({ status: 500, reason: "BackendConnectionFailure" });

describe("chain and name", () => {
  test.each<[string, string, Tls, unknown]>([
    ["a good certificate", "identity", {}, accepted],
    ["a good certificate of another name", "foreign", {}, rejected],
    ["the same, name not looked at", "foreign", { validateCertificateName: false }, accepted],
    ["a certificate of nobody", "selfSigned", {}, rejected],
    ["the same, name not looked at", "selfSigned", { validateCertificateName: false }, rejected],
    ["the same, chain not looked at", "selfSigned", { validateCertificateChain: false }, accepted],
    ["a wrong name, chain not looked at", "foreign", { validateCertificateChain: false }, rejected],
    ["anything", "foreign", { validateCertificateChain: false, validateCertificateName: false }, accepted],
  ])("%s (%s)", async (_what, at, tls, expected) => {
    expect(await call(at, tls)).toEqual(expected);
  });

  test("an address is checked as an address", async () => {
    const { port } = new URL(urls.identity as string);
    expect(await call(`https://127.0.0.1:${port}`, {})).toEqual(accepted);
  });

  test("without the authority nothing is trusted", async () => {
    expect(await call("identity", {}, {}, { trustedAuthorities: [] })).toEqual(rejected);
  });
});

describe("named certificates", () => {
  test.each(["fingerprint", "fingerprint256", "fingerprint512"] as const)(
    "a %s that fits, and one that does not",
    async (kind) => {
      const right = thumbprintOf(identity, kind);
      expect(await call("identity", { serverCertificateThumbprints: [right.toLowerCase()] })).toEqual(accepted);
      const wrong = thumbprintOf(foreign, kind);
      expect(await call("identity", { serverCertificateThumbprints: [wrong] })).toEqual(rejected);
      expect(await call("identity", { serverCertificateThumbprints: [wrong, right] })).toEqual(accepted);
    },
  );

  test("chain and name are checked besides", async () => {
    const tls = {
      serverCertificateThumbprints: [thumbprintOf(selfSigned)],
      validateCertificateChain: false,
      validateCertificateName: false,
    };
    expect(await call("selfSigned", tls)).toEqual(rejected);
  });

  test("a name, and who issued it", async () => {
    const issuer = thumbprintOf(authority);
    const named = (name: string, issuerCertificateThumbprint: string | null) =>
      call("identity", { serverX509Names: [{ name, issuerCertificateThumbprint }] });
    expect(await named("backend.example", null)).toEqual(accepted);
    expect(await named("elsewhere.example", null)).toEqual(rejected);
    expect(await named("backend.example", issuer)).toEqual(accepted);
    expect(await named("backend.example", thumbprintOf(foreign))).toEqual(rejected);
  });
});

describe("client certificates", () => {
  const certificate = {
    subject: "CN=gateway",
    thumbprint: thumbprintOf(client),
    expirationDate: "",
    certificatePem: client.certificatePem,
    privateKeyPem: client.privateKeyPem,
  };
  const certificates = { "/certificates/gateway": certificate };

  test.each<[string, Partial<typeof noCredentials>]>([
    ["id", { certificateIds: ["/certificates/gateway"] }],
    [
      "ARM id",
      {
        certificateIds: [
          "/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/x/certificates/Gateway",
        ],
      },
    ],
    ["thumbprint", { certificateThumbprints: [thumbprintOf(client).toLowerCase()] }],
  ])("is shown by %s", async (_by, credentials) => {
    const answer = await call("identity", {}, { credentials: { ...noCredentials, ...credentials } }, { certificates });
    expect(answer).toMatchObject({ status: 200, client: "gateway", trusted: true });
  });

  test("none is shown unasked", async () => {
    expect(await call("identity", {}, {}, { certificates })).toMatchObject({ status: 200, client: null });
  });

  test("one that is absent is a fault, not a call without it", async () => {
    const credentials = { ...noCredentials, certificateIds: ["/certificates/absent"] };
    expect(await call("identity", {}, { credentials })).toMatchObject({
      status: 500,
      message: expect.stringContaining("does not exist"),
    });
  });
});

test("the name asked for in TLS is the backend's, whatever Host a policy sets", async () => {
  const answer = await call(
    "identity",
    {},
    {},
    {
      handle: async (exchange, forward) => {
        exchange.request.headers.set("Host", "tenant.example");
        await forward();
      },
    },
  );
  expect(answer).toMatchObject({ status: 200, host: "tenant.example", sni: "localhost" });
});

test("connections of different settings are never shared", async () => {
  const backends = {
    "/backends/strict": { url: urls.selfSigned as string },
    "/backends/lax": { url: urls.selfSigned as string, tls: { ...checked, validateCertificateChain: false } },
  };
  const wire = await startWire({
    backends,
    handle: async (exchange, forward) => {
      exchange.target.backendId = `/backends/${exchange.request.path.slice(1)}`;
      await forward();
    },
  });
  const status = async (name: string) => (await fetch(`http://127.0.0.1:${wire.port}/${name}`)).status;
  expect(await status("lax")).toBe(200);
  expect(await status("strict")).toBe(500);
  expect(await status("lax")).toBe(200);
  await wire.close();
});
