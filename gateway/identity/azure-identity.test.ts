import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { childEnvironment } from "@/lib/env";
import { Fault } from "@/policy/fault";
import { AzureIdentity } from "./azure-identity";

const issued = (token: string, expiresInMs: number) => ({ token, expiresOnTimestamp: Date.now() + expiresInMs });

test("a token is kept until shortly before it ends, and asked for once by all who wait", async () => {
  let now = Date.now();
  const asked: string[] = [];
  const identity = new AzureIdentity({
    now: () => now,
    credential: (clientId) => ({
      getToken: async (scope) => {
        asked.push(`${clientId} ${scope}`);
        return { token: `t${asked.length}`, expiresOnTimestamp: now + 3_600_000 };
      },
    }),
  });
  const resource = "https://storage.azure.com/";
  expect(await Promise.all([identity.token(resource, null), identity.token(resource, null)])).toEqual(["t1", "t1"]);
  now += 3_600_000 - 5 * 60_000 - 1;
  expect(await identity.token(resource, null)).toBe("t1");
  now += 1;
  expect(await identity.token(resource, null)).toBe("t2");
  expect(await identity.token(resource, "client")).toBe("t3");
  expect(await identity.token("api://orders", null)).toBe("t4");
  expect(await identity.token("https://x.example/.default", null)).toBe("t5");
  expect(asked).toEqual([
    "null https://storage.azure.com//.default",
    "null https://storage.azure.com//.default",
    "client https://storage.azure.com//.default",
    "null api://orders/.default",
    "null https://x.example/.default",
  ]);
});

test("one that cannot be renewed serves as long as it is good; then there is a fault, kept for a moment", async () => {
  let now = Date.now();
  let asked = 0;
  let away = false;
  const identity = new AzureIdentity({
    now: () => now,
    credential: () => ({
      getToken: async () => {
        asked++;
        if (away) throw new Error("Nobody there.\nwith a long story");
        return issued("good", 600_000);
      },
    }),
  });
  expect(await identity.token("r", null)).toBe("good");
  away = true;
  now += 400_000;
  expect(await identity.token("r", null)).toBe("good");
  now += 300_000;
  const failure = await identity.token("r", null).catch((error) => error);
  expect(failure).toBeInstanceOf(Fault);
  expect(failure).toMatchObject({ reason: "ManagedIdentityUnavailable", status: 500 });
  expect(failure.message).toMatch(/^No token for 'r' .*: Nobody there\.$/);
  expect(asked).toBe(3);
  await expect(identity.token("r", null)).rejects.toBe(failure);
  expect(asked).toBe(3);
  away = false;
  now += 10_000;
  expect(await identity.token("r", null)).toBe("good");
});

/** What Azure's own library asks an App Service's identity endpoint, an IMDS and Entra for. */
interface Asked {
  url: URL;
  method: string;
  headers: IncomingMessage["headers"];
}
const seen: Asked[] = [];
let refuse = false;
const endpoint = createServer((request, response) => {
  const url = new URL(request.url ?? "", "http://x");
  seen.push({ url, method: request.method ?? "", headers: request.headers });
  response.setHeader("Content-Type", "application/json");
  if (refuse) return void response.writeHead(400).end('{"statusCode":400,"message":"No identity has been assigned"}');
  const resource = url.searchParams.get("resource") ?? "";
  const expires = Math.floor(Date.now() / 1000) + 3600;
  const clientId = url.searchParams.get("client_id") ?? "system";
  const token = { access_token: `${clientId}|${resource}`, expires_on: expires, resource, token_type: "Bearer" };
  response.end(JSON.stringify(token));
});
let base = "";
beforeAll(async () => {
  endpoint.listen(0, "127.0.0.1");
  await once(endpoint, "listening");
  base = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
});
afterAll(() => {
  endpoint.closeAllConnections();
  endpoint.close();
});
beforeEach(() => {
  seen.splice(0);
  refuse = false;
});

/** In a process of its own, for the library reads the environment itself. */
async function inChild(settings: Record<string, string>, asks: [string, string | null][]): Promise<string[]> {
  const child: ChildProcess = fork(
    path.join(import.meta.dirname, "testing/ask-for-tokens.ts"),
    [JSON.stringify(asks)],
    {
      env: childEnvironment(settings),
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  const [answers] = await once(child, "message");
  child.kill();
  return answers as string[];
}

test("an App Service's endpoint is asked as Azure's library does, once for each identity and resource", async () => {
  const answers = await inChild({ IDENTITY_ENDPOINT: `${base}/msi/token`, IDENTITY_HEADER: "proof" }, [
    ["https://vault.azure.net", null],
    ["https://vault.azure.net", null],
    ["https://vault.azure.net", "11111111-2222-3333-4444-555555555555"],
  ]);
  expect(answers).toEqual([
    "system|https://vault.azure.net",
    "system|https://vault.azure.net",
    "11111111-2222-3333-4444-555555555555|https://vault.azure.net",
  ]);
  expect(
    seen.map(({ url, headers }) => [url.pathname, url.searchParams.get("resource"), headers["x-identity-header"]]),
  ).toEqual([
    ["/msi/token", "https://vault.azure.net", "proof"],
    ["/msi/token", "https://vault.azure.net", "proof"],
  ]);
}, 60_000);

test("a machine's own endpoint is asked with its Metadata header", async () => {
  const answers = await inChild({ AZURE_POD_IDENTITY_AUTHORITY_HOST: base }, [["https://storage.azure.com/", null]]);
  expect(answers[0]).toMatch(/^system\|https:\/\/storage\.azure\.com/);
  expect(seen.at(-1)?.url.pathname).toMatch(/^\/metadata\/identity\/oauth2\/token\/?$/);
  expect(String(seen.at(-1)?.headers.metadata).toLowerCase()).toBe("true");
}, 60_000);

test("an endpoint without an identity is a fault that says what is needed", async () => {
  refuse = true;
  const [answer] = await inChild({ IDENTITY_ENDPOINT: `${base}/msi/token`, IDENTITY_HEADER: "proof" }, [["r", null]]);
  expect(answer).toMatch(/^Fault ManagedIdentityUnavailable: No token for 'r' could be had .*AZURE_CLIENT_SECRET/);
  expect(answer).not.toContain("proof");
}, 60_000);
