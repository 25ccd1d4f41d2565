import type { GatewayDocument } from "@/contract/documents";
import { createHandler } from "@/gateway/handle";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import { build } from "@/gateway/program/build";
import { api, operation, policy, subscription } from "@/gateway/testing/documents";
import type { PolicyHost } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { fakeExchange } from "./fake-exchange";
import { fakeHost } from "./fake-host";

export const mark = (text: string) =>
  `<set-header name="X-Trace" exists-action="append"><value>${text}</value></set-header>`;
export const document = (sections: Partial<Record<"inbound" | "backend" | "outbound" | "on-error", string>>) =>
  `<policies>${Object.entries(sections)
    .map(([name, content]) => `<${name}>${content}</${name}>`)
    .join("")}</policies>`;
export const marked = (scope: string) =>
  document({
    inbound: `${mark(`${scope}-before`)}<base />${mark(`${scope}-after`)}`,
    backend: scope === "global" ? "<forward-request />" : "<base />",
    outbound: `<base />${mark(scope)}`,
    "on-error": `${mark(`${scope}-error`)}<base />`,
  });

export const ownOperation = operation("a", "GET", "/x").id;
export const world = (...documents: GatewayDocument[]): GatewayDocument[] => [
  api("a", { serviceUrl: "http://backend.example/base" }),
  operation("a", "GET", "/x"),
  {
    id: "/products/p",
    name: "p",
    type: "products",
    properties: { displayName: "p", subscriptionRequired: true, approvalRequired: false, published: true },
  },
  {
    id: "/products/p/apis/a",
    name: "a",
    type: "products/apis",
    properties: { productId: "/products/p", apiId: "/apis/a" },
  },
  subscription("s", "key", "/products/p"),
  ...documents,
];
export const withKey = { "Ocp-Apim-Subscription-Key": "key" };
export const failing = (fault: Fault | Error): PolicyHost => fakeHost({ forward: () => Promise.reject(fault) });
export const unreachable = () =>
  new Fault({ source: "forward-request", reason: "BackendConnectionFailure", status: 500, message: "No connection." });

export interface Outcome {
  exchange: GatewayExchange;
  unexpected: unknown[];
  /** Whether the handler was done when it returned. */
  atOnce: boolean;
  sent: string | undefined;
  received: string | undefined;
  body: string;
}

export async function run(
  documents: GatewayDocument[],
  given: { url?: string; headers?: Record<string, string>; host?: PolicyHost; aborted?: boolean } = {},
): Promise<Outcome> {
  const unexpected: unknown[] = [];
  const program = build(documents, 1);
  const { url = "/a/x", headers = {}, host, aborted = false } = given;
  const exchange = Object.assign(fakeExchange({ url, headers }, host), { aborted });
  const done = createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) })(exchange);
  await done;
  const body = Buffer.from((await exchange.response?.body.bytes()) ?? []).toString();
  const [sent, received] = [exchange.request, exchange.response].map((message) => message?.headers.get("X-Trace"));
  return { exchange, unexpected, atOnce: done === undefined, sent, received, body };
}

export const everyScope = world(
  policy("/", marked("global")),
  policy("/products/p", marked("product")),
  policy("/apis/a", marked("api")),
  policy(ownOperation, marked("operation")),
);

export const answer =
  '<return-response><set-status code="418" reason="Teapot" /><set-header name="X-Tea"><value>green</value></set-header><set-body>short and stout</set-body></return-response>';

export const when = (condition: string, content: string) => `<when condition="${condition}">${content}</when>`;

export const setHeader = (name: string, action: string, ...values: string[]) =>
  `<set-header name="${name}" exists-action="${action}">${values.map((value) => `<value>${value}</value>`).join("")}</set-header>`;
