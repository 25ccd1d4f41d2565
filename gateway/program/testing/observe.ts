import { createHandler } from "@/gateway/handle";
import { type FakeRequest, fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { findUser } from "@/gateway/program/find-user";
import type { Program } from "@/gateway/program/program";

const paths = ["/", "/x", "/x/7", "/x.json", "/9", "/x?q=1", "/x?q=2", "/deep/er/still", "/x/"];
const prefixes = [
  "",
  "/orders",
  "/ORDERS/v1",
  "/orders/v2",
  "/shop one",
  "/Shop%20one",
  "/orders;rev=2",
  "/orders/v1;rev=2",
];

const probes: FakeRequest[] = prefixes.flatMap((prefix) =>
  paths.flatMap((path, index) => {
    const url = prefix + path;
    const key = { "Ocp-Apim-Subscription-Key": `key-${(index % 5) + 1}` };
    const versioned = { "X-Version": "v1" };
    return [
      { url },
      { url, headers: key },
      { url, method: "POST", headers: { ...key, ...versioned } },
      { url: `${url}${url.includes("?") ? "&" : "?"}v=v2`, headers: { ...key, "X-Version": "v2" } },
    ];
  }),
);

/** All that a client, a backend or a policy can tell of a program. */
export async function observe(program: Program, unexpected: unknown[]): Promise<unknown[]> {
  const handle = createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) });
  const seen: unknown[] = [];
  for (const probe of probes) {
    const exchange = fakeExchange(probe);
    await handle(exchange);
    const { api, operation, product, subscription, matchedParameters, target, lastError, response, request } = exchange;
    seen.push({
      asked: [request.method, request.path, request.query],
      matched: [api?.id, operation?.id, product?.id, subscription?.id, [...matchedParameters]],
      groups: product?.groups,
      user: subscription === null ? null : findUser(program, subscription),
      target: { ...target },
      sent: [...request.headers.lines],
      lastError,
      status: response?.status,
      received: [...(response?.headers.lines ?? [])],
    });
  }
  return seen;
}
