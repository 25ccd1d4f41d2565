import { randomUUID } from "node:crypto";
import type { Circumstances, GraphqlFacts, RequestMessage } from "@/policy/exchange";
import { parseGuid } from "@/policy/kits/guid/parse-guid";
import { JObject } from "@/policy/kits/json/jobject";
import { parseTimeSpan } from "@/policy/kits/time/parse-time-span";
import {
  apiFrom,
  backendFrom,
  dateFrom,
  deploymentFrom,
  lastErrorFrom,
  operationFrom,
  productFrom,
  subscriptionFrom,
  userFrom,
} from "./facts-from-json";
import { JsonShape, textFrom, wrong } from "./json-shape";
import { bodyFrom, headersFrom, responseFrom, urlFrom } from "./message-from-json";
import { UrlView } from "./url-view";
import { valueFrom } from "./value-from-json";

/**
 * An exchange made of JSON, for evaluating expressions without a gateway. Members bear the names that they have in C#, in
 * any case; all are optional. Throws an Error that says what is wrong and where.
 */
export function exchangeFromJson(json: unknown, onUnknown: ((path: string) => void) | null = null): Circumstances {
  const outer = new JsonShape(json, "", onUnknown);
  // {"context": {...}} says the same.
  const shape = outer.child("context") ?? outer;
  const request = requestFrom(shape.child("Request") ?? new JsonShape({}, "Request"));
  const receivedAt = Date.parse(dateFrom(shape, "Timestamp") ?? new Date().toISOString());
  const elapsedMs = elapsedFrom(shape);
  const exchange: Circumstances = {
    requestId: requestIdFrom(shape),
    receivedAt,
    receivedAtMonotonic: performance.now(),
    ...(elapsedMs === null ? {} : { elapsedMs }),
    ...request,
    response: within(shape, "Response", responseFrom),
    variables: variablesFrom(shape.child("Variables")),
    api: within(shape, "Api", apiFrom),
    operation: within(shape, "Operation", operationFrom),
    product: within(shape, "Product", productFrom),
    subscription: within(shape, "Subscription", subscriptionFrom),
    user: within(shape, "User", userFrom),
    deployment: deploymentFrom(shape.child("Deployment") ?? new JsonShape({}, "Deployment")),
    workspace: within(shape, "Workspace", (workspace) => ({
      id: workspace.text("Id", "workspace"),
      name: workspace.text("Name", "Workspace"),
    })),
    backend: within(shape, "Backend", backendFrom),
    graphql: within(shape, "GraphQL", graphqlFrom),
    isTracing: shape.flag("Tracing", false),
    section: "inbound",
    lastError: within(shape, "LastError", lastErrorFrom),
    trace: null,
  };
  shape.finish();
  return exchange;
}

function within<T>(shape: JsonShape, name: string, make: (child: JsonShape) => T): T | null {
  const child = shape.child(name);
  if (child === null) return null;
  const made = make(child);
  child.finish();
  return made;
}

const defaultUrl = new UrlView("https", "gateway.example.com", 443, "/api/resource", "");

function requestFrom(shape: JsonShape): Pick<Circumstances, "request" | "target" | "matchedParameters"> {
  const url = urlFrom(shape, "Url", defaultUrl);
  const original = urlFrom(shape, "OriginalUrl", url);
  const message: RequestMessage = {
    method: shape.text("Method", "GET"),
    scheme: original.scheme as RequestMessage["scheme"],
    hostName: original.host,
    port: original.port,
    path: original.path,
    query: original.query,
    httpVersion: "1.1",
    headers: headersFrom(shape.child("Headers")),
    body: bodyFrom(shape.value("Body")),
    clientAddress: shape.text("IpAddress", "127.0.0.1"),
    clientCertificate: certificateFrom(shape),
    privateEndpoint: within(shape, "PrivateEndpointConnection", (endpoint) => ({
      name: endpoint.text("Name", ""),
      groupId: endpoint.text("GroupId", ""),
      memberName: endpoint.text("MemberName", ""),
    })),
    foundryDeployment: within(shape, "Foundry", (foundry) => foundry.text("Deployment", null)),
  };
  const base = new UrlView(url.scheme, url.host, url.port, "", "");
  const target = { baseUrl: base.toText(), backendId: null, path: url.path, query: url.query };
  const matchedParameters = parametersFrom(shape.child("MatchedParameters"));
  shape.finish();
  return { request: message, target, matchedParameters };
}

/** PEM text. */
function certificateFrom(shape: JsonShape): () => string | null {
  const pem = shape.text("Certificate", null);
  return () => pem;
}

function parametersFrom(shape: JsonShape | null): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of shape?.entries() ?? []) {
    parameters.set(name, textFrom(value, (shape as JsonShape).pathOf(name)));
  }
  return parameters;
}

function variablesFrom(shape: JsonShape | null): Map<string, unknown> {
  const variables = new Map<string, unknown>();
  for (const [name, value] of shape?.entries() ?? [])
    variables.set(name, valueFrom(value, (shape as JsonShape).pathOf(name)));
  return variables;
}

function graphqlFrom(shape: JsonShape): GraphqlFacts {
  const given = shape.value("Arguments") ?? shape.value("GraphQLArguments");
  const parent = shape.value("Parent") ?? null;
  shape.value("GraphQLArguments");
  return {
    arguments: given === undefined ? new JObject() : valueFrom(given, shape.pathOf("Arguments")),
    parent: parent === null ? null : valueFrom(parent, shape.pathOf("Parent")),
  };
}

function requestIdFrom(shape: JsonShape): string {
  const text = shape.text("RequestId", null);
  if (text === null) return randomUUID();
  return orWrong(() => parseGuid(text).toText(), shape.pathOf("RequestId"), "a GUID", text);
}

/** Milliseconds of a number, or of text such as "00:00:01.5". */
function elapsedFrom(shape: JsonShape): number | null {
  const value = shape.value("Elapsed") ?? null;
  if (value === null || typeof value === "number") return value;
  if (typeof value !== "string") throw wrong("Elapsed", 'a time such as "00:00:01.5"', value);
  return orWrong(() => parseTimeSpan(value).ms, "Elapsed", 'a time such as "00:00:01.5"', value);
}

function orWrong<T>(read: () => T, path: string, wanted: string, text: string): T {
  try {
    return read();
  } catch {
    throw new Error(`${path} must be ${wanted}, not "${text}".`);
  }
}
