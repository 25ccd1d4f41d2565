import { randomUUID } from "node:crypto";
import type { Json } from "@/lib/json";
import { log } from "@/lib/log";
import { Refusal } from "../refusals";

const events = log("management");

export function json(status: number, body: Json, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
  });
}

export const empty = (status: number, headers: Record<string, string> = {}): Response =>
  new Response(null, { status, headers });

/** A refusal becomes ARM's error; anything else is a fault of ours: logged with the request's id, and hidden. */
export function refused(error: unknown, ids: { requestId: string; method: string; path: string }): Response {
  if (!Refusal.is(error)) {
    events.error({ ...ids, err: error }, "a request to the management API failed");
    const message = `An internal error occurred. Its id is ${ids.requestId}; the log of the portal tells more.`;
    return json(500, { error: { code: "InternalServerError", message, details: null } });
  }
  const details = error.details.length === 0 ? null : error.details.map((detail) => ({ ...detail }));
  return json(error.status, { error: { code: error.code, message: error.message, details } }, error.headers);
}

/** On every answer: the ids by which it is found in logs, and that nothing may keep or sniff it. */
export function finish(response: Response, requestId: string, request: Request): Response {
  const { headers } = response;
  const client = request.headers.get("x-ms-client-request-id");
  const correlation = request.headers.get("x-ms-correlation-request-id");
  const given = (id: string | null) => (id !== null && /^[\w-]{1,64}$/.test(id) ? id : null);
  headers.set("x-ms-request-id", requestId);
  headers.set("x-ms-correlation-request-id", given(correlation) ?? given(client) ?? requestId);
  if (given(client) !== null && request.headers.get("x-ms-return-client-request-id") === "true") {
    headers.set("x-ms-client-request-id", client as string);
  }
  if (!headers.has("cache-control")) headers.set("cache-control", "no-cache, no-store");
  headers.set("x-content-type-options", "nosniff");
  if (request.method !== "HEAD" || response.body === null) return response;
  return new Response(null, { status: response.status, headers });
}

export const newRequestId = (): string => randomUUID();
