import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Json } from "@/lib/json";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "@/management/arm/handle";
import { type Door, openDoor } from "@/management/testing/door";
import type { Caller } from "../context";
import { newOperator } from "../identity/first-operator";
import { hashPassword, verifyPassword } from "../identity/password";
import { makeLimits, setLimits } from "../identity/sign-in-limits";
import type { OperatorRow } from "../store/store";

// The portal's entry sets it before anything reads the settings; imports come before all other lines.
vi.hoisted(() => {
  process.env.NEXTAUTH_SECRET = "a secret for tests";
});
const password = "quiet harbour lantern";
let door: Door;
let root: OperatorRow;

beforeEach(async () => {
  setLimits(makeLimits());
  door = await openDoor();
  root = newOperator({
    id: "root",
    email: "root@example.com",
    name: "Root",
    role: "owner",
    passwordHash: await hashPassword(password),
  });
  await door.store.identity.saveOperator(root);
});
afterEach(() => door.close());

async function ask(method: string, path: string, body?: Json, by: OperatorRow | Caller = root) {
  const caller: Caller =
    "actor" in by ? by : { actor: { kind: "user", id: by.id, name: by.name }, role: by.role, address: "127.0.0.1" };
  const headers = { host: "localhost:3000", "content-type": "application/json" };
  const url = `http://localhost:3000${serviceId}/${path}${path.includes("?") ? "&" : "?"}api-version=2024-05-01`;
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await handleArm(new Request(url, init), door.management, caller);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: text === "" ? null : JSON.parse(text) };
}
const ada = { email: "Ada@Example.com", name: "Ada", role: "editor" };
const actions = async () =>
  (await door.store.identity.auditTrail({})).map(({ action, subject }) => `${action}: ${subject}`).reverse();

test("200 201 204: a person is added, shown without hashes, changed and removed; each is noted", async () => {
  const made = await ask("PUT", "operators/ada", { ...ada, password: "seven calm herons wade" });
  expect([made.status, made.body]).toMatchObject([
    201,
    { id: "ada", email: "ada@example.com", role: "editor", signIn: "password", disabled: false, signedInAt: null },
  ]);
  const changed = await ask("PUT", "operators/ada", { email: "ada@example.com", role: "reader", disabled: true });
  expect([changed.status, changed.body]).toMatchObject([200, { name: "Ada", role: "reader", disabled: true }]);
  expect(await door.store.identity.operator({ id: "ada" })).toMatchObject({ sessionEpoch: 2 });
  const invited = await ask("POST", "operators", { email: "eve@example.com", role: "reader" });
  expect([invited.status, invited.body]).toMatchObject([201, { name: "eve", signIn: "invited" }]);
  const listed = await ask("GET", "operators");
  expect(listed.body.value.map((each: { email: string }) => each.email)).toEqual([
    "ada@example.com",
    "eve@example.com",
    "root@example.com",
  ]);
  for (const { text } of [made, changed, invited, listed]) expect(text).not.toMatch(/scrypt|hash|epoch|externalId/i);
  expect((await ask("GET", "operators/ada")).status).toBe(200);
  expect((await ask("DELETE", "operators/ada")).status).toBe(204);
  expect((await ask("GET", "operators/ada")).status).toBe(404);
  expect(await actions()).toEqual([
    "operator-created: ada@example.com (editor)",
    "operator-changed: ada@example.com (editor to reader, disabled)",
    "operator-created: eve@example.com (reader)",
    "operator-removed: ada@example.com",
  ]);
});

test("400: wrong fields are named, unknown ones too", async () => {
  const answer = await ask("PUT", "operators/ada", { email: "nope", role: "king", admin: true });
  expect(answer.status).toBe(400);
  expect(answer.body.error.details.map((each: { target: string }) => each.target).sort()).toEqual(["admin", "role"]);
  const email = await ask("PUT", "operators/ada", { email: "nope", role: "reader", password: "short" });
  expect(email.body.error.details.map((each: { target: string }) => each.target)).toEqual(["email", "password"]);
  expect((await ask("PUT", "operators/ada")).status).toBe(400);
  expect((await ask("PUT", "operators/a%20b", ada)).status).toBe(400);
  expect((await ask("PUT", "operators/root", { email: root.email, role: "owner", password })).status).toBe(400);
});

test("403: only owners; nobody raises themself", async () => {
  await ask("PUT", "operators/ada", ada);
  const row = (await door.store.identity.operator({ id: "ada" }))!;
  for (const [method, path] of [
    ["PUT", "operators/ada"],
    ["GET", "operators"],
    ["DELETE", "operators/root"],
    ["POST", "operators/root/reset"],
  ] as const) {
    expect((await ask(method, path, method === "PUT" ? { ...ada, role: "owner" } : undefined, row)).status).toBe(403);
  }
});

test("404 and 409: absent, taken, changed address, the last owner", async () => {
  expect((await ask("DELETE", "operators/nobody")).status).toBe(404);
  expect((await ask("POST", "operators/nobody/reset", {})).status).toBe(404);
  expect((await ask("PUT", "operators/second", { email: "ROOT@example.com", role: "reader" })).status).toBe(409);
  expect((await ask("PUT", "operators/root", { email: "other@example.com", role: "owner" })).status).toBe(409);
  await ask("PUT", "operators/invited", { email: "new@example.com", role: "owner" });
  const weaker: Json[] = [
    { email: root.email, role: "editor" },
    { email: root.email, role: "owner", disabled: true },
  ];
  for (const body of weaker) {
    const answer = await ask("PUT", "operators/root", body);
    expect([answer.status, answer.body.error.code]).toEqual([409, "LastOwner"]);
  }
  expect((await ask("DELETE", "operators/root")).body.error.code).toBe("LastOwner");
});

