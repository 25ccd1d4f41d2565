import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "@/lib/json";
import { pfxFiles } from "@/lib/pfx/testing/pfx-files";
import { serviceId } from "@/lib/service-id";
import { type Answer, askDoor, type Door, openDoor } from "../../testing/door";
import { mask } from "../define";
import { openProperties } from "../secret-fields";
import { project } from "./project";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
  await door.ask("PUT", "namedValues/token", { body: { properties: { displayName: "api-token", value: "abc" } } });
  await door.ask("PUT", "certificates/client", { body: { properties: { data: pfxFiles.ec, password: "" } } });
});
afterAll(() => door.close());

const single = { url: "https://orders.example/v2", protocol: "http" };
const put = (name: string, properties: JsonObject): Promise<Answer> =>
  door.ask("PUT", `backends/${name}`, { body: { properties } });
const details = (answer: Answer) => {
  expect(answer.status).toBe(400);
  return answer.body.error.details.map(({ target, message }: { target: string; message: string }) => [target, message]);
};
const stored = async (name: string) => {
  const document = await door.store.read(`/backends/${name}`);
  if (document === null) throw new Error(`${name} is not stored`);
  return document;
};
const opened = async (name: string) =>
  openProperties((await stored(name)).properties, (ids) => door.store.openSecrets(ids));

describe("201", () => {
  test("a backend with every member", async () => {
    const properties = {
      title: "Orders",
      description: "Everything",
      resourceId: "https://management.azure.com/subscriptions/x/resourceGroups/y/providers/Microsoft.Web/sites/z",
      type: "Single",
      ...single,
      credentials: {
        certificateIds: [`${serviceId}/certificates/client`],
        certificate: ["98323D8EE4E8B98B4813FD6D0B9B5EACC1D075C3"],
        query: { sv: ["xx", "bb", "cc"] },
        header: { "x-my-1": ["val1", "{{api-token}}"] },
        authorization: { scheme: "Basic", parameter: "opensesma" },
        managedIdentity: { resource: "https://cognitiveservices.azure.com", clientId: "one" },
      },
      proxy: { url: "http://192.168.1.1:8080", username: "Contoso\\admin", password: "hidden" },
      tls: {
        validateCertificateChain: false,
        validateCertificateName: true,
        serverCertificateThumbprints: ["98323D8EE4E8B98B4813FD6D0B9B5EACC1D075C3"],
        serverX509Names: [{ name: "orders", issuerCertificateThumbprint: "ABC" }],
      },
      circuitBreaker: {
        rules: [
          {
            name: "busy",
            failureCondition: {
              count: 3,
              interval: "PT5M",
              statusCodeRanges: [{ min: 429, max: 429 }],
              errorReasons: ["Timeout"],
            },
            tripDuration: "PT1M",
            acceptRetryAfter: true,
            failureResponse: { statusCode: 503 },
          },
        ],
      },
    };
    const made = await put("everything", properties);
    expect(made.body.error ?? made.status).toBe(201);
    const { credentials, proxy, ...rest } = made.body.properties;
    const { credentials: _c, proxy: _p, ...same } = properties;
    expect(rest).toEqual(same);
    expect(credentials).toEqual({
      ...properties.credentials,
      query: { sv: [mask, mask, mask] },
      header: { "x-my-1": [mask, "{{api-token}}"] },
      authorization: { scheme: "Basic", parameter: mask },
    });
    expect(proxy.password).toBe(mask);
    const sent = JSON.stringify(await opened("everything"));
    for (const secret of ["val1", "xx", "opensesma", "hidden"]) {
      expect(sent).toContain(`"${secret}"`);
      expect(JSON.stringify(await door.store.changes({}))).not.toContain(`"${secret}"`);
    }
  });

  test("the examples that Microsoft publishes", async () => {
    const cluster = {
      description: "Service Fabric Test App 1",
      properties: {
        serviceFabricCluster: {
          clientCertificateId: `${serviceId}/certificates/client`,
          managementEndpoints: ["https://somecluster.com"],
          maxPartitionResolutionRetries: 5,
          serverX509Names: [{ name: "ServerCommonName1", issuerCertificateThumbprint: "IssuerCertificateThumbprint1" }],
        },
      },
      url: "fabric:/mytestapp/mytestservice",
      protocol: "http",
    };
    expect((await put("fabric", cluster)).body.properties).toEqual({ ...cluster, type: "Single" });
    await put("backend-1", single);
    await put("backend-2", single);
    const id = (name: string) =>
      `/subscriptions/0/resourceGroups/rg1/providers/Microsoft.ApiManagement/service/apimService1/backends/${name}`;
    for (const services of [
      [
        { id: id("backend-1"), priority: 1 },
        { id: id("backend-2"), priority: 2 },
      ],
      [{ id: id("backend-1") }, { id: id("backend-2") }],
      [
        { id: id("backend-1"), weight: 75 },
        { id: id("backend-2"), weight: null },
      ],
    ]) {
      const made = await put("pool-of-two", { type: "Pool", pool: { services } });
      expect(made.body.error ?? made.body.properties.pool.services).toEqual(services);
    }
  });

  test("nulls count as absent", async () => {
    const made = await put("nulls", { ...single, title: null, credentials: null, tls: null, pool: null });
    expect(made.body.properties).toEqual({ ...single, type: "Single" });
  });
});

