import { afterEach, beforeEach, expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { api, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";
import { startUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { serviceId } from "@/lib/service-id";

const productOf = (name: string): GatewayDocument[] => [
  {
    id: `/products/${name.toLowerCase()}`,
    name,
    type: "products",
    properties: { displayName: `The ${name}`, subscriptionRequired: true, approvalRequired: true, published: false },
  },
  ...["orders", "echo"].map(
    (apiName): GatewayDocument => ({
      id: `/products/${name.toLowerCase()}/apis/${apiName}`,
      name: apiName,
      type: "products/apis",
      properties: { productId: `/products/${name.toLowerCase()}`, apiId: `/apis/${apiName}` },
    }),
  ),
];

const key = subscription("Sub-1", "the-key", "/products/gold");
const documents = (serviceUrl: string): GatewayDocument[] => {
  const orders = api("orders", {
    displayName: "Orders API",
    path: "shop/orders",
    serviceUrl: `${serviceUrl}/base`,
    protocols: ["http", "https"],
    revision: "3",
    version: "v2",
    subscriptionRequired: true,
    subscriptionKeyHeader: "X-Key",
    subscriptionKeyQuery: "key",
  });
  const getItem = operation("orders", "GET", "/items/{id}?page={page}");
  return [
    defaultGlobalPolicy,
    { ...orders, name: "Orders" },
    { ...getItem, name: "GetItem", properties: { ...getItem.properties, displayName: "Get an item" } },
    api("echo"),
    ...productOf("Gold"),
    {
      ...key,
      properties: {
        ...key.properties,
        displayName: "First subscription",
        createdAt: "2024-01-02T03:04:05.000Z",
        startDate: "2024-02-01T00:00:00.000Z",
        expirationDate: null,
      },
    },
  ];
};

let gateway: GatewayFixture;
let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream((_, response) => {
    response.writeHead(203, "Backend says", { "X-Backend": "1" });
    response.end("content");
  });
  gateway = await startGateway(documents(upstream.url));
});
afterEach(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
  await upstream.close();
});

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

interface Asked {
  section?: "inbound" | "outbound" | "on-error";
  before?: string;
  path?: string;
  headers?: Record<string, string>;
  /** In the header; null: none. */
  key?: string | null;
}

/** What expressions come to in a policy of the API, as text. */
async function ask(
  expressions: string[],
  { section = "inbound", before = "", path, headers, key: given = "the-key" }: Asked = {},
) {
  const list = expressions.map((each) => `Convert.ToString(${each})`).join(", ");
  const answer = `${before}<return-response><set-body>@(string.Join("|", new string[] { ${escaped(list)} }))</set-body></return-response>`;
  const sections = { inbound: "", outbound: "", "on-error": "", [section]: answer };
  const part = (name: keyof typeof sections) => `<${name}><base />${sections[name]}</${name}>`;
  const value = `<policies>${part("inbound")}<backend><base /></backend>${part("outbound")}${part("on-error")}</policies>`;
  gateway.change({ put: [policy("/apis/orders", value)] });
  const response = await fetch(`${gateway.url}${path ?? "/shop/orders/items/a%20b?page=2&Q=1&q=2"}`, {
    headers: { ...(given === null ? {} : { "X-Key": given }), ...headers },
  });
  const text = await response.text();
  return { values: text.split("|"), status: response.status };
}

