import { generateKeyPairSync } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import type { GatewayDocument } from "@/contract/documents";
import { maxTraceBytes } from "@/contract/trace";
import { api, backend, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";
import { startEchoingUpstream, type Upstream } from "@/gateway/testing/scripted-upstream";
import { type GatewayFixture, startGateway } from "@/gateway/testing/start-gateway";
import { formsOf } from "@/lib/secret-forms";
import { debugService, debugToken } from "./testing/debug-service";

const canary = `c4n&ry "p<>+/w' ü-12345`;
const named = (name: string, value: string): GatewayDocument => ({
  id: `/namedvalues/${name}`,
  name,
  type: "namedValues",
  properties: { displayName: name, secret: true, value },
});
const identityToken = "eyJ.identity-token.of-this-gateway";

let gateway: GatewayFixture;
let upstream: Upstream;
afterEach(async () => {
  await gateway.close();
  await upstream.close();
});

/** The text of the trace of one request whose policies are these. */
async function traced(
  inbound: string,
  { headers = {}, query = "", more = [] as GatewayDocument[], serviceUrl = "" } = {},
): Promise<string> {
  upstream = await startEchoingUpstream();
  gateway = await startGateway(
    [
      debugService,
      named("secret", canary),
      named("number", "8675309123"),
      named("bus", "Endpoint=sb://x/;SharedAccessKeyName=root;SharedAccessKey=bus+key/value=="),
      defaultGlobalPolicy,
      subscription("other", "key-of-another-scope", "/apis/inner"),
      api("orders", { serviceUrl: serviceUrl || upstream.url }),
      operation("orders", "GET", "/*"),
      policy(
        "/apis/orders",
        `<policies><inbound><base />${inbound}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`,
      ),
      ...more,
    ],
    { services: { managedIdentity: { token: async () => identityToken } } },
  );
  const answer = await fetch(`${gateway.url}/orders/x${query}`, {
    headers: { "Apim-Debug-Authorization": debugToken("/apis/orders"), ...headers },
  });
  await answer.text();
  const id = answer.headers.get("Apim-Trace-Id") ?? "";
  await expect.poll(() => gateway.traces.has(id)).toBe(true);
  return JSON.stringify(gateway.traces.get(id));
}

/** Each way is one in which people's policies do write a secret somewhere. */
const ways: [string, string, string[]][] = [
  [
    "Basic authentication",
    '<authentication-basic username="u" password="{{secret}}" />',
    [Buffer.from(`u:${canary}`).toString("base64").slice(8, -6)],
  ],
  ...["", "a", "ab"].map((before): [string, string, string[]] => [
    `Base64 behind ${before.length} characters`,
    `<set-variable name="v" value="@(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(&quot;${before}&quot; + {{quoted}} + &quot;:z&quot;)))" />`,
    [Buffer.from(`${before}${canary}:z`).toString("base64").slice(4, -8)],
  ]),
  ["an encoded URL", '<set-variable name="v" value="@(Uri.EscapeDataString({{quoted}}))" />', ["c4n%26ry"]],
  [
    "JSON in JSON",
    '<set-variable name="v" value="@(new JObject(new JProperty(&quot;a&quot;, new JObject(new JProperty(&quot;b&quot;, {{quoted}})).ToString())))" />',
    ["c4n&ry", "ü-12345"],
  ],
  [
    "an XML document",
    '<set-variable name="v" value="@(new XElement(&quot;a&quot;, {{quoted}}))" />',
    ["c4n&amp;ry", "ü-12345"],
  ],
  ["a part of a connection string", '<set-variable name="v" value="bus+key/value==" />', ["bus+key"]],
  ["a number", '<set-variable name="v" value="@(8675309123L)" />', ["8675309123"]],
];

test.each(ways)("a secret does not leave in %s", async (_, inbound, traces) => {
  const variable = "(string)context.Variables[&quot;canary&quot;]";
  const text = await traced(
    `<set-variable name="canary" value="{{secret}}" />${inbound.replaceAll("{{quoted}}", variable)}`,
  );
  expect(text).toContain("set-variable");
  for (const each of traces) expect(text).not.toContain(each);
});

test("what a managed identity is given does not leave: neither in a header, nor in a variable, nor for a backend", async () => {
  const text = await traced(
    `<authentication-managed-identity resource="https://r" />
     <authentication-managed-identity resource="https://r" output-token-variable-name="t" />
     <set-header name="X-Copy"><value>@("Bearer " + (string)context.Variables["t"])</value></set-header>
     <set-backend-service backend-id="identified" />`,
    {
      more: [
        backend("identified", {
          url: "http://echo.gatehouse.internal",
          credentials: {
            header: {},
            query: {},
            certificateIds: [],
            authorization: null,
            managedIdentity: { resource: "https://r", clientId: null },
          } as never,
        }),
      ],
    },
  );
  expect(text).toContain("authentication-managed-identity");
  expect(text).not.toContain(identityToken);
});

test("keys that are refused do not leave either", async () => {
  const text = await traced("", {
    headers: { "Ocp-Apim-Subscription-Key": "key-that-is-not-for-this" },
    query: "?Subscription-Key=and-one-in-the-query",
  });
  expect(text).toContain("SubscriptionKeyInvalid");
  expect(text).not.toContain("key-that-is-not-for-this");
  expect(text).not.toContain("and-one-in-the-query");
});

test("nor do those of requests that it makes to the gateway itself", async () => {
  const more = [api("inner", { serviceUrl: null, subscriptionRequired: true }), operation("inner", "GET", "/*")];
  const url = `@("http://127.0.0.1:" + context.Request.OriginalUrl.Port + "/inner/x?subscription-key=key-of-another-scope")`;
  const text = await traced(
    `<send-request response-variable-name="r"><set-url>${url}</set-url><set-method>GET</set-method></send-request>`,
    { more },
  );
  expect(text).toContain("Handled by this gateway itself.");
  expect(text).not.toContain("key-of-another-scope");
});

test("the portal's session does not leave", async () => {
  const text = await traced("", { headers: { Cookie: "a=b; __Host-gatehouse-session=portal-session-value" } });
  expect(text).toContain("a=b");
  expect(text).not.toContain("portal-session-value");
});

test("a body's end that cuts a secret in two leaves no half of it", async () => {
  const before = 20_000 - 10;
  const body = `@(new String('x', ${before}) + "{{plain}}" + new String('y', 5000))`;
  const text = await traced(`<set-body>${body}</set-body>`, {
    more: [named("plain", "plain-canary-of-a-good-length")],
  });
  expect(text).not.toContain("xplain-c");
});

test("a trace that grows without end stays within its bounds, and is JSON", async () => {
  const steps = Array.from(
    { length: 300 },
    (_, index) => `<set-variable name="v${index}" value="@(new String('a', 100000))" />`,
  );
  const text = await traced(steps.join(""));
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxTraceBytes);
});

test("forms of a key in PEM: whole, by the line, and without its line ends", () => {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  const lines = pem.trim().split("\n").slice(1, -1);
  const forms = formsOf(pem);
  expect(forms).toContain(pem);
  expect(forms).toContain(lines[3]);
  expect(forms).toContain(lines.join(""));
});

test("what is too short to be kept secret makes no forms", () => {
  expect(formsOf("abc").size).toBe(0);
  expect(formsOf("    ").size).toBe(0);
});