describe("400", () => {
  test("single and pool, in Azure's words", async () => {
    expect(details(await put("x", {}))).toEqual([
      ["url", "Url is required for a single backend."],
      ["protocol", "Protocol is required for a single backend."],
    ]);
    expect(
      details(await put("x", { type: "Pool", ...single, pool: { services: [{ id: "/backends/echo" }] } })),
    ).toEqual([
      ["url", "Url is not supported for backend pool."],
      ["protocol", "Protocol is not supported for backend pool."],
    ]);
    expect(details(await put("x", { ...single, pool: { services: [{ id: "/backends/echo" }] } }))[0][0]).toBe("pool");
    expect(details(await put("x", { type: "Pool" }))[0][0]).toBe("pool.services");
    expect(details(await put("x", { type: "Pool", pool: { services: [] } }))).toEqual([
      ["pool.services", "Must have at least 1 item."],
    ]);
  });

  test("members of a pool", async () => {
    await put("member", single);
    await put("pool", { type: "Pool", pool: { services: [{ id: "/backends/member" }] } });
    const poolOf = (...ids: string[]) => put("other", { type: "Pool", pool: { services: ids.map((id) => ({ id })) } });
    expect(details(await poolOf("/backends/pool"))[0][1]).toContain("A pool cannot contain a pool.");
    expect(details(await poolOf("/backends/other"))[0][1]).toContain("cannot contain itself");
    expect(details(await poolOf("/backends/member", "/BACKENDS/Member/"))[0]).toEqual([
      "pool.services[1].id",
      "/backends/member is in the pool already.",
    ]);
    expect(details(await poolOf("/apis/member"))[0][1]).toContain("is not the id of a backend");
    expect(details(await poolOf("/backends/member", "/backends/gone"))).toEqual([
      ["pool.services[1].id", "/backends/gone does not exist."],
    ]);
    const turned = await put("member", { type: "Pool", pool: { services: [{ id: "/backends/echo" }] } });
    expect(details(turned)[0]).toEqual(["type", expect.stringContaining("/backends/pool is a pool")]);
    const many = Array.from({ length: 31 }, (_, index) => ({ id: `/backends/b${index}` }));
    expect(details(await put("x", { type: "Pool", pool: { services: many } }))[0][1]).toBe(
      "Must have at most 30 items.",
    );
  });

  test("an unknown named value, at the credentials", async () => {
    const header = { authorization: ["Bearer {{api-token}}{{ gone }}"], "x-other": ["{{gone}}"] };
    expect(details(await put("x", { ...single, credentials: { header } }))).toEqual([
      ["credentials", "Property 'gone' not found."],
    ]);
  });

  test.each([
    ["url", { url: "" }],
    ["url", { url: "orders.example" }],
    ["url", { url: `https://${"x".repeat(2000)}` }],
    ["title", { title: "x".repeat(301) }],
    ["description", { description: "" }],
    ["credentials.header.bad name", { credentials: { header: { "bad name": ["x"] } } }],
    ["credentials.header.x[0]", { credentials: { header: { x: ["a\r\nb: c"] } } }],
    ["credentials.certificateIds", { credentials: { certificateIds: Array(33).fill("/certificates/client") } }],
    ["credentials.authorization.scheme", { credentials: { authorization: { parameter: "x" } } }],
    [
      "credentials.authorization.parameter",
      { credentials: { authorization: { scheme: "x", parameter: "x".repeat(301) } } },
    ],
    ["proxy.url", { proxy: { username: "x" } }],
    ["tls.serverCertificateThumbprints[0]", { tls: { serverCertificateThumbprints: ["zz"] } }],
    ["circuitBreaker.rules", { circuitBreaker: { rules: Array(16).fill({}) } }],
    [
      "circuitBreaker.rules[0].failureCondition",
      { circuitBreaker: { rules: [{ failureCondition: { count: 1, percentage: 1 } }] } },
    ],
    [
      "circuitBreaker.rules[0].failureCondition.statusCodeRanges[0].min",
      { circuitBreaker: { rules: [{ failureCondition: { statusCodeRanges: [{ min: 199, max: 600 }] } }] } },
    ],
    [
      "circuitBreaker.rules[0].failureCondition.statusCodeRanges[0]",
      { circuitBreaker: { rules: [{ failureCondition: { statusCodeRanges: [{ min: 500, max: 400 }] } }] } },
    ],
    ["circuitBreaker.rules[0].tripDuration", { circuitBreaker: { rules: [{ tripDuration: "1 hour" }] } }],
    ["circuitBreaker.rules[0].tripDuration", { circuitBreaker: { rules: [{ tripDuration: "PT0S" }] } }],
    ["circuitBreaker.rules[1].name", { circuitBreaker: { rules: [{ name: "a" }, { name: "a" }] } }],
    ["properties.serviceFabricCluster.managementEndpoints", { properties: { serviceFabricCluster: {} } }],
    [
      "properties.serviceFabricCluster.maxPartitionResolutionRetries",
      {
        properties: { serviceFabricCluster: { managementEndpoints: ["https://a"], maxPartitionResolutionRetries: 11 } },
      },
    ],
  ] as [string, JsonObject][])("%s of %j", async (target, properties) => {
    expect(details(await put("wrong", { ...single, ...properties })).map(([at]: string[]) => at)).toContain(target);
  });
});

