import { afterAll, beforeAll, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { serviceId } from "@/lib/service-id";
import { handleArm } from "@/management/arm/handle";
import { endpoints } from "@/management/endpoints/definitions";
import { behaviours } from "@/management/resources/behaviours";
import { definitions } from "@/management/resources/definitions";
import { type Door, openDoor } from "@/management/testing/door";
import type { Role } from "../store/store";
import { authenticate, roles } from "./authenticate";
import { newOperator } from "./first-operator";
import { sessionCookie } from "./session";
import { hashToken, makeToken } from "./token";

// Every route of the management API, asked by everyone who could ask: what a role may not do, it cannot do.
interface Route {
  method: string;
  path: string;
  least: Role;
  /** Only a person who is signed in may, whatever the role of a token. */
  personal?: boolean;
}
interface Asker {
  name: string;
  role: Role | null;
  token: boolean;
  headers: Record<string, string>;
}

const canary = "canary-5b1f0c";
const origin = "http://localhost:3000";
const settings = parseEnv({
  NEXTAUTH_SECRET: "a secret for tests",
  NEXTAUTH_URL: origin,
  GATEHOUSE_MANAGEMENT_TOKEN: "m".repeat(20),
});
let door: Door;
const askers: Asker[] = [];

beforeAll(async () => {
  door = await openDoor();
  const { identity } = door.store;
  for (const role of roles) {
    const operator = newOperator({ id: role, email: `${role}@example.com`, name: role, role, passwordHash: null });
    await identity.saveOperator(operator);
    const cookie = await sessionCookie({ operatorId: role, epoch: 1, signedInAt: Date.now() / 1000 }, settings);
    askers.push({ name: `${role}, signed in`, role, token: false, headers: { cookie: cookie.split(";")[0]!, origin } });
  }
  const addToken = async (name: string, role: Role, more: object, effective: Role | null) => {
    const token = makeToken();
    const row = { id: `t-${name}`, operatorId: "owner", name, hash: hashToken(token), role, createdAt: new Date() };
    await identity.saveToken({
      ...row,
      expiresAt: new Date(Date.now() + 600_000),
      usedAt: null,
      revokedAt: null,
      ...more,
    });
    askers.push({
      name: `token: ${name}`,
      role: effective,
      token: true,
      headers: { authorization: `Bearer ${token}` },
    });
  };
  for (const role of roles) await addToken(role, role, {}, role);
  await addToken("of a reader", "owner", { operatorId: "reader" }, "reader");
  await addToken("expired", "owner", { expiresAt: new Date(Date.now() - 1) }, null);
  await addToken("revoked", "owner", { revokedAt: new Date() }, null);
  askers.push({ name: "nobody", role: null, token: false, headers: {} });
  askers.push({
    name: "automation",
    role: "owner",
    token: true,
    headers: { authorization: `Bearer ${"m".repeat(20)}` },
  });
  const made: [string, object][] = [
    ["backends/seed", { url: "https://a.example", protocol: "http", credentials: { header: { "x-key": [canary] } } }],
    ["namedValues/seed", { displayName: "seed", value: canary, secret: true }],
    ["products/seed", { displayName: "Seed" }],
    ["apis/seed", { displayName: "Seed", path: "seed", protocols: ["https"] }],
    ["apis/seed/operations/seed", { displayName: "Seed", method: "GET", urlTemplate: "/x" }],
    [
      "subscriptions/seed",
      { displayName: "Seed", scope: "/products/seed", primaryKey: `${canary}-1`, secondaryKey: `${canary}-2` },
    ],
    ["tags/seed", { displayName: "Seed" }],
  ];
  for (const [path, properties] of made) {
    const answer = await door.ask("PUT", path, { body: { properties: properties as never } });
    expect([path, answer.status, answer.body?.error]).toEqual([path, 201, undefined]);
  }
});
afterAll(() => door.close());

/** Every route, once for a document that exists or may exist, under this id. */
function everyRoute(id: string): Route[] {
  const routes: Route[] = [];
  for (const definition of definitions) {
    for (const type of definition.types) {
      const steps = type === "service" ? [] : type.split("/");
      const collection = steps.flatMap((step, i) => (i < steps.length - 1 ? [step, id] : [step])).join("/");
      const path = steps.length === 0 ? "" : `${collection}/${definition.kind === "policies" ? "policy" : id}`;
      for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE"]) {
        routes.push({ method, path, least: method === "GET" || method === "HEAD" ? "reader" : "editor" });
      }
      if (steps.length > 0) routes.push({ method: "GET", path: collection, least: "reader" });
      for (const action of behaviours[definition.kind as keyof typeof behaviours].actions ?? []) {
        routes.push({ method: action.method ?? "POST", path: `${path}/${action.name}`, least: action.role });
      }
    }
  }
  for (const { method, path, role } of endpoints) {
    const personal = path === "me/password" || (path === "tokens" && method === "POST");
    routes.push({
      method,
      path: path.replace("{document}", `backends/${id}`).replace(/\{\w+\}/g, id),
      least: role,
      personal,
    });
  }
  return routes;
}