test("two owners who demote each other at once leave one", async () => {
  await ask("PUT", "operators/second", { email: "second@example.com", role: "owner", password });
  const second = (await door.store.identity.operator({ id: "second" }))!;
  const answers = await Promise.all([
    ask("PUT", "operators/second", { email: second.email, role: "reader" }, root),
    ask("PUT", "operators/root", { email: root.email, role: "reader" }, second),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("a reset ends sessions, and returns a password that it made, once", async () => {
  await ask("PUT", "operators/ada", ada);
  const answer = await ask("POST", "operators/ada/reset", {});
  const row = (await door.store.identity.operator({ id: "ada" }))!;
  expect(row.sessionEpoch).toBe(2);
  expect(await verifyPassword(answer.body.password, row.passwordHash)).toBe(true);
  expect((await ask("POST", "operators/ada/reset", { password: "seven calm herons wade" })).body.password).toBeNull();
  expect((await ask("POST", "operators/ada/reset", { password: "password" })).status).toBe(400);
  await door.store.identity.updateOperator("ada", { externalId: "https://idp ada", passwordHash: null });
  expect((await ask("POST", "operators/ada/reset", { password })).status).toBe(409);
  expect((await ask("POST", "operators/ada/reset", {})).body).toMatchObject({
    password: null,
    signIn: "openIdConnect",
  });
});

test("one's own password: the current one is asked, other sessions end, guesses are slowed", async () => {
  const next = "nine brass lanterns glow";
  expect((await ask("POST", "me/password", { current: "wrong", new: next })).body.error.details[0].target).toBe(
    "current",
  );
  expect((await ask("POST", "me/password", { current: password, new: "short" })).body.error.details[0].target).toBe(
    "new",
  );
  expect((await ask("POST", "me/password", { current: password, new: password })).status).toBe(400);
  const answer = await ask("POST", "me/password", { current: password, new: next });
  expect([answer.status, answer.headers.get("set-cookie")]).toMatchObject([
    204,
    expect.stringMatching(/^gatehouse-session=.*HttpOnly/),
  ]);
  const row = (await door.store.identity.operator({ id: "root" }))!;
  expect([row.sessionEpoch, await verifyPassword(next, row.passwordHash)]).toEqual([2, true]);
  const statuses = [];
  for (let i = 0; i < 6; i++)
    statuses.push((await ask("POST", "me/password", { current: `wrong ${i}`, new: next })).status);
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  expect((await actions()).filter((each) => each.startsWith("password"))).toHaveLength(7);
});

test("tokens: returned once, listed without it, no stronger than their person, not made by tokens, revoked", async () => {
  const made = await ask("POST", "tokens", { name: "ci", role: "editor" });
  expect([made.status, made.body]).toMatchObject([
    201,
    { name: "ci", role: "editor", state: "active", token: expect.stringMatching(/^gh_/) },
  ]);
  const listed = await ask("GET", "tokens");
  expect(listed.body.value).toHaveLength(1);
  expect(listed.text).not.toMatch(/gh_|hash/);
  await ask("PUT", "operators/ada", ada);
  const row = (await door.store.identity.operator({ id: "ada" }))!;
  expect((await ask("POST", "tokens", { name: "x", role: "owner" }, row)).status).toBe(403);
  expect((await ask("GET", "tokens", undefined, row)).body.value).toEqual([]);
  expect((await ask("GET", "tokens?all=true", undefined, row)).status).toBe(403);
  expect((await ask("DELETE", `tokens/${made.body.id}`, undefined, row)).status).toBe(404);
  const token: Caller = { actor: { kind: "token", id: made.body.id, name: "ci" }, role: "owner", address: null };
  expect((await ask("POST", "tokens", { name: "child", role: "reader" }, token)).status).toBe(403);
  expect((await ask("GET", "me", undefined, token)).body).toMatchObject({ role: "owner", operator: { id: "root" } });
  for (const expiresAt of ["2001-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "tomorrow"]) {
    expect((await ask("POST", "tokens", { name: "x", role: "reader", expiresAt })).status).toBe(400);
  }
  expect((await ask("DELETE", `tokens/${made.body.id}`)).status).toBe(204);
  expect((await ask("DELETE", `tokens/${made.body.id}`)).status).toBe(204);
  expect((await ask("GET", "tokens?all=true")).body.value).toMatchObject([{ state: "revoked" }]);
  expect((await actions()).filter((each) => each.startsWith("token"))).toEqual([
    "token-created: ci (editor)",
    "token-revoked: ci",
  ]);
});

test("the audit trail is read in pages that miss nothing, though many rows share a millisecond", async () => {
  const at = new Date(Date.now() - 10_000);
  const actor = { kind: "system", id: "x", name: "x" } as const;
  for (let i = 0; i < 23; i++) {
    const row = {
      at: new Date(at.getTime() + Math.floor(i / 3)),
      actor,
      action: "sign-in",
      subject: `${i}`,
      address: null,
    };
    await door.store.identity.audit(row);
  }
  const seen: string[] = [];
  let path: string | null = "auditTrail?$top=5";
  while (path !== null) {
    const answer: { body: { value: { subject: string }[]; nextLink: string | null } } = await ask("GET", path);
    seen.push(...answer.body.value.map(({ subject }) => subject));
    path = answer.body.nextLink === null ? null : (answer.body.nextLink.split("/service/gatehouse/")[1] ?? null);
  }
  expect(seen.map(Number).sort((a, b) => a - b)).toEqual([...Array(23).keys()]);
  expect((await ask("GET", "auditTrail?$top=0")).status).toBe(400);
  expect((await ask("GET", "auditTrail?before=yesterday")).status).toBe(400);
});