describe("secrets", () => {
  const header = (...values: string[]) => ({ ...single, credentials: { header: { "x-key": values } } });

  test("a mask sent back means the stored one", async () => {
    await put("masked", header("one", "two"));
    const pointers = JSON.stringify((await stored("masked")).properties.credentials);
    expect((await put("masked", { ...header(mask, mask), title: "Other" })).status).toBe(200);
    expect(JSON.stringify((await stored("masked")).properties.credentials)).toBe(pointers);
    await put("masked", header(mask, "three", "four"));
    expect(await opened("masked")).toMatchObject(header("one", "three", "four"));
  });

  test("listSecrets shows them to who may, with an audit row", async () => {
    await put("revealed", { ...header("one"), proxy: { url: "http://proxy.example", password: "hidden" } });
    const shown = await door.ask("POST", "backends/revealed/listSecrets", { role: "editor" });
    expect(shown.body).toEqual({
      credentials: { header: { "x-key": ["one"] } },
      proxy: { url: "http://proxy.example", password: "hidden" },
    });
    expect((await door.store.identity.auditTrail({ top: 1 }))[0]).toMatchObject({
      action: "secret-revealed",
      subject: "/backends/revealed",
    });
    expect((await door.ask("POST", "backends/revealed/listSecrets", { role: "reader" })).status).toBe(403);
  });

  test("the same value sent again is no change", async () => {
    const first = await put("again", header("one"));
    const second = await put("again", header("one"));
    expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
  });

  test("a mask that stands for nothing, or nobody knows for what, is refused", async () => {
    expect(details(await put("unmasked", header(mask)))[0][0]).toBe("credentials.header.x-key[0]");
    await put("unmasked", header("one", "two"));
    expect(details(await put("unmasked", header(mask)))[0][1]).toContain("ambiguous");
  });

  test("what a PUT leaves out goes, but a password and an authorization stay", async () => {
    const proxy = { url: "http://proxy.example", password: "hidden" };
    await put("partly", { ...header("one"), proxy });
    await put("partly", { ...single, proxy: { url: "http://proxy.example" } });
    expect(await opened("partly")).toEqual({ ...single, type: "Single", proxy });
  });

  test("PATCH keeps, replaces and removes", async () => {
    const proxy = { url: "http://proxy.example", password: "hidden" };
    await put("patched", { ...header("one"), proxy });
    const patch = (properties: JsonObject) => door.ask("PATCH", "backends/patched", { body: { properties } });
    expect((await patch({ title: "New" })).status).toBe(200);
    expect(await opened("patched")).toMatchObject({ title: "New", ...header("one"), proxy });
    await patch({ proxy: { password: null }, credentials: { header: { "x-key": null, "x-new": ["two"] } } });
    expect(await opened("patched")).toMatchObject({ credentials: { header: { "x-new": ["two"] } } });
    expect((await opened("patched")).proxy).toEqual({ url: "http://proxy.example" });
    const wrong = await patch({ type: "Pool" });
    expect(details(wrong).map(([target]: string[]) => target)).toEqual(["url", "protocol", "pool.services"]);
  });
});

