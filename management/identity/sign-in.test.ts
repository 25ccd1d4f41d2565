import { afterEach, beforeEach, expect, test } from "vitest";
import { makeStore, type TestStore } from "@/management/store/testing/store";
import { answerAuth } from "./answer-auth";
import { authenticate } from "./authenticate";
import { newOperator } from "./first-operator";
import { hashPassword } from "./password";
import { absoluteLifetimeS, sessionCookie } from "./session";
import { makeLimits, setLimits } from "./sign-in-limits";
import { Browser } from "./testing/browser";
import { startIdentityServer } from "./testing/identity-server";

const password = "quiet harbour lantern";
let management: TestStore;
let server: Awaited<ReturnType<typeof startIdentityServer>>;
let now = 0;

beforeEach(async () => {
  management = await makeStore({ seeded: false });
  server = await startIdentityServer(management);
  now = 1_000_000;
  setLimits(makeLimits(() => now));
  const passwordHash = await hashPassword(password);
  await management.store.identity.saveOperator(
    newOperator({ email: "ada@example.com", name: "Ada", role: "owner", passwordHash }),
  );
});
afterEach(async () => {
  server.close();
  await management.close();
});

const actions = async () => (await management.store.identity.auditTrail({})).map((row) => row.action).reverse();

const caller = (browser: Browser, method = "GET", headers: Record<string, string> = {}) =>
  authenticate(
    new Request(`${server.origin}/x`, { method, headers: { cookie: browser.cookieHeader(), ...headers } }),
    management,
    server.settings,
  );

test("a person signs in, is known by the cookie, and signs out everywhere at once", async () => {
  const browser = new Browser(server.origin);
  const answer = await browser.signIn("Ada@Example.com", password);
  expect(answer.status).toBe(200);
  expect(await caller(browser)).toMatchObject({ role: "owner", actor: { kind: "user", name: "Ada" } });

  const copy = new Browser(server.origin);
  for (const [name, value] of browser.cookies()) copy.cookies().set(name, value);
  const { csrfToken } = (await (await browser.get("/api/auth/csrf")).json()) as { csrfToken: string };
  await browser.post("/api/auth/signout", { csrfToken, json: "true" });
  expect(browser.cookieHeader()).not.toContain("session");
  expect(await caller(copy)).toBeNull();
  expect(await actions()).toEqual(["sign-in", "sign-out"]);
});

test("unknown, wrong, disabled and invited people get the same answer, at the same cost", async () => {
  const passwordHash = await hashPassword(password);
  await management.store.identity.saveOperator(
    newOperator({ email: "off@example.com", name: "Off", role: "owner", passwordHash, disabled: true }),
  );
  await management.store.identity.saveOperator(
    newOperator({ email: "invited@example.com", name: "Invited", role: "owner", passwordHash: null }),
  );
  const attempts = [
    ["nobody@example.com", password],
    ["ada@example.com", "not the right words"],
    ["off@example.com", password],
    ["invited@example.com", password],
  ] as const;
  const answers = [];
  for (const [email, given] of attempts) {
    const browser = new Browser(server.origin);
    const began = process.cpuUsage();
    const answer = await browser.signIn(email, given);
    answers.push({
      status: answer.status,
      body: await answer.text(),
      cookies: [...browser.cookies().keys()].sort(),
      cpuUs: process.cpuUsage(began).user,
    });
  }
  const [first, ...rest] = answers.map(({ cpuUs: _, ...answer }) => JSON.stringify(answer));
  expect(JSON.parse(first!).status).toBe(401);
  for (const each of rest) expect(each).toBe(first);
  // Measured as work, which a busy machine does not stretch as it does time; a missing hash would be a tenth and less.
  const work = answers.map(({ cpuUs }) => cpuUs);
  expect(Math.min(...work)).toBeGreaterThan(Math.max(...work) / 3);
  expect(await actions()).toEqual(Array(4).fill("sign-in-refused"));
});

test("guessing is slowed per address and account; the person elsewhere is not locked out", async () => {
  const guesser = new Browser(server.origin, "203.0.113.9");
  for (let i = 0; i < 5; i++) expect((await guesser.signIn("ada@example.com", `wrong ${i}`)).status).toBe(401);
  const slowed = await guesser.signIn("ada@example.com", password);
  expect(slowed.status).toBe(429);
  expect(Number(slowed.headers.get("retry-after"))).toBe(2);
  expect(await slowed.json()).toMatchObject({ error: { code: "TooManyRequests" } });

  expect((await new Browser(server.origin, "198.51.100.1").signIn("ada@example.com", password)).status).toBe(200);
  now += 2_000;
  expect((await guesser.signIn("ada@example.com", "wrong again")).status).toBe(401);
  expect(Number((await guesser.signIn("ada@example.com", password)).headers.get("retry-after"))).toBe(4);
  now += 4_000;
  expect((await guesser.signIn("ada@example.com", password)).status).toBe(200);
});

test("one address that tries many accounts runs dry", async () => {
  const spray = new Browser(server.origin, "203.0.113.10");
  const statuses = [];
  for (let i = 0; i < 32; i++) {
    const { csrfToken } = (await (await spray.get("/api/auth/csrf")).json()) as { csrfToken: string };
    statuses.push(
      (await spray.post("/api/auth/callback/credentials", { email: `p${i}`, csrfToken, json: "true" })).status,
    );
  }
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(401));
  expect(statuses.slice(30)).toEqual([429, 429]);
});

