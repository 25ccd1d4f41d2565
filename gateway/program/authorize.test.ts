import { afterAll, beforeAll, expect, test } from "vitest";
import type { GatewayDocument, GatewayDocuments } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import { type FakeRequest, fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { api, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { build } from "./build";

const mark = (text: string) => `<set-header name="X-Scopes" exists-action="append"><value>${text}</value></set-header>`;
const marking = (scope: string) =>
  `<policies><inbound><base />${mark(scope)}</inbound><backend><base /></backend><outbound><base />${mark(scope)}</outbound></policies>`;

const product = (name: string, given: Partial<GatewayDocuments["products"]> = {}): GatewayDocument => {
  const defaults = { displayName: name, subscriptionRequired: true, approvalRequired: false, published: true };
  return { id: `/products/${name}`, name, type: "products", properties: { ...defaults, ...given } };
};
const holds = (productName: string, apiName: string): GatewayDocument => {
  const properties = { productId: `/products/${productName}`, apiId: `/apis/${apiName}` };
  return { id: `/products/${productName}/apis/${apiName}`, name: apiName, type: "products/apis", properties };
};
const states = ["active", "submitted", "suspended", "cancelled", "expired", "rejected"] as const;
const inState = (state: (typeof states)[number]): GatewayDocument => {
  const made = subscription(state, `key-${state}`);
  return { ...made, properties: { ...made.properties, state } };
};
const dated = (name: string, startDate: string | null, expirationDate: string | null): GatewayDocument => {
  const made = subscription(name, `key-${name}`);
  return { ...made, properties: { ...made.properties, startDate, expirationDate } };
};
const serviceUrl = "http://echo.gatehouse.internal";

const documents: GatewayDocument[] = [
  defaultGlobalPolicy,
  // Closed and open APIs; those named "in-..." are in products.
  ...["closed", "open", "in-closed", "in-open", "open-in-closed", "custom"].flatMap((name) => [
    api(name, { subscriptionRequired: !name.startsWith("open"), serviceUrl }),
    operation(name, "GET", "/x"),
    policy(`/apis/${name}`, marking("api")),
  ]),
  api("custom", {
    subscriptionRequired: true,
    subscriptionKeyHeader: "X-Key",
    subscriptionKeyQuery: "key",
    serviceUrl,
  }),
  api("in-closed;rev=2", {
    path: "in-closed",
    revision: "2",
    isCurrent: false,
    subscriptionRequired: true,
    serviceUrl,
  }),
  operation("in-closed;rev=2", "GET", "/x"),
  product("locked"),
  product("hidden", { published: false }),
  product("free", { subscriptionRequired: false }),
  ...["locked", "hidden", "free"].map((name) => policy(`/products/${name}`, marking(name))),
  holds("locked", "in-closed"),
  holds("hidden", "in-closed"),
  holds("locked", "open-in-closed"),
  holds("free", "in-open"),
  subscription("all-access", "key-all", "/"),
  subscription("all-apis", "key-apis", "/apis"),
  subscription("to-closed", "key-closed", "/apis/closed"),
  subscription("to-in-closed", "key-in-closed", "/apis/in-closed"),
  subscription("to-locked", "key-locked", "/products/locked"),
  subscription("to-hidden", "key-hidden", "/products/hidden"),
  subscription("to-free", "key-free", "/products/free"),
  subscription("to-nothing", "key-nothing", "/products/nothing"),
  // One key for two subscriptions: the one that opens the API counts.
  subscription("twin-a", "key-twin", "/apis/closed"),
  subscription("twin-b", "key-twin", "/products/locked"),
  ...states.map(inState),
  dated("not-yet", "2999-01-01T00:00:00Z", null),
  dated("long-over", null, "2001-01-01T00:00:00Z"),
];

interface Row {
  rule: string;
  url: string;
  headers?: Record<string, string>;
  /** Whose policies run; or why nobody's. */
  scopes?: string;
  refused?: "missing" | "invalid";
  subscription?: string | null;
  product?: string | null;
}
const key = (value: string) => ({ "Ocp-Apim-Subscription-Key": value });

const rows: Row[] = [
  {
    rule: "the header, whatever its case",
    url: "/closed/x",
    headers: { "ocp-APIM-subscription-KEY": "key-all" },
    scopes: "api",
  },
  { rule: "the query", url: "/closed/x?a=b&subscription-key=key-all", scopes: "api" },
  { rule: "the query, encoded", url: "/closed/x?subscription%2Dkey=key%2Dall", scopes: "api" },
  {
    rule: "the query only without the header",
    url: "/closed/x?subscription-key=key-all",
    headers: key("no"),
    refused: "invalid",
  },
  {
    rule: "a wrong query where the header is right",
    url: "/closed/x?subscription-key=no",
    headers: key("key-all"),
    scopes: "api",
  },
  { rule: "a header of the API's own", url: "/custom/x", headers: { "x-key": "key-all" }, scopes: "api" },
  { rule: "a parameter of the API's own", url: "/custom/x?key=key-all", scopes: "api" },
  { rule: "the usual header where the API has its own", url: "/custom/x", headers: key("key-all"), refused: "missing" },
  {
    rule: "the secondary key",
    url: "/closed/x",
    headers: key("key-closed-secondary"),
    scopes: "api",
    subscription: "to-closed",
  },
  { rule: "keys differ by case", url: "/closed/x", headers: key("KEY-ALL"), refused: "invalid" },
  { rule: "no key", url: "/closed/x", refused: "missing" },
  { rule: "an empty key", url: "/closed/x", headers: key(""), refused: "missing" },
  { rule: "an empty key in the query", url: "/closed/x?subscription-key=", refused: "missing" },
  { rule: "scope: all access", url: "/in-closed/x", headers: key("key-all"), scopes: "api", product: null },
  { rule: "scope: all APIs", url: "/in-closed/x", headers: key("key-apis"), scopes: "api", product: null },
  { rule: "scope: the API itself", url: "/in-closed/x", headers: key("key-in-closed"), scopes: "api", product: null },
  { rule: "scope: the API in another revision", url: "/in-closed;rev=2/x", headers: key("key-in-closed"), scopes: "" },
  {
    rule: "scope: a product that holds it",
    url: "/in-closed/x",
    headers: key("key-locked"),
    scopes: "locked,api",
    product: "locked",
  },
  {
    rule: "... in another revision",
    url: "/in-closed;rev=2/x",
    headers: key("key-locked"),
    scopes: "locked",
    product: "locked",
  },
  {
    rule: "a product that is not published",
    url: "/in-closed/x",
    headers: key("key-hidden"),
    scopes: "hidden,api",
    product: "hidden",
  },
  { rule: "scope: another API", url: "/in-closed/x", headers: key("key-closed"), refused: "invalid" },
  { rule: "scope: a product without it", url: "/closed/x", headers: key("key-locked"), refused: "invalid" },
  { rule: "scope: a product that is gone", url: "/in-closed/x", headers: key("key-nothing"), refused: "invalid" },
  {
    rule: "one key, two subscriptions: the API's",
    url: "/closed/x",
    headers: key("key-twin"),
    scopes: "api",
    subscription: "twin-a",
  },
  {
    rule: "... and the product's",
    url: "/in-closed/x",
    headers: key("key-twin"),
    scopes: "locked,api",
    subscription: "twin-b",
  },
  ...states.map((state): Row => {
    const row = { rule: `state ${state}`, url: "/closed/x", headers: key(`key-${state}`) };
    return state === "active" ? { ...row, scopes: "api", subscription: "active" } : { ...row, refused: "invalid" };
  }),
  { rule: "a start date is for the record", url: "/closed/x", headers: key("key-not-yet"), scopes: "api" },
  { rule: "an end date is for the record", url: "/closed/x", headers: key("key-long-over"), scopes: "api" },
  { rule: "open API, no key", url: "/open/x", scopes: "api", subscription: null, product: null },
  { rule: "open API, valid key", url: "/open/x", headers: key("key-all"), scopes: "api", subscription: "all-access" },
  { rule: "open API, wrong key", url: "/open/x", headers: key("no"), refused: "invalid" },
  { rule: "open API, key of another scope", url: "/open/x", headers: key("key-closed"), refused: "invalid" },
  { rule: "open product, no key", url: "/in-open/x", scopes: "free,api", subscription: null, product: "free" },
  {
    rule: "open product, its key",
    url: "/in-open/x",
    headers: key("key-free"),
    scopes: "free,api",
    subscription: "to-free",
  },
  { rule: "open product, all-access key", url: "/in-open/x", headers: key("key-all"), scopes: "api", product: null },
  { rule: "open product, wrong key", url: "/in-open/x", headers: key("no"), refused: "invalid" },
  { rule: "open product, key of another", url: "/in-open/x", headers: key("key-locked"), refused: "invalid" },
  { rule: "open API in a closed product, no key", url: "/open-in-closed/x", scopes: "api", product: null },
  {
    rule: "... and the product's key",
    url: "/open-in-closed/x",
    headers: key("key-locked"),
    scopes: "locked,api",
    product: "locked",
  },
  { rule: "closed API in closed products, no key", url: "/in-closed/x", refused: "missing" },
  { rule: "nothing matched: the key is not looked at", url: "/nowhere", headers: key("no") },
];

const words = {
  missing: {
    reason: "SubscriptionKeyNotFound",
    message:
      "Access denied due to missing subscription key. Make sure to include subscription key when making requests to this API.",
    told: "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.",
  },
  invalid: {
    reason: "SubscriptionKeyInvalid",
    message:
      "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
    told: "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
  },
};

test.each(rows)("$rule", async ({ url, headers = {}, scopes, refused, subscription, product }) => {
  const program = build(documents, 1);
  const request: FakeRequest = { url, headers };
  const exchange = fakeExchange(request);
  await createHandler(() => program)(exchange);
  const body = async () => JSON.parse(Buffer.from((await exchange.response?.body.bytes()) ?? []).toString());
  if (refused !== undefined) {
    const { reason, message, told } = words[refused];
    const nowhere = { scope: null, path: null, policyId: null };
    const place = { section: "inbound", ...nowhere, httpErrorCode: 401 };
    expect(exchange.lastError).toEqual({ source: "authorization", reason, message, ...place });
    expect(exchange.response).toMatchObject({ status: 401, reason: "Unauthorized" });
    expect(await body()).toEqual({ statusCode: 401, message: told });
    const name = url.startsWith("/custom") ? "X-Key" : "Ocp-Apim-Subscription-Key";
    const realm = `https://gateway.example/${url.split("/")[1]}`;
    expect(exchange.response?.headers.all("WWW-Authenticate")).toEqual([
      `AzureApiManagementKey realm="${realm}",name="${name}",type="header"`,
    ]);
    expect([exchange.subscription, exchange.product]).toEqual([null, null]);
  } else if (scopes === undefined) {
    expect(exchange.response?.status).toBe(404);
    expect(await body()).toEqual({ statusCode: 404, message: "Resource not found" });
  } else {
    expect(exchange.response?.status).toBe(200);
    expect(exchange.response?.headers.get("X-Scopes") ?? "").toBe(scopes);
    // The key goes on to the backend as it came.
    for (const [name, value] of Object.entries(headers)) expect(exchange.request.headers.get(name)).toBe(value);
    expect(exchange.target.query).toBe(exchange.request.query);
    if (subscription !== undefined) expect(exchange.subscription?.name ?? null).toBe(subscription);
    if (product !== undefined) expect(exchange.product?.name ?? null).toBe(product);
  }
});

let gateway: GatewayFixture;
beforeAll(async () => {
  gateway = await startGateway(documents);
});
afterAll(async () => {
  expect(gateway.unexpected).toEqual([]);
  await gateway.close();
});

const handful = [
  "the query",
  "no key",
  "open API, wrong key",
  "a header of the API's own",
  "scope: a product that holds it",
  "open product, no key",
  "state suspended",
];
const overTheWire = rows.filter(({ rule }) => handful.includes(rule));

test("the handful is there", () => expect(overTheWire).toHaveLength(handful.length));

test.each(overTheWire)("over the wire: $rule", async ({ url, headers = {}, scopes, refused }) => {
  const response = await fetch(gateway.url + url, { headers });
  const body = (await response.json()) as Record<string, unknown>;
  if (refused === undefined) {
    expect(response.status).toBe(200);
    expect(response.headers.get("X-Scopes")).toBe(scopes);
  } else {
    expect(response.status).toBe(401);
    expect(body).toEqual({ statusCode: 401, message: words[refused].told });
    const realm = `${gateway.url}/${url.split("/")[1]}`;
    expect(response.headers.get("www-authenticate")).toBe(
      `AzureApiManagementKey realm="${realm}",name="Ocp-Apim-Subscription-Key",type="header"`,
    );
  }
});