test("circuitBreakerState tells of the backend's own breakers, on every node that is connected", async () => {
  await put("broken", single);
  const breaker = {
    node: "n1",
    backendId: "/backends/broken",
    rule: "r",
    state: "open" as const,
    failures: 3,
    since: 0,
    until: 60_000,
    lastReason: "Status 503",
  };
  const breakers = [breaker, { ...breaker, backendId: "/backends/echo" }];
  const publish = { ...door.management.publish, breakers: () => breakers };
  const ask = (role: "reader" | null) =>
    askDoor({ ...door.management, publish }, "GET", "backends/Broken/circuitBreakerState", { role });
  expect((await ask("reader")).body).toEqual({
    value: [
      {
        node: "n1",
        rule: "r",
        state: "open",
        failures: 3,
        since: "1970-01-01T00:00:00.000Z",
        until: "1970-01-01T00:01:00.000Z",
        lastReason: "Status 503",
      },
    ],
    count: 1,
  });
  expect((await ask(null)).status).toBe(401);
});

describe("reconnect", () => {
  test("202, and gateways find when", async () => {
    await put("lost", single);
    const asked = await door.ask("POST", "backends/lost/reconnect", { body: { properties: { after: "PT3M" } } });
    expect([asked.status, asked.body]).toEqual([202, null]);
    const at = (await stored("lost")).properties.reconnectAt as number;
    expect(at - Date.now()).toBeGreaterThan(170_000);
    expect((await door.ask("GET", "backends/lost")).body.properties).not.toHaveProperty("reconnectAt");
    expect((await door.ask("POST", "backends/lost/reconnect")).status).toBe(202);
  });

  test("400 before two minutes, 403 for a reader, 404 for nothing", async () => {
    const body = { properties: { after: "PT1M59S" } };
    expect(details(await door.ask("POST", "backends/echo/reconnect", { body }))).toEqual([
      ["properties.after", "Must be at least PT2M."],
    ]);
    expect((await door.ask("POST", "backends/echo/reconnect", { role: "reader" })).status).toBe(403);
    expect((await door.ask("POST", "backends/gone/reconnect")).status).toBe(404);
  });
});

test("a gateway is told everything, in the clear and with defaults", async () => {
  const document = await stored("everything");
  const told = await project({
    document,
    properties: await opened("everything"),
    installation: { debugPublicKey: null },
    read: door.store,
  });
  expect(told).toMatchObject({
    id: "/backends/everything",
    type: "backends",
    properties: {
      url: "https://orders.example/v2",
      credentials: {
        certificateIds: ["/certificates/client"],
        header: { "x-my-1": ["val1", "{{api-token}}"] },
        authorization: { scheme: "Basic", parameter: "opensesma" },
      },
      proxy: { password: "hidden" },
      circuitBreaker: { rules: [{ name: "busy", failureResponseStatusCode: 503 }] },
      pool: null,
    },
  });
  const pool = await project({ ...(await poolOf()), installation: { debugPublicKey: null }, read: door.store });
  expect(pool?.properties).toMatchObject({
    type: "Pool",
    url: null,
    protocol: null,
    tls: { validateCertificateChain: true, validateCertificateName: true },
    pool: { services: [{ backendId: "/backends/backend-1", weight: 75, priority: null }, { weight: null }] },
  });
});

async function poolOf() {
  const document = await stored("pool-of-two");
  return { document, properties: document.properties };
}
