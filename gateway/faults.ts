import type { ApiDocument } from "@/contract/documents";
import { textBody } from "@/policy/body";
import type { RequestMessage, ResponseMessage } from "@/policy/exchange";
import { Fault } from "@/policy/fault";
import { newResponse } from "@/policy/message";

/** The built-in steps' own errors, in APIM's words. */
export const operationNotFound = () =>
  new Fault({
    source: "configuration",
    reason: "OperationNotFound",
    status: 404,
    message: "Unable to match incoming request to an operation.",
    publicMessage: "Resource not found",
  });

/** Policies and clients are told this in different words: "to this API", "to an API". */
export const subscriptionKeyMissing = (request: RequestMessage, api: ApiDocument) =>
  new Fault({
    source: "authorization",
    reason: "SubscriptionKeyNotFound",
    status: 401,
    message:
      "Access denied due to missing subscription key. Make sure to include subscription key when making requests to this API.",
    publicMessage:
      "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.",
    headers: [challenge(request, api)],
  });

export const subscriptionKeyInvalid = (request: RequestMessage, api: ApiDocument) =>
  new Fault({
    source: "authorization",
    reason: "SubscriptionKeyInvalid",
    status: 401,
    message:
      "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription.",
    headers: [challenge(request, api)],
  });

const defaultPorts: Record<string, number> = { http: 80, ws: 80, https: 443, wss: 443 };

/** RFC 9110 section 11.6.1: where a key is wanted, as the client addressed it, and in which header. */
function challenge({ scheme, hostName, port }: RequestMessage, api: ApiDocument): [string, string] {
  const authority = port === defaultPorts[scheme] ? hostName : `${hostName}:${port}`;
  const realm = `${scheme}://${authority}/${api.path}`;
  const name = quoted(api.subscriptionKeyHeader);
  return ["WWW-Authenticate", `AzureApiManagementKey realm=${quoted(realm)},name=${name},type="header"`];
}

/** RFC 9110 section 5.6.4; a header line carries no more than ASCII. */
const quoted = (text: string): string => `"${text.replace(/[^\x20-\x7e]/g, "?").replace(/["\\]/g, "\\$&")}"`;

/** The one way out: the response that stands for a fault until, and unless, on-error edits it. */
export function responseTo(fault: Fault, requestId: string, reasonOf: (status: number) => string): ResponseMessage {
  const response = newResponse(fault.status, reasonOf(fault.status));
  const { status } = fault;
  // What went wrong inside is for the trace and the log; the client gets an id to ask about.
  const said =
    status === 500
      ? { statusCode: status, message: "Internal server error", activityId: requestId }
      : { statusCode: status, message: fault.publicMessage ?? fault.message };
  for (const [name, value] of fault.headers) response.headers.append(name, value);
  response.headers.append("Content-Type", "application/json");
  response.body = textBody(JSON.stringify(said));
  return response;
}