const rows: [member: string, value: string | RegExp][] = [
  ["context.Api.Id", "Orders"],
  ["context.Api.Name", "Orders API"],
  ["context.Api.Path", "shop/orders"],
  ['string.Join(",", context.Api.Protocols)', "http,https"],
  ["context.Api.ServiceUrl.Path", "/base"],
  ["context.Api.SubscriptionKeyParameterNames.Header", "X-Key"],
  ["context.Api.SubscriptionKeyParameterNames.Query", "key"],
  ["context.Api.IsCurrentRevision", "True"],
  ["context.Api.Revision", "3"],
  ["context.Api.Version", "v2"],
  ["context.Operation.Id", "GetItem"],
  ["context.Operation.Name", "Get an item"],
  ["context.Operation.Method", "GET"],
  ["context.Operation.UrlTemplate", "/items/{id}?page={page}"],
  ["context.Product.Id", "Gold"],
  ["context.Product.Name", "The Gold"],
  ["context.Product.SubscriptionRequired", "True"],
  ["context.Product.ApprovalRequired", "True"],
  ["context.Product.State", "NotPublished"],
  ['string.Join(",", context.Product.Apis.Select(a => a.Name))', "echo,Orders API"],
  ["context.Product.Groups.Count()", "0"],
  ["context.Product.SubscriptionLimit == null", "True"],
  ["context.Subscription.Id", "Sub-1"],
  ["context.Subscription.Name", "First subscription"],
  ["context.Subscription.Key", "the-key"],
  ["context.Subscription.PrimaryKey", "the-key"],
  ["context.Subscription.SecondaryKey", "the-key-secondary"],
  ['context.Subscription.CreatedDate.ToString("s")', "2024-01-02T03:04:05"],
  ['context.Subscription.StartDate.Value.ToString("s")', "2024-02-01T00:00:00"],
  ["context.Subscription.EndDate == null", "True"],
  ["context.Deployment.Gateway.Id", "managed"],
  ["context.Deployment.Gateway.IsManaged", "True"],
  ["context.Deployment.GatewayId", "managed"],
  ["context.Deployment.ServiceId", serviceId],
  ["context.Deployment.ServiceName", serviceId.slice(serviceId.lastIndexOf("/") + 1)],
  ["context.Deployment.Certificates.Count", "0"],
  ["context.Request.Method", "GET"],
  ["context.Request.IpAddress", "127.0.0.1"],
  ["context.Request.Certificate == null", "True"],
  ["context.Request.Body == null", "True"],
  ['context.Request.Headers["X-Two"].Length', "1"],
  ['context.Request.Headers.GetValueOrDefault("x-two", "")', /^a, ?b$/],
  ['context.Request.MatchedParameters["id"]', "a b"],
  ['context.Request.MatchedParameters["page"]', "2"],
  ["context.Request.OriginalUrl.Scheme", "http"],
  ["context.Request.OriginalUrl.Host", "127.0.0.1"],
  ["context.Request.OriginalUrl.Path", "/shop/orders/items/a%20b"],
  ["context.Request.OriginalUrl.QueryString", "?page=2&Q=1&q=2"],
  ["context.Request.Url.Path", "/base/items/a%20b"],
  ['string.Join(",", context.Request.Url.Query["q"])', "1,2"],
  ["context.LastError == null", "True"],
  ["context.User == null", "True"],
  ["context.GraphQL == null", "True"],
  ["context.Tracing", "False"],
  ["context.Elapsed.TotalSeconds >= 0 && context.Elapsed.TotalSeconds < 100", "True"],
  ["Math.Abs((DateTime.UtcNow - context.Timestamp).TotalSeconds) < 100", "True"],
  ["context.Timestamp.Kind", "Utc"],
  ["context.RequestId", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ["context.RequestId == context.RequestId", "True"],
  ["context.Variables.Count", "0"],
  ['context.Variables.ContainsKey("x")', "False"],
];

test("each member of context has the value it should have", async () => {
  const { values } = await ask(
    rows.map(([member]) => member),
    { headers: { "X-Two": "a,b" } },
  );
  expect(rows.map(([member], index) => [member, values[index]])).toEqual(
    rows.map(([member, value]) => [member, typeof value === "string" ? value : expect.stringMatching(value)]),
  );
});

test("the port is the one that the client asked at, and the URL of the request that of the backend", async () => {
  const { values } = await ask([
    "context.Request.OriginalUrl.Port",
    "context.Request.Url.Port",
    "context.Request.Url",
    "context.Api.ServiceUrl",
  ]);
  const { port } = upstream;
  const base = `http://127.0.0.1:${port}/base`;
  expect(values).toEqual([`${gateway.port}`, `${port}`, `${base}/items/a%20b?page=2&Q=1&q=2`, base]);
});

test("policies see which key the request bears, and from the query as well", async () => {
  const members = ["context.Subscription.Key", "context.Subscription.PrimaryKey", "context.Subscription.Id"];
  const bySecondary = await ask(members, { key: "the-key-secondary" });
  expect(bySecondary.values).toEqual(["the-key-secondary", "the-key", "Sub-1"]);
  const path = "/shop/orders/items/1?page=2&key=the-key-secondary";
  expect((await ask(members, { path, key: null })).values).toEqual(bySecondary.values);
});

test("what a policy changes is what the next ones see", async () => {
  const before = `<set-variable name="x" value="@(1)" /><set-method>PUT</set-method>
    <set-header name="X-Two"><value>new</value></set-header>
    <set-backend-service base-url="https://other.example/v2" />
    <rewrite-uri template="/things/{id}" />
    <set-query-parameter name="q" exists-action="delete" />`;
  const { values } = await ask(
    [
      "context.Request.Method",
      'context.Request.Headers.GetValueOrDefault("X-Two", "")',
      "context.Request.Url",
      "context.Request.OriginalUrl.Path",
      '(int)context.Variables["x"] + 1',
      "context.Variables.Count",
    ],
    { before },
  );
  const url = "https://other.example/v2/things/a%20b";
  expect(values).toEqual(["PUT", "new", url, "/shop/orders/items/a%20b", "2", "1"]);
});

test("the response is the backend's, in outbound", async () => {
  const before =
    '<set-variable name="status" value="@(context.Response.StatusCode)" /><set-variable name="all" value="@(context.Response.StatusReason + context.Response.Headers.GetValueOrDefault(&quot;x-backend&quot;, &quot;&quot;) + context.Response.Body.As&lt;string&gt;(true))" />';
  const { values } = await ask(['context.Variables["status"]', 'context.Variables["all"]'], {
    section: "outbound",
    before,
  });
  expect(values).toEqual(["203", "Backend says1content"]);
});

test("without a subscription, a product or an operation there is none, and the error is told", async () => {
  const members = [
    "context.Subscription == null",
    "context.Product == null",
    "context.Operation == null",
    "context.Api.Id",
    "context.LastError.Source",
    "context.LastError.Reason",
    "context.LastError.Section",
  ];
  const noKey = await ask(members, { section: "on-error", key: null });
  expect(noKey.values.slice(0, 6)).toEqual([
    "True",
    "True",
    "False",
    "Orders",
    "authorization",
    "SubscriptionKeyNotFound",
  ]);
  const noOperation = await ask(members, { section: "on-error", path: "/shop/orders/none" });
  expect(noOperation.values.slice(0, 6)).toEqual([
    "True",
    "True",
    "True",
    "Orders",
    "configuration",
    "OperationNotFound",
  ]);
});

test("each request has an id of its own", async () => {
  const ids = [await ask(["context.RequestId"]), await ask(["context.RequestId"])].map(({ values }) => values[0]);
  expect(new Set(ids).size).toBe(2);
});
