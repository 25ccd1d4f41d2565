import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { makeStore, type TestStore } from "@/management/store/testing/store";
import { authenticate } from "./authenticate";
import { ensureFirstOperator } from "./first-operator";
import { verifyPassword } from "./password";
import { makeLimits, setLimits } from "./sign-in-limits";
import { Browser } from "./testing/browser";
import { startIdentityServer } from "./testing/identity-server";

let management: TestStore;
let server: Awaited<ReturnType<typeof startIdentityServer>>;
let code: string | null;
const person = { email: "Ada@Example.com", name: "Ada", password: "quiet harbour lantern" };

beforeEach(async () => {
  setLimits(makeLimits());
  management = await makeStore({ seeded: false });
  server = await startIdentityServer(management);
  code = await ensureFirstOperator(management, parseEnv({}));
});
afterEach(async () => {
  server.close();
  await management.close();
});

test("from this machine the first visitor becomes the administrator, once", async () => {
  const browser = new Browser(server.origin);
  expect((await browser.post("/api/auth/set-up", person)).status).toBe(201);
  const headers = new Headers({ cookie: browser.cookieHeader() });
  expect(await authenticate({ method: "GET", headers }, management, server.settings)).toMatchObject({ role: "owner" });
  const again = await new Browser(server.origin).post("/api/auth/set-up", { ...person, email: "eve@example.com" });
  expect([again.status, await again.json()]).toMatchObject([409, { error: { code: "AlreadySetUp" } }]);
  expect(await management.store.identity.operators()).toMatchObject([{ email: "ada@example.com", role: "owner" }]);
  expect(await management.store.identity.auditTrail({})).toMatchObject([
    { action: "set-up", subject: "ada@example.com" },
  ]);
});

test("from elsewhere it takes the code of the console", async () => {
  const far = new Browser(server.origin, "203.0.113.5");
  for (const wrong of ["", "0000-0000-0000", code!.slice(1)]) {
    expect((await far.post("/api/auth/set-up", { ...person, code: wrong })).status).toBe(403);
  }
  expect(await management.store.identity.operators()).toEqual([]);
  expect(
    (await far.post("/api/auth/set-up", { ...person, code: code!.toLowerCase().replaceAll("-", " ") })).status,
  ).toBe(201);
});

test("a name of the attacker's that leads to this machine is not this machine", async () => {
  const { request } = await import("node:http");
  const port = new URL(server.origin).port;
  const headers = {
    host: `evil.example:${port}`,
    origin: `http://evil.example:${port}`,
    "content-type": "application/json",
  };
  const status = await new Promise((resolve) => {
    const sent = request({ port, host: "127.0.0.1", path: "/api/auth/set-up", method: "POST", headers }, (answer) =>
      resolve(answer.statusCode),
    );
    sent.end(JSON.stringify(person));
  });
  expect(status).toBe(403);
});

test("codes cannot be guessed at speed, and a seal of one's own is worth nothing", async () => {
  const far = new Browser(server.origin, "203.0.113.6");
  const statuses = [];
  for (let i = 0; i < 12; i++) {
    const forged = { "x-gatehouse-peer": `${"x".repeat(24)} local 127.0.0.1` };
    statuses.push((await far.post("/api/auth/set-up", { ...person, code: `${i}` }, forged)).status);
  }
  expect(statuses).toEqual([...Array(10).fill(403), 429, 429]);
});

test("of two who set up at once, one wins", async () => {
  const answers = await Promise.all(
    ["a", "b", "c"].map((name) =>
      new Browser(server.origin).post("/api/auth/set-up", { ...person, email: `${name}@example.com` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(await management.store.identity.operators()).toHaveLength(1);
});

test("what is wrong is named by field, and nobody is created", async () => {
  const browser = new Browser(server.origin);
  const answer = await browser.post("/api/auth/set-up", { email: "ada", name: "A", password: "Password1234" });
  expect(answer.status).toBe(400);
  const { error } = (await answer.json()) as { error: { details: { target: string }[] } };
  expect(error.details.map(({ target }) => target)).toEqual(["email", "password"]);
  const sent = { origin: server.origin, "content-type": "application/json" };
  for (const [body, status] of [
    ["{", 400],
    ["null", 400],
    [JSON.stringify({ email: "x".repeat(20_000) }), 413],
  ] as const) {
    expect((await fetch(`${server.origin}/api/auth/set-up`, { method: "POST", headers: sent, body })).status).toBe(
      status,
    );
  }
  const foreign = await browser.post("/api/auth/set-up", person, { origin: "https://evil.example" });
  expect(foreign.status).toBe(403);
  expect(await management.store.identity.operators()).toEqual([]);
});

test("the settings create the administrator unattended, once", async () => {
  const settings = parseEnv({ GATEHOUSE_ADMIN_EMAIL: "root@example.com", GATEHOUSE_ADMIN_PASSWORD: "s3t-by-operator" });
  expect(await ensureFirstOperator(management, settings)).toBeNull();
  expect(await ensureFirstOperator(management, { ...settings, GATEHOUSE_ADMIN_EMAIL: "other@example.com" })).toBeNull();
  const [row, ...more] = await management.store.identity.operators();
  expect(more).toEqual([]);
  expect(row).toMatchObject({ email: "root@example.com", role: "owner" });
  expect(await verifyPassword("s3t-by-operator", row!.passwordHash)).toBe(true);
});
