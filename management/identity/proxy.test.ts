import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";

// The portal's entry sets them before anything reads the settings; imports come before all other lines.
vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = "a secret for tests";
  process.env.NEXTAUTH_URL = "https://gate.example.com";
});

import { config, proxy } from "@/proxy";
import { idleLifetimeS, sessionCookie } from "./session";

const settings = { NEXTAUTH_SECRET: "a secret for tests", NEXTAUTH_URL: "https://gate.example.com" };
const ask = (path: string, cookie?: string) =>
  proxy(new NextRequest(`https://gate.example.com${path}`, { headers: cookie === undefined ? {} : { cookie } }));

async function cookieOfAge(ageS: number): Promise<string> {
  vi.useFakeTimers({ now: Date.now() - ageS * 1000, toFake: ["Date"] });
  const line = await sessionCookie({ operatorId: "x", epoch: 1, signedInAt: Date.now() / 1000 }, settings);
  vi.useRealTimers();
  return line.split(";")[0]!;
}

test("without a session a page leads to the sign-in page, which knows the way back", async () => {
  for (const [path, back] of [
    ["/", ""],
    ["/apis?tab=x", "?callbackUrl=%2Fapis%3Ftab%3Dx"],
  ] as const) {
    const answer = await ask(path);
    expect([answer.status, answer.headers.get("location")]).toEqual([307, `https://gate.example.com/sign-in${back}`]);
  }
  expect((await ask("/apis", "__Host-gatehouse-session=forged")).status).toBe(307);
  for (const path of ["/sign-in", "/set-up", "/api/auth/csrf"])
    expect((await ask(path)).headers.has("location")).toBe(false);
  expect((await ask("/sign-in-elsewhere")).status).toBe(307);
});

test("every answer carries a policy with a nonce of its own, and the other guards", async () => {
  const nonces = new Set<string>();
  for (let i = 0; i < 50; i++) {
    const { headers } = await ask("/sign-in");
    const policy = headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? "";
    nonces.add(nonce);
    expect(Buffer.from(nonce, "base64")).toHaveLength(16);
    expect(policy.replaceAll(nonce, "N")).toBe(
      "default-src 'self'; script-src 'self' 'nonce-N' 'strict-dynamic'; style-src 'self' 'nonce-N'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get("x-middleware-request-content-security-policy")).toBe(policy);
  }
  expect(nonces.size).toBe(50);
  for (const path of ["/", "/sign-in", "/api/auth/csrf"]) {
    const { headers } = await ask(path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  }
});

test("a session at work is renewed now and then, one left alone ends", async () => {
  expect((await ask("/", await cookieOfAge(60))).headers.get("set-cookie")).toBeNull();
  const renewed = await ask("/", await cookieOfAge(idleLifetimeS / 2));
  expect([renewed.status, renewed.headers.get("set-cookie")]).toEqual([
    200,
    expect.stringMatching(/^__Host-gatehouse-session=/),
  ]);
  expect((await ask("/", await cookieOfAge(idleLifetimeS + 60))).status).toBe(307);
});

test("the REST door and files are left to themselves, and nothing else", () => {
  const matcher = new RegExp(`^${config.matcher[0]}$`);
  for (const path of ["/_next/static/x.js", "/subscriptions/0/resourceGroups", "/favicon.ico", "/icon.svg"])
    expect(matcher.test(path)).toBe(false);
  for (const path of ["/", "/apis", "/subscriptions", "/sign-in", "/api/auth/csrf", "/settings/tokens"])
    expect(matcher.test(path)).toBe(true);
});
