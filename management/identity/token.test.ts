import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeStore } from "@/management/store/testing/store";
import { authenticate } from "./authenticate";
import { newOperator } from "./first-operator";
import { sessionCookie } from "./session";
import { hashToken, isToken, makeToken } from "./token";

test("a token has its prefix, its length and its checksum, and never comes twice", () => {
  const made = Array.from({ length: 2_000 }, makeToken);
  expect(new Set(made).size).toBe(made.length);
  for (const token of made) expect(isToken(token)).toBe(true);
  const letters = new Map<string, number>();
  for (const letter of made.join("").replaceAll("gh_", "")) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  expect(letters.size).toBe(62);
});

test("10,000 tokens, master tokens and sessions with a flipped bit are refused; the whole ones are not", async () => {
  const management = await makeStore({ seeded: false });
  const { identity } = management.store;
  const operator = newOperator({ email: "ada@example.com", name: "Ada", role: "owner", passwordHash: null });
  await identity.saveOperator(operator);
  const token = makeToken();
  const row = { id: "t", operatorId: operator.id, name: "ci", hash: hashToken(token), role: "editor" } as const;
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000), usedAt: null, revokedAt: null };
  await identity.saveToken({ ...row, ...times });
  const master = randomBytes(24).toString("base64url");
  const settings = {
    GATEHOUSE_MANAGEMENT_TOKEN: master,
    NEXTAUTH_SECRET: "a secret for tests",
    NEXTAUTH_URL: "http://localhost:3000",
  };
  const session = await sessionCookie({ operatorId: operator.id, epoch: 1, signedInAt: Date.now() / 1000 }, settings);
  const [cookieName = "", value = ""] = (session.split(";")[0] ?? "").split(/=(.*)/s);

  const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
  const carriers: [string, (text: string) => Record<string, string>][] = [
    [token, bearer],
    [master, bearer],
    [value, (text) => ({ cookie: `${cookieName}=${text}` })],
  ];
  const ask = async (headers: Record<string, string>) => {
    try {
      return await authenticate({ method: "GET", headers: new Headers(headers) }, management, settings);
    } catch (error) {
      // Fetch itself refuses a header with such a byte.
      if (error instanceof TypeError) return null;
      throw error;
    }
  };
  for (const [text, carry] of carriers) expect(await ask(carry(text))).not.toBeNull();
  let accepted = 0;
  for (let i = 0; i < 10_000; i++) {
    const [text, carry] = carriers[i % carriers.length]!;
    const bytes = Buffer.from(text, "latin1");
    const bit = (i * 7919) % (bytes.length * 8);
    bytes[bit >> 3]! ^= 1 << (bit & 7);
    let headers: Record<string, string>;
    try {
      headers = carry(bytes.toString("latin1"));
      new Headers(headers);
    } catch {
      continue;
    }
    if ((await ask(headers)) !== null) accepted++;
  }
  expect(accepted).toBe(0);
  await management.close();
});

test("what a token may do: no more than its person now, until it expires or is revoked; a bad one never falls back", async () => {
  const management = await makeStore({ seeded: false });
  const { identity } = management.store;
  const operator = newOperator({ email: "ada@example.com", name: "Ada", role: "owner", passwordHash: null });
  await identity.saveOperator(operator);
  const token = makeToken();
  const row = { id: "t", operatorId: operator.id, name: "ci", hash: hashToken(token), role: "editor" as const };
  const times = { createdAt: new Date(), expiresAt: new Date(Date.now() + 60_000), usedAt: null, revokedAt: null };
  await identity.saveToken({ ...row, ...times });
  const settings = { NEXTAUTH_SECRET: "a secret for tests", NEXTAUTH_URL: "http://localhost:3000" };
  const cookie = (
    await sessionCookie({ operatorId: operator.id, epoch: 1, signedInAt: Date.now() / 1000 }, settings)
  ).split(";")[0]!;
  const ask = (authorization: string) =>
    authenticate(
      { method: "PUT", headers: new Headers({ authorization, cookie, origin: settings.NEXTAUTH_URL }) },
      management,
      settings,
    );

  expect(await ask(`Bearer ${token}`)).toEqual({
    actor: { kind: "token", id: "t", name: "Ada (ci)" },
    role: "editor",
    address: null,
  });
  const used = (await identity.tokenByHash(row.hash))?.usedAt;
  expect(used).not.toBeNull();
  await ask(`bearer ${token}`);
  expect((await identity.tokenByHash(row.hash))?.usedAt).toEqual(used);

  await identity.updateOperator(operator.id, { role: "reader" });
  expect(await ask(`Bearer ${token}`)).toMatchObject({ role: "reader" });
  await identity.updateOperator(operator.id, { role: "owner", disabled: true });
  expect(await ask(`Bearer ${token}`)).toBeNull();
  await identity.updateOperator(operator.id, { disabled: false });
  for (const bad of [
    `Bearer ${token}x`,
    "Bearer ",
    "Basic YTpi",
    token,
    "",
    `Bearer ${makeToken()}`,
    "Bearer undefined",
  ]) {
    expect([bad, await ask(bad)]).toEqual([bad, null]);
  }
  await identity.saveToken({ ...row, ...times, expiresAt: new Date(Date.now() - 1) });
  expect(await ask(`Bearer ${token}`)).toBeNull();
  await identity.saveToken({ ...row, ...times, revokedAt: new Date() });
  expect(await ask(`Bearer ${token}`)).toBeNull();
  await management.close();
});
