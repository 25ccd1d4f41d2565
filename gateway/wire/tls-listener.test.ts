import { once } from "node:events";
import fs from "node:fs";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import os from "node:os";
import path from "node:path";
import type { TLSSocket } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeCertificate } from "@/gateway/testing/certificates";
import { startEchoingUpstream } from "@/gateway/testing/scripted-upstream";
import { startWire, type WireFixture } from "@/gateway/testing/start-wire";
import { selfMadeIdentity } from "./self-made-identity";
import { TlsIdentities } from "./tls-identities";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gateway-tls-"));
const identities = new TlsIdentities(selfMadeIdentity(folder));
const authority = makeCertificate({ commonName: "authority", authority: true });
const client = makeCertificate({ commonName: "a client", issuer: authority });
const named = (name: string) => makeCertificate({ commonName: `cert of ${name}`, dnsNames: [name], issuer: authority });

let upstream: Awaited<ReturnType<typeof startEchoingUpstream>>;
let wire: WireFixture;
let port: number;
/** What clients have shown. */
const certificates: (string | null)[] = [];
beforeAll(async () => {
  upstream = await startEchoingUpstream();
  wire = await startWire({
    target: { baseUrl: upstream.url },
    handle: async (exchange, forward) => {
      certificates.push(exchange.request.clientCertificate());
      await forward();
    },
  });
  port = await wire.server.listen(0, "127.0.0.1", identities);
});
afterAll(async () => {
  await wire.close();
  await upstream.close();
  fs.rmSync(folder, { recursive: true });
});

async function ask(servername: string, more: object = {}) {
  const call = request({
    port,
    servername,
    rejectUnauthorized: false,
    agent: false,
    headers: { Host: servername || "a" },
    ...more,
  });
  call.end();
  const [response] = (await once(call, "response")) as [IncomingMessage];
  const shown = (response.socket as TLSSocket).getPeerCertificate().subject.CN;
  let body = "";
  for await (const chunk of response) body += chunk;
  return { shown, status: response.statusCode, body };
}

test("shows its own certificate where none is configured, and keeps it", async () => {
  const { shown, status, body } = await ask("unknown.example");
  expect([shown, status]).toEqual([os.hostname(), 200]);
  expect(body).toContain('"X-Forwarded-Proto","https"');
  expect(wire.exchanges.at(-1)?.request).toMatchObject({ scheme: "https", hostName: "unknown.example", port: 443 });
  const kept = fs.readFileSync(path.join(folder, "tls", "gateway.pem"), "utf8");
  expect(selfMadeIdentity(folder).certificatePem).toBe(kept);
  expect(fs.statSync(path.join(folder, "tls", "gateway.key")).mode & 0o077).toBe(0);
});

test("follows the host names of the configuration without a new listener", async () => {
  const hostname = (hostName: string | null, name: string) => ({
    hostName,
    ...named(name),
    negotiateClientCertificate: false,
  });
  expect(
    identities.use([
      hostname("API.example", "api.example"),
      hostname("*.wild.example", "*.wild.example"),
      hostname(null, "default"),
    ]),
  ).toEqual([]);
  expect((await ask("api.example")).shown).toBe("cert of api.example");
  expect((await ask("x.wild.example")).shown).toBe("cert of *.wild.example");
  expect((await ask("other.example")).shown).toBe("cert of default");
  expect((await ask("")).shown).toBe("cert of default");
  const problems = identities.use([
    {
      hostName: "bad.example",
      certificatePem: "nonsense",
      privateKeyPem: "nonsense",
      negotiateClientCertificate: false,
    },
    hostname("api.example", "renewed"),
  ]);
  expect(problems).toEqual([expect.stringContaining("bad.example")]);
  expect((await ask("api.example")).shown).toBe("cert of renewed");
  expect((await ask("bad.example")).shown).toBe(os.hostname());
});

test("asks for a client's certificate when a host name wants that", async () => {
  const shown = { cert: client.certificatePem, key: client.privateKeyPem };
  const seen = () => certificates.at(-1);
  await ask("api.example", shown);
  expect(seen()).toBeNull();
  identities.use([{ hostName: "api.example", ...named("api.example"), negotiateClientCertificate: true }]);
  await ask("api.example", shown);
  expect(seen()).toContain("BEGIN CERTIFICATE");
  expect((await ask("api.example")).status).toBe(200);
  expect(seen()).toBeNull();
});
