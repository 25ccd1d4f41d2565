import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeStore, type TestStore } from "@/management/store/testing/store";
import { authenticate } from "./authenticate";
import { newOperator } from "./first-operator";
import { hashPassword } from "./password";
import { makeLimits, setLimits } from "./sign-in-limits";
import { Browser } from "./testing/browser";
import { startIdentityServer } from "./testing/identity-server";
import { clientId, clientSecret, OpenIdProvider } from "./testing/openid-provider";

// Refusals are what these tests provoke; imports come before all other lines.
vi.hoisted(() => {
  process.env.GATEHOUSE_LOG_LEVEL ??= "silent";
});

let management: TestStore;
let provider: OpenIdProvider;
let server: Awaited<ReturnType<typeof startIdentityServer>>;

beforeEach(async () => {
  setLimits(makeLimits());
  management = await makeStore({ seeded: false });
  provider = await new OpenIdProvider().start();
  await restart({});
  const passwordHash = await hashPassword("quiet harbour lantern");
  await people().saveOperator(newOperator({ email: "root@example.com", name: "Root", role: "owner", passwordHash }));
});
afterEach(async () => {
  server.close();
  provider.close();
  await management.close();
});

async function restart(more: Record<string, string>): Promise<void> {
  server?.close();
  server = await startIdentityServer(management, {
    GATEHOUSE_OIDC_ISSUER: provider.issuer,
    GATEHOUSE_OIDC_CLIENT_ID: clientId,
    GATEHOUSE_OIDC_CLIENT_SECRET: clientSecret,
    ...more,
  });
}
const people = () => management.store.identity;

