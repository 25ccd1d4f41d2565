interface FirstValue {
  attributes?: Readonly<Record<string, string>>;
  /** Optional children that it makes no sense without. */
  children?: readonly string[];
  text?: string;
}

const byCaller = "@(context.Subscription?.Id ?? context.Request.IpAddress)";
const perMinute = { calls: "60", "renewal-period": "60" };

/** Values that people most often begin with, where the grammar alone cannot know them; by policy, and by the path to a part. */
export const firstValues: Readonly<Record<string, FirstValue>> = {
  "authentication-certificate": { attributes: { "certificate-id": "certificate" } },
  "azure-openai-token-limit": { attributes: { "counter-key": byCaller, "tokens-per-minute": "10000" } },
  "llm-token-limit": { attributes: { "counter-key": byCaller, "tokens-per-minute": "10000" } },
  "azure-openai-semantic-cache-lookup": { attributes: { "score-threshold": "0.05" } },
  "llm-semantic-cache-lookup": { attributes: { "score-threshold": "0.05" } },
  "cache-lookup-value": { attributes: { key: "@(context.Request.Url.Path)", "variable-name": "cached" } },
  "cache-remove-value": { attributes: { key: "@(context.Request.Url.Path)" } },
  "cache-store-value": { attributes: { key: "@(context.Request.Url.Path)", value: "" } },
  "cache-value": { attributes: { key: "@(context.Request.Url.Path)", "variable-name": "cached" } },
  "check-header": {
    attributes: { name: "x-example", "failed-check-httpcode": "401" },
    children: [],
  },
  "cors/allowed-origins/origin": { text: "*" },
  "cors/allowed-methods/method": { text: "*" },
  "cors/allowed-headers/header": { text: "*" },
  cors: { children: ["allowed-methods", "allowed-headers"] },
  "emit-metric": { attributes: { name: "requests", value: "1" }, children: ["dimension"] },
  "emit-metric/dimension": { attributes: { name: "API ID" } },
  "llm-emit-token-metric": { children: ["dimension"] },
  "llm-emit-token-metric/dimension": { attributes: { name: "API ID" } },
  "azure-openai-emit-token-metric": { children: ["dimension"] },
  "azure-openai-emit-token-metric/dimension": { attributes: { name: "API ID" } },
  "ip-filter": { attributes: { action: "allow" }, children: ["address-range"] },
  "ip-filter/address-range": { attributes: { from: "10.0.0.0", to: "10.255.255.255" } },
  jsonp: { attributes: { "callback-parameter-name": "callback" } },
  "limit-concurrency": { attributes: { key: byCaller, "max-count": "10" } },
  "llm-content-safety": { children: ["categories"] },
  "llm-content-safety/categories/category": { attributes: { name: "Hate", threshold: "4" } },
  "log-to-eventhub": { text: '@($"{context.RequestId} {context.Request.Method} {context.Request.Url.Path}")' },
  "mock-response": { attributes: { "status-code": "200", "content-type": "application/json" } },
  "publish-to-dapr": { attributes: { topic: "pubsub/topic" } },
  proxy: { attributes: { url: "http://proxy.example.com:8080" } },
  quota: { attributes: { calls: "10000", "renewal-period": "86400" } },
  "quota-by-key": { attributes: { calls: "10000", "renewal-period": "86400", "counter-key": byCaller } },
  "rate-limit": { attributes: perMinute },
  "rate-limit-by-key": { attributes: { ...perMinute, "counter-key": byCaller } },
  retry: {
    attributes: { condition: "@(context.Response.StatusCode >= 500)", count: "3", interval: "1" },
  },
  "return-response": { children: ["set-status"] },
  "rewrite-uri": { attributes: { template: "/" } },
  "send-one-way-request": { children: ["set-url", "set-method"] },
  "send-one-way-request/set-url": { text: "https://example.com" },
  "send-request": { attributes: { "response-variable-name": "answer" }, children: ["set-url", "set-method"] },
  "send-request/set-url": { text: "https://example.com" },
  "set-body": { text: '{ "message": "" }' },
  "set-backend-service": { attributes: { "base-url": "https://example.com" } },
  "set-header": { attributes: { name: "x-example", "exists-action": "override" }, children: ["value"] },
  "set-header/value": { text: "@(context.RequestId.ToString())" },
  "set-method": { text: "GET" },
  "set-query-parameter": { attributes: { name: "name", "exists-action": "override" }, children: ["value"] },
  "set-status": { attributes: { code: "200", reason: "OK" } },
  "set-variable": { attributes: { name: "name", value: "" } },
  trace: { attributes: { source: "policy", severity: "information" }, children: ["message"] },
  "trace/message": { text: '@(context.Request.Method + " " + context.Request.Url.Path)' },
  "validate-azure-ad-token": { attributes: { "tenant-id": "common" } },
  "validate-content": {
    attributes: { "max-size": "102400" },
    children: ["content"],
  },
  "validate-content/content": { attributes: { type: "application/json", "validate-as": "json", action: "prevent" } },
  "validate-jwt": {
    attributes: { "header-name": "Authorization", "require-scheme": "Bearer" },
    children: ["openid-config"],
  },
  "validate-jwt/openid-config": {
    attributes: { url: "https://login.example.com/.well-known/openid-configuration" },
  },
  wait: { attributes: { for: "all" }, children: [] },
  "xsl-transform/xsl:stylesheet": {
    attributes: { version: "1.0", "xmlns:xsl": "http://www.w3.org/1999/XSL/Transform" },
  },
  "xsl-transform": { children: ["xsl:stylesheet"] },
};
