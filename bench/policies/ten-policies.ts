import { createHmac } from "node:crypto";
import type { GatewayDocument } from "@/contract/documents";
import { api, defaultGlobalPolicy, operation, policy, subscription } from "@/gateway/testing/documents";

/** What the policies of the comparison check; everybody checks the same. */
export const subscriptionKey = "bench-0123456789abcdef0123456789abcdef";
export const tenantHeader = "X-Tenant";
const signingKey = "bench-signing-key-0123456789abcdef-0123456789abcdef";

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const signed = `${part({ alg: "HS256", typ: "JWT" })}.${part({ iss: "bench", aud: "orders", sub: "ada", exp: 4_102_444_800 })}`;
export const token = `${signed}.${createHmac("sha256", signingKey).update(signed).digest("base64url")}`;

export const requestHeaders = {
  "Ocp-Apim-Subscription-Key": subscriptionKey,
  Authorization: `Bearer ${token}`,
  [tenantHeader]: "gold",
};

/** Never reached: it is the counting that is measured. */
const calls = 1_000_000_000;

/** The steps, each as it stands in the document. */
export const steps: Readonly<Record<string, string>> = {
  "check-header": `<check-header name="${tenantHeader}" failed-check-httpcode="400" failed-check-error-message="no tenant" ignore-case="true"><value>gold</value><value>silver</value></check-header>`,
  "validate-jwt (token known)": `<validate-jwt header-name="Authorization" failed-validation-httpcode="401" require-scheme="Bearer" output-token-variable-name="jwt"><issuer-signing-keys><key>${Buffer.from(signingKey).toString("base64")}</key></issuer-signing-keys><audiences><audience>orders</audience></audiences><issuers><issuer>bench</issuer></issuers></validate-jwt>`,
  "rate-limit-by-key": `<rate-limit-by-key calls="${calls}" renewal-period="60" counter-key="@(context.Subscription.Id)" />`,
  "set-variable (expression)": `<set-variable name="tier" value="@(context.Request.Headers.GetValueOrDefault(&quot;${tenantHeader}&quot;, &quot;none&quot;).ToLower())" />`,
  "choose (two expressions)": `<choose><when condition="@(context.Variables.GetValueOrDefault&lt;string&gt;(&quot;tier&quot;) == &quot;silver&quot;)"><set-header name="X-Lane" exists-action="override"><value>slow</value></set-header></when><when condition="@(context.Variables.GetValueOrDefault&lt;string&gt;(&quot;tier&quot;) == &quot;gold&quot;)"><set-header name="X-Lane" exists-action="override"><value>fast</value></set-header></when></choose>`,
  "set-header (fixed)": '<set-header name="X-Gateway" exists-action="override"><value>bench</value></set-header>',
  "set-header (expression)": `<set-header name="X-Caller" exists-action="override"><value>@(context.Subscription.Name)</value></set-header>`,
  "set-header (delete)": '<set-header name="Ocp-Apim-Subscription-Key" exists-action="delete" />',
  "rewrite-uri": '<rewrite-uri template="/v2/orders/{id}" />',
};

export const withSteps = (names: readonly string[]): string =>
  `<policies><inbound><base />${names.map((name) => steps[name]).join("")}</inbound><backend><base /></backend><outbound><base /></outbound><on-error><base /></on-error></policies>`;

/** One operation that is called, among as many others as wanted. */
export function documents(serviceUrl: string, names: readonly string[], operations: number): GatewayDocument[] {
  const perApi = 50;
  const others = Array.from({ length: operations - 1 }, (_, index) => {
    const name = `other${Math.floor(index / perApi)}`;
    return [
      ...(index % perApi === 0
        ? [api(name, { serviceUrl, subscriptionRequired: true }), policy(`/apis/${name}`, withSteps(names))]
        : []),
      operation(name, "GET", `/things/${index % perApi}/{id}`),
    ];
  }).flat();
  return [
    defaultGlobalPolicy,
    api("orders", { serviceUrl, subscriptionRequired: true }),
    operation("orders", "GET", "/{id}"),
    ...(names.length === 0 ? [] : [policy("/apis/orders", withSteps(names))]),
    subscription("bench", subscriptionKey),
    ...others,
  ];
}