/** The redirect to the provider, and the provider's redirect back. */
async function leave(browser: Browser): Promise<string> {
  const { csrfToken } = (await (await browser.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const answer = await browser.post("/api/auth/signin/oidc", { csrfToken, json: "true", callbackUrl: "/apis?tab=all" });
  const { url } = (await answer.json()) as { url: string };
  return (await browser.get(url)).headers.get("location") ?? url;
}

/** Where a whole sign-in ends: the path, or the code of what went wrong. */
async function signIn(claims: Record<string, unknown>, browser = new Browser(server.origin)): Promise<string> {
  provider.wishes.claims = claims;
  return arrive(await leave(browser), browser);
}
async function arrive(url: string, browser: Browser): Promise<string> {
  const answer = await browser.get(url);
  const location = new URL(answer.headers.get("location") ?? "/", server.origin);
  return location.searchParams.get("error") ?? location.pathname + location.search;
}
const caller = (browser: Browser) =>
  authenticate(
    new Request(server.origin, { headers: { cookie: browser.cookieHeader() } }),
    management,
    server.settings,
  );

const ada = {
  sub: "ada-1",
  name: "Ada",
  email: "Ada@Example.com",
  email_verified: true,
  roles: ["something", "gatehouse-editor"],
};

test("a person comes in with the role that the claim names, and is the same person the next time", async () => {
  const browser = new Browser(server.origin);
  expect(await signIn(ada, browser)).toBe("/apis?tab=all");
  expect(await caller(browser)).toMatchObject({ role: "editor", actor: { name: "Ada" } });
  const row = await people().operator({ email: "ada@example.com" });
  expect(row).toMatchObject({ externalId: `${provider.issuer} ada-1`, passwordHash: null, roleFrom: "claim" });

  expect(await signIn({ ...ada, email: "renamed@example.com", roles: "reader" }, browser)).toBe("/apis?tab=all");
  expect(await caller(browser)).toMatchObject({ role: "reader", actor: { id: row?.id } });
  expect(await people().operators()).toHaveLength(2);
});

test("the request carries PKCE, state and nonce, and no secret", async () => {
  const browser = new Browser(server.origin);
  const { csrfToken } = (await (await browser.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const { url } = (await (await browser.post("/api/auth/signin/oidc", { csrfToken, json: "true" })).json()) as {
    url: string;
  };
  const query = new URL(url).searchParams;
  expect(query.get("code_challenge_method")).toBe("S256");
  for (const name of ["code_challenge", "state", "nonce"]) expect(query.get(name)?.length).toBeGreaterThan(40);
  expect(url).not.toContain("secret");
});

test("a token that is not this provider's, for us, for this sign-in and of now is refused", async () => {
  const now = Math.floor(Date.now() / 1000);
  const lies: [Record<string, unknown>, OpenIdProvider["wishes"]["signWith"]][] = [
    [{ iss: "https://other.example" }, "own key"],
    [{ aud: "another-client" }, "own key"],
    [{ nonce: "another-nonce" }, "own key"],
    [{ nonce: undefined }, "own key"],
    [{ exp: now - 60 }, "own key"],
    [{}, "foreign key"],
    [{}, "none"],
  ];
  for (const [lie, signWith] of lies) {
    Object.assign(provider.wishes, { lies: lie, signWith });
    const browser = new Browser(server.origin);
    expect([lie, signWith, await signIn({ ...ada, roles: "owner" }, browser)]).toEqual([
      lie,
      signWith,
      "OAuthCallback",
    ]);
    expect(await caller(browser)).toBeNull();
  }
  expect(await people().operators()).toHaveLength(1);
  const trail = await people().auditTrail({});
  expect(trail.map((row) => row.action)).toEqual(Array(lies.length).fill("sign-in-refused"));
});

test("discovery that names another issuer is refused, though its tokens agree with it", async () => {
  provider.wishes.discoveredIssuer = "https://other.example";
  provider.wishes.lies = { iss: "https://other.example" };
  expect(await signIn({ ...ada, roles: "owner" })).toBe("OidcIssuer");
  expect(await people().operators()).toHaveLength(1);
});

test("a code is good once, in the browser that left for it", async () => {
  const browser = new Browser(server.origin);
  provider.wishes.claims = ada;
  const back = await leave(browser);
  const cookies = new Map(browser.cookies());
  const stranger = new Browser(server.origin);
  expect(await arrive(back, stranger)).toBe("OAuthCallback");
  await leave(stranger);
  expect(await arrive(back, stranger)).toBe("OAuthCallback");
  expect(await caller(stranger)).toBeNull();

  expect(await arrive(back, browser)).toBe("/apis?tab=all");
  const replayed = new Browser(server.origin);
  for (const [name, value] of cookies) replayed.cookies().set(name, value);
  expect(await arrive(back, replayed)).toBe("OAuthCallback");
  expect(await caller(replayed)).toBeNull();
  expect(await arrive(back.replace(/state=[^&]+/, "state=forged"), browser)).toBe("OAuthCallback");
});

test("without a role nobody comes in, unless there is a default one", async () => {
  const stranger = { ...ada, roles: ["billing"] };
  expect(await signIn(stranger)).toBe("OidcNoRole");
  expect(await signIn({ ...ada, roles: undefined })).toBe("OidcNoRole");
  expect(await people().operators()).toHaveLength(1);
  await restart({ GATEHOUSE_OIDC_DEFAULT_ROLE: "reader" });
  const browser = new Browser(server.origin);
  expect(await signIn(stranger, browser)).toBe("/apis?tab=all");
  expect(await caller(browser)).toMatchObject({ role: "reader" });
});

test("a role that the provider takes back is gone, with sessions and the power of tokens", async () => {
  const browser = new Browser(server.origin);
  await signIn({ ...ada, roles: "owner" }, browser);
  expect(await caller(browser)).toMatchObject({ role: "owner" });
  expect(await signIn({ ...ada, roles: [] })).toBe("OidcNoRole");
  expect(await caller(browser)).toBeNull();
  expect(await people().operator({ email: "ada@example.com" })).toMatchObject({ role: "reader" });
});

test("an address alone never makes two people one", async () => {
  const passwordHash = await hashPassword("quiet harbour lantern");
  await people().saveOperator(newOperator({ email: "ada@example.com", name: "Ada", role: "owner", passwordHash }));
  expect(await signIn(ada)).toBe("OidcAddressTaken");
  expect(await people().operator({ email: "ada@example.com" })).toMatchObject({ externalId: null, passwordHash });
});

test("an invitation is taken up by its verified address, once, and keeps the role given here", async () => {
  await people().saveOperator(
    newOperator({ email: "ada@example.com", name: "Ada", role: "editor", passwordHash: null }),
  );
  const invited = { ...ada, roles: undefined };
  expect(await signIn({ ...invited, email_verified: false })).toBe("OidcAddressTaken");
  expect(await signIn({ ...invited, email_verified: undefined })).toBe("OidcAddressTaken");
  const browser = new Browser(server.origin);
  expect(await signIn(invited, browser)).toBe("/apis?tab=all");
  expect(await caller(browser)).toMatchObject({ role: "editor" });
  expect(await signIn({ ...invited, sub: "impostor" })).toBe("OidcAddressTaken");
  const actions = (await people().auditTrail({})).map((row) => row.action);
  expect(actions).toContain("operator-linked");
});

test("a disabled person is refused, and the last owner is not demoted", async () => {
  const browser = new Browser(server.origin);
  await signIn({ ...ada, roles: "owner" }, browser);
  const root = await people().operator({ email: "root@example.com" });
  await people().removeOperator(root!.id);
  await signIn({ ...ada, roles: "reader" }, browser);
  expect(await caller(browser)).toMatchObject({ role: "owner" });
  const row = await people().operator({ email: "ada@example.com" });
  await people().updateOperator(row!.id, { disabled: true });
  expect(await signIn({ ...ada, roles: "owner" })).toBe("OidcDisabled");
});

test("the first operator is an owner, or comes after one", async () => {
  for (const each of await people().operators()) await people().removeOperator(each.id);
  expect(await signIn(ada)).toBe("OidcSetUpFirst");
  expect(await signIn({ ...ada, roles: "owner" })).toBe("/apis?tab=all");
  expect(await signIn({ sub: "second", roles: "reader" })).toBe("/apis?tab=all");
  expect(await people().operator({ email: "second@127.0.0.1" })).toMatchObject({ role: "reader" });
});
