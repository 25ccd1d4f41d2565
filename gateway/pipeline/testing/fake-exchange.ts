import { randomUUID } from "node:crypto";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import { emptyBody } from "@/policy/body";
import type { PolicyHost, RequestMessage } from "@/policy/exchange";
import { Headers } from "@/policy/headers";
import { newResponse } from "@/policy/message";
import { fakeHost } from "./fake-host";

export interface FakeRequest extends Partial<Omit<RequestMessage, "headers">> {
  /** Path with query, as a client would write it. */
  url?: string;
  headers?: Record<string, string>;
}

/** A backend that answers at once. */
export const instantHost: PolicyHost = fakeHost({
  // As a backend would, without the wait of a real one.
  forward: async (exchange) => {
    exchange.response = newResponse(200, "OK");
    exchange.response.headers.append("X-Backend", "yes");
    return 0;
  },
});

/** Nothing is configured, but every backend that a policy names. */
const noResources: GatewayExchange["resources"] = {
  certificate: () => null,
  authorities: () => [],
  backend: (id) => ({ id, url: null }),
  logger: () => null,
  schema: () => null,
  schemaOfType: () => null,
  description: () => null,
};

/** What a listener makes of a request, without a listener. */
export function fakeExchange(given: FakeRequest = {}, host: PolicyHost = instantHost): GatewayExchange {
  const { url = "/", headers = {}, ...rest } = given;
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? "" : url.slice(mark);
  const exchange: GatewayExchange = {
    requestId: randomUUID(),
    receivedAt: Date.now(),
    receivedAtMonotonic: performance.now(),
    request: {
      method: "GET",
      scheme: "https",
      hostName: "gateway.example",
      port: 443,
      path,
      query,
      httpVersion: "1.1",
      headers: new Headers(Object.entries(headers).flat()),
      body: emptyBody,
      clientAddress: "127.0.0.1",
      clientCertificate: () => null,
      ...rest,
    },
    response: null,
    variables: new Map(),
    program: null,
    apiEntry: null,
    tunnel: null,
    api: null,
    operation: null,
    product: null,
    subscription: null,
    matchedParameters: new Map(),
    target: { baseUrl: null, backendId: null, path, query },
    section: "inbound",
    lastError: null,
    host,
    aborted: false,
    resources: noResources,
    call: null,
    signal: null,
    trace: null,
    notes: new Map(),
    atResponse: () => {},
    responseReady: () => {},
    atEnd: () => {},
  };
  return exchange;
}
