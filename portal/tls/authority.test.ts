import fs from "node:fs";
import https from "node:https";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { ownAuthority } from "./authority";

test("a client that trusts the authority file reaches the server by name and by address; the files are kept", async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-tls-"));
  const { server: identity, authorityFile } = ownAuthority(dataDir);
  const server = https.createServer(
    { cert: identity.certificatePem, key: identity.privateKeyPem },
    (_request, response) => response.end("ok"),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const call = (host: string, ca?: Buffer) =>
    new Promise<number | string>((resolve) =>
      https
        .get(
          {
            host,
            port,
            ca,
            agent: false,
            lookup: (_name, _options, done) => done(null, [{ address: "127.0.0.1", family: 4 }]),
          },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode ?? 0);
          },
        )
        .on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message)),
    );
  const ca = fs.readFileSync(authorityFile);
  expect(await call("localhost", ca)).toBe(200);
  expect(await call("127.0.0.1", ca)).toBe(200);
  expect(await call("elsewhere.example", ca)).toBe("ERR_TLS_CERT_ALTNAME_INVALID");
  expect(await call("localhost")).toBe("SELF_SIGNED_CERT_IN_CHAIN");
  expect(ownAuthority(dataDir).server).toEqual(identity);
  expect(fs.statSync(path.join(dataDir, "tls/authority.key")).mode & 0o077).toBe(0);
  server.close();
  fs.rmSync(dataDir, { recursive: true });
});
