import { z } from "zod";
import { durationMs } from "@/lib/duration";
import type { Json } from "@/lib/json";
import { readBody } from "../identity/read-body";
import { resourceNotFound, validationError } from "../refusals";
import { canonicalId } from "../resources/canonical";
import { signDebugToken } from "../trace/debug-token";
import { defineEndpoint, type EndpointRequest } from "./define";

/** The gateway that this service runs itself has no resource; ARM knows it by this name. */
const managed = "managed";
const maxLifetimeMs = 60 * 60 * 1000;

const credentialsRequest = z.strictObject({
  credentialsExpireAfter: z.iso.duration({ error: "Must be an ISO 8601 duration, such as PT1H." }).optional(),
  apiId: z.string().min(1).max(1_000),
  purposes: z.array(z.literal("tracing")).min(1),
});
const traceRequest = z.strictObject({
  traceId: z.string().regex(/^[0-9a-f]{32}$/, "Must be the value of Apim-Trace-Id."),
});

/** Tokens that have a request traced, and the traces. */
export const debug = [
  defineEndpoint({
    method: "POST",
    path: "gateways/{gateway}/listDebugCredentials",
    role: "editor",
    summary: "Signs a token that has requests to one API traced, when sent as Apim-Debug-Authorization.",
    async handle(request) {
      const { context, body } = request;
      await findGateway(request);
      const { store, sealer } = context.management;
      const asked = readBody(credentialsRequest, body);
      const lifetimeMs = lifetimeOf(asked.credentialsExpireAfter ?? "PT1H");
      const apiId = canonicalId(asked.apiId).replace(/;rev=[^;/]*$/, "");
      const api = await store.read(apiId.startsWith("/apis/") ? apiId : `/apis${apiId}`);
      if (api === null || api.type !== "apis") throw resourceNotFound("API");
      const token = signDebugToken(sealer, { apiId: api.id, expiresAt: Date.now() + lifetimeMs });
      const { actor, address } = context.caller;
      await store.identity.audit({
        at: new Date(),
        actor,
        action: "debug-credentials-listed",
        subject: api.id,
        address,
      });
      return { status: 200, headers: { "cache-control": "no-store" }, body: { token } };
    },
  }),
  defineEndpoint({
    method: "POST",
    path: "gateways/{gateway}/listTrace",
    role: "editor",
    summary: "Shows the trace whose id a response named in Apim-Trace-Id.",
    async handle(request) {
      await findGateway(request);
      const { traceId } = readBody(traceRequest, request.body);
      const text = await request.context.management.publish.trace(traceId);
      if (text === null) throw resourceNotFound("Trace");
      return { status: 200, headers: { "cache-control": "no-store" }, body: JSON.parse(text) as Json };
    },
  }),
] as const;

async function findGateway({ context, parameters }: EndpointRequest): Promise<void> {
  const id = (parameters.gateway as string).toLowerCase();
  if (id === managed) return;
  const gateway = await context.management.store.read(`/gateways/${id}`);
  if (gateway === null) throw resourceNotFound("Gateway");
}

function lifetimeOf(duration: string): number {
  const ms = durationMs(duration) ?? 0;
  if (ms > 0 && ms <= maxLifetimeMs) return ms;
  const message = "Must be more than nothing and at most an hour: PT1H.";
  throw validationError([{ target: "credentialsExpireAfter", message }]);
}