async function ask(route: Route, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const url = `${origin}${serviceId}${route.path === "" ? "" : `/${route.path}`}?api-version=2024-05-01`;
  const writes = ["PUT", "PATCH", "POST"].includes(route.method);
  const body = writes ? { body: JSON.stringify({ properties: {} }) } : {};
  const abort = new AbortController();
  const request = new Request(url, {
    method: route.method,
    headers: { host: "localhost:3000", "content-type": "application/json", "if-match": "*", ...headers },
    signal: abort.signal,
    ...body,
  });
  const answer = await handleArm(request, door.management, authenticate(request, door.management, settings));
  const endless = answer.headers.get("content-type")?.includes("event-stream") === true;
  if (endless) await answer.body?.cancel();
  const text = endless ? "" : await answer.text();
  abort.abort();
  return { status: answer.status, text };
}

async function state(): Promise<string> {
  const { identity, nodes, drafts } = door.store;
  const tokens = (await identity.tokens()).map(({ usedAt: _, ...row }) => row);
  return JSON.stringify([
    await door.store.revision(),
    await identity.operators(),
    tokens,
    await nodes.list(),
    await drafts.list(),
  ]);
}

const rank = (role: Role | null) => (role === null ? -1 : roles.indexOf(role));

test("nobody can do what their role does not allow, on any route", async () => {
  const before = await state();
  const routes = everyRoute("seed");
  expect(routes.length).toBeGreaterThan(100);
  const leaks: string[] = [];
  for (const asker of askers) {
    for (const route of routes) {
      if (rank(asker.role) >= rank(route.least) && !(route.personal === true && asker.token)) continue;
      const { status, text } = await ask(route, asker.headers);
      // Whether a method exists at all is no secret to somebody who is signed in.
      const refused = asker.role === null ? status === 401 : status === 403 || status === 405;
      if (!refused || text.includes(canary))
        leaks.push(`${asker.name}: ${route.method} ${route.path} answered ${status} ${text.slice(0, 200)}`);
    }
  }
  expect(leaks).toEqual([]);
  expect(await state()).toBe(before);
});

test("reading never shows a secret, whoever reads", async () => {
  const leaks: string[] = [];
  for (const asker of askers.filter(({ role }) => role !== null)) {
    for (const route of everyRoute("seed").filter(({ method }) => method === "GET" || method === "HEAD")) {
      const { text } = await ask(route, asker.headers);
      if (text.includes(canary)) leaks.push(`${asker.name}: ${route.method} ${route.path}`);
    }
  }
  expect(leaks).toEqual([]);
});

test("everybody can do what their role allows", async () => {
  const refused: string[] = [];
  for (const asker of askers) {
    for (const route of everyRoute("absent")) {
      if (rank(asker.role) < rank(route.least) || (route.personal === true && asker.token)) continue;
      const { status, text } = await ask(route, asker.headers);
      if (status === 401 || status === 403 || status >= 500)
        refused.push(`${asker.name}: ${route.method} ${route.path} answered ${status} ${text.slice(0, 200)}`);
    }
  }
  expect(refused).toEqual([]);
});

test("a foreign site can change nothing with a person's cookie", async () => {
  const before = await state();
  const owner = askers.find(({ name }) => name === "owner, signed in")!;
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:8080" },
    { origin, "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    {},
  ];
  const passed: string[] = [];
  for (const { method, path } of everyRoute("seed")) {
    if (method === "GET" || method === "HEAD") continue;
    for (const headers of foreign) {
      const { status } = await ask({ method, path, least: "owner" }, { cookie: owner.headers.cookie!, ...headers });
      if (status !== 403) passed.push(`${method} ${path} with ${JSON.stringify(headers)} answered ${status}`);
    }
  }
  expect(passed).toEqual([]);
  expect(await state()).toBe(before);
});
