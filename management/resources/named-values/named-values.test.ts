import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { type Answer, type Door, openDoor } from "../../testing/door";
import { openProperties } from "../secret-fields";
import { project } from "./project";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const put = (name: string, properties: JsonObject): Promise<Answer> =>
  door.ask("PUT", `namedValues/${name}`, { body: { properties } });
const patch = (name: string, properties: JsonObject) =>
  door.ask("PATCH", `namedValues/${name}`, { body: { properties } });
const list = (name: string, role: "reader" | "editor" = "editor") =>
  door.ask("POST", `namedValues/${name}/listValue`, { role });
const targets = (answer: Answer): string[] => {
  expect(answer.status).toBe(400);
  return answer.body.error.details.map(({ target }: { target: string }) => target);
};
const keyVault = {
  secretIdentifier: "https://contoso.vault.azure.net/secrets/aadSecret",
  identityClientId: "ceaa6b06",
};

test("a plain value is shown, a secret one only by listValue, with an audit row", async () => {
  const plain = await put("plain", {
    displayName: "prop3name",
    value: "propValue",
    secret: false,
    tags: ["foo", "bar"],
  });
  expect([plain.status, plain.body.properties.value]).toEqual([201, "propValue"]);
  const secret = await put("hidden", { displayName: "hidden", value: "s3cr3t-canary", secret: true });
  expect(secret.body.properties).toEqual({ displayName: "hidden", secret: true });
  expect((await door.ask("GET", "namedValues/hidden")).body.properties).not.toHaveProperty("value");
  expect((await list("hidden")).body).toEqual({ value: "s3cr3t-canary" });
  expect((await list("plain")).body).toEqual({ value: "propValue" });
  const [audited] = (await door.store.identity.auditTrail({ top: 5 })).filter(
    ({ subject }) => subject === "/namedvalues/hidden",
  );
  expect(audited).toMatchObject({ action: "secret-revealed", actor: { name: "Test editor" }, address: "127.0.0.1" });
  expect((await list("hidden", "reader")).status).toBe(403);
  expect((await list("gone")).status).toBe(404);
  const everything = JSON.stringify([await door.store.changes({}), await door.ask("GET", "namedValues")]);
  expect(everything).not.toContain("s3cr3t-canary");
});

describe("400", () => {
  test.each([
    ["displayName", {}],
    ["displayName", { displayName: "", value: "x" }],
    ["displayName", { displayName: "with space", value: "x" }],
    ["displayName", { displayName: "x".repeat(257), value: "x" }],
    ["value", { displayName: "a" }],
    ["value", { displayName: "a", value: "" }],
    ["value", { displayName: "a", value: " \t" }],
    ["value", { displayName: "a", value: "x".repeat(4097) }],
    ["value", { displayName: "a", value: "see {{other}}" }],
    ["value", { displayName: "a", value: "x", keyVault }],
    ["tags", { displayName: "a", value: "x", tags: Array(33).fill("t") }],
    ["keyVault.secretIdentifier", { displayName: "a", keyVault: {} }],
    ["keyVault.secretIdentifier", { displayName: "a", keyVault: { secretIdentifier: "secret" } }],
    ["secret", { displayName: "a", keyVault, secret: false }],
  ] as [string, JsonObject][])("%s of %j", async (target, properties) => {
    expect(targets(await put("wrong", properties))).toContain(target);
  });

  test("a display name that another has, in any case", async () => {
    await put("first", { displayName: "Taken", value: "1" });
    expect(targets(await put("second", { displayName: "taken", value: "2" }))).toEqual(["displayName"]);
    expect((await put("first", { displayName: "TAKEN", value: "1" })).status).toBe(200);
  });

  test("an expression may hold double braces", async () => {
    expect((await put("expression", { displayName: "expression", value: "@{ return new[] {{1}}; }" })).status).toBe(
      201,
    );
  });
});

describe("changing what is secret", () => {
  test("a secret stays when left out, and becomes plain only with its value", async () => {
    await put("turning", { displayName: "turning", value: "one", secret: true });
    await put("turning", { displayName: "turning", secret: true, tags: ["t"] });
    expect((await list("turning")).body.value).toBe("one");
    expect(targets(await put("turning", { displayName: "turning", secret: false }))).toEqual(["value"]);
    expect(targets(await patch("turning", { secret: false }))).toEqual(["value"]);
    expect((await patch("turning", { secret: false, value: "two" })).body.properties.value).toBe("two");
    expect((await patch("turning", { secret: true })).body.properties).not.toHaveProperty("value");
    expect((await list("turning")).body.value).toBe("two");
  });
});

