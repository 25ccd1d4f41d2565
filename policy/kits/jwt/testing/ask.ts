import { createHandler } from "@/gateway/handle";
import type { GatewayExchange } from "@/gateway/pipeline/gateway-exchange";
import { type FakeRequest, fakeExchange } from "@/gateway/pipeline/testing/fake-exchange";
import { fakeHost } from "@/gateway/pipeline/testing/fake-host";
import { document } from "@/gateway/pipeline/testing/run-request";
import { build } from "@/gateway/program/build";
import { api, operation, policy } from "@/gateway/testing/documents";
import type { PolicyHost } from "@/policy/exchange";
import type { CertificateResource } from "@/policy/host/resources";
import { newResponse } from "@/policy/message";

export interface Asked {
  readonly exchange: GatewayExchange;
  /** null: the policy let the request pass. */
  readonly reason: string | null;
  readonly message: string | null;
  /** Whether the handler was done when it returned. */
  readonly atOnce: boolean;
}

export interface AskOptions {
  documents?: PolicyHost["documents"];
  certificates?: Record<string, CertificateResource>;
}

/** Compiles a policy of inbound and sends requests through it; whatever passes is answered. */
export function asker(inbound: string, { documents, certificates = {} }: AskOptions = {}) {
  const program = build(
    [
      policy("/", document({ backend: "<forward-request />" })),
      api("a", { serviceUrl: "http://backend.example" }),
      operation("a", "GET", "/x"),
      policy("/apis/a", document({ inbound, backend: "<base />" })),
    ],
    1,
  );
  const host = fakeHost({
    forward: async (exchange) => {
      exchange.response = newResponse(200);
      return 0;
    },
    ...(documents && { documents }),
  });
  const unexpected: unknown[] = [];
  const handle = createHandler(() => program, { onUnexpected: (error) => unexpected.push(error) });
  return async (request: FakeRequest): Promise<Asked> => {
    const exchange = fakeExchange({ url: "/a/x", ...request }, host);
    const resources = { ...exchange.resources, certificate: (id: string) => certificates[id] ?? null };
    Object.assign(exchange, { resources });
    let isThere = false;
    const forward = host.forward;
    Object.assign(exchange, {
      host: {
        ...host,
        forward: (...given: Parameters<typeof forward>) => {
          isThere = true;
          return forward(...given);
        },
      },
    });
    const done = handle(exchange);
    const atOnce = isThere;
    await done;
    if (unexpected.length > 0) throw unexpected[0];
    const { lastError } = exchange;
    return {
      exchange,
      reason: lastError && (lastError.reason ?? "no reason"),
      message: lastError?.message ?? null,
      atOnce,
    };
  };
}
