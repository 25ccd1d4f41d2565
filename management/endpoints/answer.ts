import type { Json } from "@/lib/json";
import { empty, json } from "../arm/answer";
import type { Asked } from "../arm/asked";
import { locateDocument } from "../arm/locate";
import { readBody } from "../arm/read-body";
import { authorize } from "../verbs/authorize";
import { missing } from "../verbs/missing";
import { readerOf } from "../verbs/reader";
import type { EndpointAnswer, EndpointRequest } from "./define";
import { type EndpointMatch, matchEndpoints } from "./match";

/** What an endpoint answers; the allowed methods when only the method is wrong; null when none has this path. */
export async function answerEndpoint(
  asked: Asked,
  segments: readonly string[],
  serviceUrl: string,
): Promise<Response | { allow: string[] } | null> {
  const matches = matchEndpoints(segments);
  if (matches.length === 0) return null;
  const method = asked.request.method === "HEAD" ? "GET" : asked.request.method;
  const match = matches.find(({ endpoint }) => endpoint.method === method);
  if (match === undefined) return { allow: [...new Set(matches.map(({ endpoint }) => endpoint.method))] };
  return toResponse(await match.endpoint.handle(await requestOf(asked, match, serviceUrl)));
}

async function requestOf(asked: Asked, match: EndpointMatch, serviceUrl: string): Promise<EndpointRequest> {
  const { request, context, query } = asked;
  const { endpoint, parameters } = match;
  authorize(context.caller, endpoint.role, `${endpoint.method} ${endpoint.path}`);
  const wanted: EndpointRequest = {
    context,
    parameters,
    query,
    headers: request.headers,
    body: endpoint.method === "GET" ? undefined : await readBody(request),
    serviceUrl,
    signal: request.signal,
  };
  if (match.document === null) return wanted;
  const read = readerOf(context);
  const address = await locateDocument(match.document, read);
  const document = await read.read(address.id);
  if (document === null && !endpoint.alsoWhenAbsent) throw await missing(read, address.id);
  return { ...wanted, parameters: { ...parameters, document: address.id }, ...(document === null ? {} : { document }) };
}

function toResponse({ status, headers, body }: EndpointAnswer): Response {
  if (body === undefined) return empty(status, headers);
  if (body instanceof ReadableStream) return new Response(body, { status, headers });
  return json(status, body as Json, headers);
}