describe("key vault", () => {
  test("is kept, says that no vault is configured, and gives gateways nothing", async () => {
    const made = await put("vault", { displayName: "vault", keyVault, secret: true, tags: ["foo"] });
    expect(made.body.error ?? made.body.properties).toMatchObject({
      secret: true,
      keyVault: {
        ...keyVault,
        lastStatus: {
          code: "KeyVaultNotConfigured",
          message: expect.stringContaining("No key vault has been configured"),
        },
      },
    });
    const document = await door.store.read("/namedvalues/vault");
    if (document === null) throw new Error("it is not stored");
    expect(
      await project({
        document,
        properties: document.properties,
        installation: { debugPublicKey: null },
        read: door.store,
      }),
    ).toMatchObject({
      properties: { displayName: "vault", secret: true, value: null },
    });
    expect((await list("vault")).body).toEqual({ value: null });
    const again = await put("vault", made.body.properties);
    expect(again.headers.get("etag")).toBe(made.headers.get("etag"));
  });

  test("a stored value gives way to a vault, and comes back with a new value", async () => {
    await put("moved", { displayName: "moved", value: "one", secret: true });
    expect((await patch("moved", { keyVault })).status).toBe(200);
    expect((await list("moved")).body).toEqual({ value: null });
    expect((await patch("moved", { keyVault: null, value: "two" })).status).toBe(200);
    expect((await list("moved")).body).toEqual({ value: "two" });
  });

  test("refreshSecret answers with the resource, and only for those from a vault", async () => {
    const refreshed = await door.ask("POST", "namedValues/vault/refreshSecret");
    expect([refreshed.status, refreshed.body.name]).toEqual([200, "vault"]);
    expect(refreshed.body.properties.keyVault.lastStatus.timeStampUtc).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/);
    expect((await door.ask("POST", "namedValues/plain/refreshSecret")).body.error.code).toBe("NotFromKeyVault");
  });
});

describe("users of a named value", () => {
  const backendWith = (header: JsonObject) => ({
    properties: { url: "https://a.example", protocol: "http", credentials: { header } },
  });

  test("keep it from being deleted, and follow when it is renamed", async () => {
    await put("key", { displayName: "old-name", value: "1" });
    await door.ask("PUT", "backends/user", {
      body: backendWith({ plain: ["{{old-name}}"], mixed: ["Bearer {{ old-name }}"], other: ["{{old-name-2}}"] }),
    });
    expect((await door.ask("GET", "backends/user")).status).toBe(404);
    await door.ask("PUT", "backends/user", {
      body: backendWith({ plain: ["{{old-name}}"], mixed: ["Bearer {{ old-name }}"] }),
    });
    const refused = await door.ask("DELETE", "namedValues/key");
    expect([refused.status, refused.body.error.details[0].target]).toEqual([409, "/backends/user"]);

    const renamed = await patch("key", { displayName: "new.name" });
    expect(renamed.body.error ?? renamed.status).toBe(200);
    const user = await door.store.read("/backends/user");
    const properties = await openProperties(user?.properties ?? {}, (ids) => door.store.openSecrets(ids));
    expect(properties.credentials).toEqual({ header: { plain: ["{{new.name}}"], mixed: ["Bearer {{ new.name }}"] } });
    const change = await door.store.change(Number(renamed.headers.get("gatehouse-revision")));
    expect(change?.entries.map(({ id }) => id)).toEqual(["/namedvalues/key", "/backends/user"]);
    expect(JSON.stringify(change)).not.toContain("Bearer");

    await door.ask("DELETE", "backends/user");
    expect((await door.ask("DELETE", "namedValues/key")).status).toBe(200);
  });
});

test("lists by tag", async () => {
  const query = `$filter=${encodeURIComponent("tags/any(t: t eq 'bar')")}`;
  const found = await door.ask("GET", "namedValues", { query });
  expect(found.body.value.map(({ name }: { name: string }) => name)).toEqual(["plain"]);
});
