import { createHmac } from "node:crypto";
import type { ApiManagementClient } from "@azure/arm-apimanagement";
import { echo } from "./testing/echo";
import { expect, type Installation, test } from "./testing/installation";
import { type OpenServer, openServer } from "./testing/open-server";
import { group, service, vendorClient } from "./testing/vendor-client";

const soon = { timeout: 10_000 };

const key = Buffer.from("a key that signs tokens of a shop");
const token = (claims: Record<string, unknown>): string => {
  const parts = [
    { alg: "HS256", typ: "JWT" },
    { exp: Math.floor(Date.now() / 1000) + 600, ...claims },
  ];
  const signed = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${signed}.${createHmac("sha256", key).update(signed).digest("base64url")}`;
};

const policy = (inbound: string, outbound = "", backend = "<base />"): string =>
  `<policies><inbound><base />${inbound}</inbound><backend>${backend}</backend><outbound><base />${outbound}</outbound><on-error><base /></on-error></policies>`;

const checkToken =
  '<validate-jwt header-name="Authorization"><issuer-signing-keys><key>{{shop-key}}</key></issuer-signing-keys><required-claims><claim name="role"><value>buyer</value></claim></required-claims></validate-jwt>';
const limit =
  '<rate-limit-by-key calls="2" renewal-period="300" counter-key="@(context.Request.Headers.GetValueOrDefault("Authorization",""))" remaining-calls-header-name="x-left" />';
const callOut = `<send-request mode="new" response-variable-name="answer" timeout="10"><set-url>${echo}/stock</set-url><set-method>GET</set-method></send-request><set-variable name="stock" value="@((string)((IResponse)context.Variables["answer"]).Body.As<JObject>()["url"])" />`;
const transform = '<set-body template="liquid">{"order": "{{body.name | upcase}}"}</set-body>';
const stylesheet =
  '<xsl-transform><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output omit-xml-declaration="yes" /><xsl:template match="/"><order><xsl:value-of select="/r/name" /></order></xsl:template></xsl:stylesheet></xsl-transform>';
const checkXml =
  '<validate-content unspecified-content-type-action="prevent" max-size="10000" size-exceeded-action="prevent"><content type="text/xml" validate-as="xml" action="prevent" schema-id="orders" /></validate-content>';
const schema =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType><xs:sequence><xs:element name="name" type="xs:string" /></xs:sequence></xs:complexType></xs:element></xs:schema>';

const keep = '<cache-lookup vary-by-developer="false" vary-by-developer-groups="false" />';
const setHeader = (name: string, value: string): string =>
  `<set-header name="${name}" exists-action="override"><value>@(${value})</value></set-header>`;

/** A backend that is down, and tells how often it was asked. */
async function startFailing(): Promise<OpenServer & { calls(): number }> {
  let calls = 0;
  const server = await openServer((_request, response) => {
    calls++;
    response.writeHead(503).end();
  });
  return { ...server, calls: () => calls };
}

/** Microsoft's own client, and what it needs to make an API with its operations. */
function client(gatehouse: Installation) {
  const azure = vendorClient(gatehouse);
  const operation = (api: string, method: string, urlTemplate: string, value: string) => {
    const id = `${method}${urlTemplate}`.toLowerCase().replaceAll("/", "-");
    return azure.apiOperation
      .createOrUpdate(group, service, api, id, { displayName: id, method, urlTemplate })
      .then(() =>
        azure.apiOperationPolicy.createOrUpdate(group, service, api, id, "policy", { value, format: "rawxml" }),
      );
  };
  const api = (name: string) =>
    azure.api.beginCreateOrUpdateAndWait(group, service, name, {
      displayName: name,
      path: name,
      protocols: ["http", "https"],
      subscriptionRequired: false,
      serviceUrl: echo,
    });
  return { azure, api, operation };
}

const keepKey = (azure: ApiManagementClient) =>
  azure.namedValue.beginCreateOrUpdateAndWait(group, service, "shop-key", {
    displayName: "shop-key",
    value: key.toString("base64"),
    secret: true,
  });
const withToken = (claims: Record<string, unknown>) => ({ Authorization: `Bearer ${token(claims)}` });

test("policies that a client library made limit, check, keep, transform and call out", async ({
  gatehouse,
  request,
}) => {
  const { azure, api, operation } = client(gatehouse);
  await keepKey(azure);
  await azure.globalSchema.beginCreateOrUpdateAndWait(group, service, "orders", { schemaType: "xml", value: schema });
  await api("shop");
  await operation(
    "shop",
    "GET",
    "/stock",
    policy(checkToken + limit + callOut, setHeader("x-stock", `(string)context.Variables["stock"]`)),
  );
  await operation("shop", "POST", "/orders", policy(transform));
  await operation("shop", "POST", "/xml", policy(checkXml + stylesheet));
  await operation(
    "shop",
    "GET",
    "/kept",
    policy(keep, `${setHeader("x-made", "context.RequestId")}<cache-store duration="300" />`),
  );

  const shop = `${gatehouse.gateway}/shop`;
  const buyer = withToken({ role: "buyer" });
  await expect(async () => {
    expect((await request.get(`${shop}/kept`)).status()).toBe(200);
  }).toPass(soon);

  const first = await request.get(`${shop}/stock`, { headers: buyer });
  expect(first.status()).toBe(200);
  expect(first.headers()).toMatchObject({ "x-left": "1", "x-stock": `${echo}/stock` });
  expect((await request.get(`${shop}/stock`, { headers: buyer })).status()).toBe(200);
  const third = await request.get(`${shop}/stock`, { headers: buyer });
  expect(third.status()).toBe(429);
  expect(Number(third.headers()["retry-after"])).toBeGreaterThan(0);
  expect((await request.get(`${shop}/stock`)).status()).toBe(401);

  const kept = async () => (await request.get(`${shop}/kept`)).headers()["x-made"];
  expect(await kept()).toBe(await kept());

  const order = await request.post(`${shop}/orders`, { data: { name: "tea" } });
  expect(JSON.parse((await order.json()).body)).toEqual({ order: "TEA" });

  const xml = { "Content-Type": "text/xml" };
  const transformed = await request.post(`${shop}/xml`, { headers: xml, data: "<r><name>tea</name></r>" });
  expect((await transformed.json()).body.trim()).toBe("<order>tea</order>");
  const refused = await request.post(`${shop}/xml`, { headers: xml, data: "<r><price>7</price></r>" });
  expect(refused.status()).toBe(400);
  expect((await refused.json()).message).toContain("does not conform to the definition orders");
});

test("the trace of a token that is refused shows which step refused it, and why", async ({ gatehouse, request }) => {
  const { azure, api, operation } = client(gatehouse);
  await keepKey(azure);
  await api("traced");
  await operation("traced", "GET", "/stock", policy(setHeader("x-before", '"1"') + checkToken));
  const { token: debugToken } = await azure.gateway.listDebugCredentials(group, service, "managed", {
    credentialsExpireAfter: "PT1H",
    apiId: `${new URL(gatehouse.api).pathname}/apis/traced`,
    purposes: ["tracing"],
  });
  const headers = { ...withToken({ role: "guest" }), "Apim-Debug-Authorization": debugToken ?? "" };
  const refused = async () => {
    const answer = await request.get(`${gatehouse.gateway}/traced/stock`, { headers });
    expect(answer.status()).toBe(401);
    return answer.headers()["apim-trace-id"] ?? "";
  };
  let traceId = "";
  await expect(async () => {
    traceId = await refused();
    expect(traceId).not.toBe("");
  }).toPass(soon);
  await expect(async () => {
    const trace = await azure.gateway.listTrace(group, service, "managed", { traceId });
    const { inbound } = trace.traceEntries as { inbound: object[] };
    expect(inbound).toContainEqual(
      expect.objectContaining({
        source: "set-header",
        changes: [{ what: "request", name: "header x-before", before: null, after: "1" }],
      }),
    );
    expect(inbound).toContainEqual(
      expect.objectContaining({
        source: "validate-jwt",
        place: expect.objectContaining({ scope: "operation", path: "validate-jwt[1]" }),
        error: {
          source: "validate-jwt",
          reason: "TokenClaimValueNotAllowed",
          message: "Claim role value of guest is not allowed. Access denied.",
        },
      }),
    );
    expect(JSON.stringify(trace)).not.toContain(key.toString("base64"));
  }).toPass(soon);
});

test("a backend that fails trips its breaker: the pool goes on without it, and the portal shows it", async ({
  gatehouse,
  request,
}) => {
  const down = await startFailing();
  const { azure, api, operation } = client(gatehouse);
  await azure.backend.createOrUpdate(group, service, "down", {
    url: down.url,
    protocol: "http",
    circuitBreaker: {
      rules: [
        {
          name: "failing",
          failureCondition: { count: 2, interval: "PT5M", statusCodeRanges: [{ min: 500, max: 599 }] },
          tripDuration: "PT5M",
        },
      ],
    },
  });
  await azure.backend.createOrUpdate(group, service, "up", { url: `${echo}/up`, protocol: "http" });
  await azure.backend.createOrUpdate(group, service, "both", {
    typePropertiesType: "Pool",
    pool: {
      services: [
        { id: "/backends/down", priority: 1 },
        { id: "/backends/up", priority: 2 },
      ],
    },
  });
  const retry =
    '<retry condition="@(context.Response.StatusCode >= 500)" count="3" interval="0"><forward-request /></retry>';
  await api("pooled");
  await operation("pooled", "GET", "/", policy('<set-backend-service backend-id="both" />', "", retry));

  const pooled = () => request.get(`${gatehouse.gateway}/pooled`);
  await expect(async () => expect((await pooled()).status()).toBe(200)).toPass(soon);
  expect(down.calls()).toBe(2);
  expect((await (await pooled()).json()).url).toBe(`${echo}/up`);
  expect(down.calls()).toBe(2);

  await expect(async () => {
    const answer = await request.get(`${gatehouse.api}/backends/down/circuitBreakerState?api-version=2024-05-01`, {
      headers: { Authorization: `Bearer ${gatehouse.token}` },
    });
    expect((await answer.json()).value).toEqual([
      expect.objectContaining({ node: "managed", rule: "failing", state: "open" }),
    ]);
  }).toPass(soon);
  await down.close();
});
