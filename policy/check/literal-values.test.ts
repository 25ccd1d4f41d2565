import { expect, test } from "vitest";
import { check } from "@/policy/check";
import { isError } from "@/policy/diagnostics";

const exists = () => true;
const known = { namedValues: exists, backends: exists, fragments: exists, certificates: exists, loggers: exists };

function problems(policy: string): string[] {
  const text = `<policies><inbound><base />${policy}</inbound></policies>`;
  return check(text, { kind: "policies", scope: "api", known })
    .filter(isError)
    .map(({ message }) => message.replace(/^The '([\w-]+)' attribute is invalid - .* - /, "$1: "));
}

const jwt = (key: string) =>
  `<validate-jwt header-name="A"><issuer-signing-keys>${key}</issuer-signing-keys></validate-jwt>`;
const proxy = (url: string) => `<proxy url='${url}' />`;
const tenant = (id: string) => `<validate-azure-ad-token tenant-id='${id}' />`;
const method = (name: string) => `<set-method>${name}</set-method>`;
const topic = (name: string) => `<publish-to-dapr topic='${name}'>x</publish-to-dapr>`;
const dimension = (more: string) => `<emit-metric name="m"><dimension ${more} /></emit-metric>`;
const stylesheet = (content: string, more = "") =>
  `<xsl-transform><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"${more}>${content}</xsl:stylesheet></xsl-transform>`;
const bus = (more: string) =>
  `<send-service-bus-message queue-name="q"${more}><payload>x</payload></send-service-bus-message>`;

test.each([
  [method("@(&quot;a b&quot;)"), "'a b' is not a method that a request can have."],
  [method("CONNECT"), "'CONNECT' is not a method that a request can have."],
  ["<set-query-parameter name='@(\"\")' />", "name: It must not be empty."],
  ["<set-backend-service base-url='@(\"x\")' />", "base-url: It must be an absolute URL of http or https."],
  [proxy("socks://proxy.example"), "url: It must be an absolute URL of http or https."],
  [tenant("../x"), "tenant-id: It is not the id or the domain of a tenant."],
  [topic("orders"), expect.stringContaining("'orders' does not name a pub/sub component")],
  [dimension('name="Colour"'), "The dimension 'Colour' needs a value."],
  [
    '<llm-token-limit counter-key="k" tokens-per-minute="1" estimate-prompt-tokens="true" retry-after-header-name="a b" />',
    "retry-after-header-name: It is not a header name.",
  ],
  [jwt("<key>abcde</key>"), "A symmetric key must be written in base64."],
  [jwt("<key n='a b' e='AQAB' />"), "n: It must be written in base64url."],
  [jwt("<zumo-master-key> </zumo-master-key>"), "The master key is empty."],
  ["<xsl-transform />", expect.stringContaining("'xsl-transform' has incomplete content")],
  [stylesheet("<msxsl:a />"), "The stylesheet is no XML. 'msxsl' is an undeclared prefix."],
  [stylesheet("<xsl:import href='a' />"), expect.stringContaining("cannot use 'import' here")],
  [
    stylesheet("<m:script />", ' xmlns:m="urn:schemas-microsoft-com:xslt"'),
    expect.stringContaining("cannot use 'script' here"),
  ],
  [stylesheet("<xsl:output encoding='ebcdic' />"), expect.stringContaining("encoding 'ebcdic' is not available")],
  [bus(""), "One of the attributes 'namespace' is required."],
  ['<emit-metric name="m" value="1e999" />', "value: It is too large."],
])("%s is told of when it is saved", (policy, message) => {
  expect(problems(policy)).toEqual([message]);
});

test.each([
  [method("{{verb}}")],
  [method("@((string)context.Variables[&quot;m&quot;])")],
  [method("purge")],
  [proxy("{{proxy}}")],
  [proxy("http://proxy.example:3128")],
  [tenant("{{tenant}}")],
  [tenant("contoso.onmicrosoft.com")],
  [topic("pubsub/{{topic}}")],
  [topic("{{topic}}")],
  [topic("@(context.RequestId)")],
  [dimension('name="{{name}}"')],
  [dimension('name="API ID"')],
  [jwt("<key>{{key}}</key>")],
  [jwt("<key n='{{n}}' e='AQAB' />")],
  [stylesheet("<xsl:output encoding='{{encoding}}' /><a:b xmlns:a='urn:a' a:c='1' xml:space='preserve' />")],
  [bus(' namespace="{{namespace}}"')],
])("%s is fine", (policy) => {
  expect(problems(policy)).toEqual([]);
});