test("a session ends with its person: disabled, removed, reset, or after its longest life", async () => {
  const browser = new Browser(server.origin);
  await browser.signIn("ada@example.com", password);
  const { id } = (await management.store.identity.operators())[0]!;
  await management.store.identity.updateOperator(id, { role: "reader" });
  expect(await caller(browser)).toMatchObject({ role: "reader" });
  await management.store.identity.updateOperator(id, { disabled: true });
  expect(await caller(browser)).toBeNull();
  await management.store.identity.updateOperator(id, { disabled: false });
  expect(await caller(browser)).not.toBeNull();
  await management.store.identity.updateOperator(id, { endSessions: true });
  expect(await caller(browser)).toBeNull();
  await browser.signIn("ada@example.com", password);
  await management.store.identity.removeOperator(id);
  expect(await caller(browser)).toBeNull();
});

test("the longest life of a session holds, however often its cookie is renewed", async () => {
  const { id } = (await management.store.identity.operators())[0]!;
  const signedInAt = Math.floor(Date.now() / 1000) - absoluteLifetimeS;
  for (const [age, alive] of [
    [60, true],
    [0, false],
  ] as const) {
    const cookie = await sessionCookie({ operatorId: id, epoch: 1, signedInAt: signedInAt + age }, server.settings);
    const headers = { cookie: cookie.split(";")[0]! };
    const found = await authenticate(new Request(server.origin, { headers }), management, server.settings);
    expect(found !== null).toBe(alive);
    const renewed = await fetch(`${server.origin}/api/auth/session`, { headers });
    const body = (await renewed.json()) as { user?: unknown };
    expect(body.user !== undefined).toBe(alive);
    if (!alive) expect(renewed.headers.getSetCookie().join()).toContain("gatehouse-session=; Max-Age=0");
  }
});

test("with https every cookie is bound to the host", async () => {
  const secure = { ...server.settings, NEXTAUTH_URL: "https://gate.example.com" };
  process.env.NEXTAUTH_URL = secure.NEXTAUTH_URL;
  const answer = await answerAuth(new Request("https://gate.example.com/api/auth/csrf"), management, secure);
  const session = await sessionCookie({ operatorId: "x", epoch: 1, signedInAt: 0 }, secure);
  for (const line of [...answer.headers.getSetCookie(), session]) {
    expect(line).toMatch(/^__Host-gatehouse-/);
    for (const attribute of ["Secure", "HttpOnly", "Path=/", "SameSite=Lax"]) expect(line).toContain(attribute);
    expect(line).not.toMatch(/domain=/i);
  }
});

test("where to go after signing in is never another site", async () => {
  for (const callbackUrl of [
    "//evil.example",
    "https://evil.example/x",
    "/\\evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
  ]) {
    const browser = new Browser(server.origin);
    const { csrfToken } = (await (await browser.get("/api/auth/csrf")).json()) as { csrfToken: string };
    const form = { email: "ada@example.com", password, csrfToken, callbackUrl, json: "true" };
    const { url } = (await (await browser.post("/api/auth/callback/credentials", form)).json()) as { url: string };
    expect(url).toBe(`${server.origin}/`);
  }
});

test("no step of signing in is taken for another site", async () => {
  const victim = new Browser(server.origin);
  await victim.signIn("ada@example.com", password);
  const { csrfToken } = (await (await victim.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const before = JSON.stringify(await management.store.identity.operators());
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: server.origin, "sec-fetch-site": "cross-site" },
    { origin: server.origin, "sec-fetch-site": "same-site" },
    { origin: `${server.origin}0` },
  ];
  for (const headers of foreign) {
    for (const path of ["signout", "callback/credentials", "signin/oidc"]) {
      const answer = await victim.post(`/api/auth/${path}`, { csrfToken, email: "ada@example.com", password }, headers);
      expect([path, answer.status]).toEqual([path, 403]);
    }
    for (const path of ["session", "_log", "signin", "signin/credentials", "callback/oidc", "verify-request"]) {
      const answer = await victim.post(`/api/auth/${path}`, { csrfToken }, headers);
      expect([403, 404, 405]).toContain(answer.status);
    }
  }
  expect(JSON.stringify(await management.store.identity.operators())).toBe(before);
  expect(await caller(victim)).not.toBeNull();
});

test("a cookie's changing request must come from our own page; a reading one may come from anywhere", async () => {
  const browser = new Browser(server.origin);
  await browser.signIn("ada@example.com", password);
  const host = new URL(server.origin).host;
  for (const method of ["PUT", "POST", "PATCH", "DELETE"]) {
    await expect(caller(browser, method)).rejects.toMatchObject({ status: 403 });
    await expect(caller(browser, method, { origin: "https://evil.example", host })).rejects.toMatchObject({
      status: 403,
    });
    expect(await caller(browser, method, { origin: server.origin })).not.toBeNull();
    expect(await caller(browser, method, { "sec-fetch-site": "same-origin" })).not.toBeNull();
    expect(await caller(browser, method, { origin: "http://10.0.0.7:3000", host: "10.0.0.7:3000" })).not.toBeNull();
  }
  expect(await caller(browser, "GET", { origin: "https://evil.example" })).not.toBeNull();
});
