import type { GatewayDocumentOf, VersionSetDocument } from "@/contract/documents";
import { prefixKeys } from "@/gateway/router/find-api";
import { byPrecedence } from "@/gateway/router/find-operation";
import { TrieEdit, TrieNode } from "@/gateway/router/segment-trie";
import { parseUrlTemplate } from "@/gateway/router/url-template";
import type { GroupFacts } from "@/policy/exchange";
import type { PolicyUnit } from "./policy-unit";
import type { ApiEntry, OperationEntry, ProductEntry, SubscriptionEntry } from "./program";

/** "/apis/orders;rev=2" is a revision of "/apis/orders". */
export const baseIdOf = (apiId: string): string => apiId.replace(/;rev=[^;/]*$/, "");

const operationsPart = "/operations/";
export const apiIdOf = (operationId: string): string => operationId.slice(0, operationId.indexOf(operationsPart));

export const apiIdOfSchema = (schemaId: string): string => schemaId.slice(0, schemaId.indexOf("/schemas/"));

const resolversPart = "/resolvers/";
/** null: it is no resolver's id. */
export function apiIdOfResolver(id: string): string | null {
  const at = id.indexOf(resolversPart);
  return at < 0 ? null : id.slice(0, at);
}

export function operationEntry(
  document: GatewayDocumentOf<"apis/operations">,
  policy: PolicyUnit | null,
): OperationEntry {
  const { id, name, properties } = document;
  const { method, urlTemplate, displayName } = properties;
  return {
    id,
    method: method.toUpperCase(),
    template: parseUrlTemplate(urlTemplate),
    facts: { id, shortId: name, name: displayName, method, urlTemplate },
    policy,
  };
}

const everyScheme: ReadonlySet<string> = new Set(["http", "https", "ws", "wss"]);

export function apiEntry(
  document: GatewayDocumentOf<"apis">,
  versionSet: VersionSetDocument | null,
  operations: TrieNode<OperationEntry>,
  policy: PolicyUnit | null,
  resolvers: ReadonlyMap<string, PolicyUnit> | null,
): ApiEntry {
  const { id, name, properties } = document;
  const { path, revision, isCurrent, version, serviceUrl, protocols } = properties;
  const { subscriptionKeyHeader: keyHeader, subscriptionKeyQuery: keyQuery } = properties;
  const bySegment = versionSet?.scheme === "Segment" && version !== null && version !== "";
  return {
    id,
    baseId: baseIdOf(id),
    revision,
    isCurrent,
    schemes: protocols.length === 0 ? everyScheme : new Set(protocols),
    version: namedVersion(version, versionSet),
    document: properties,
    facts: {
      id,
      shortId: baseIdOf(name),
      name: properties.displayName,
      path,
      revision,
      version,
      serviceUrl,
      isCurrent,
      protocols,
      keyHeader,
      keyQuery,
    },
    operations: operations.isEmpty ? impliedOperations(id, properties.type) : operations,
    policy,
    resolvers,
    keys: prefixKeys(path, bySegment ? version : null),
  };
}

function namedVersion(version: string | null, versionSet: VersionSetDocument | null): ApiEntry["version"] {
  if (version === null || version === "" || versionSet === null || versionSet.scheme === "Segment") return null;
  const { scheme, headerName, queryName } = versionSet;
  const name = scheme === "Header" ? headerName : queryName;
  return name === null ? null : { scheme, name, value: version };
}

/** What an API of such a type has without anybody having written it down: names, methods and templates. */
const implied: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  websocket: [["onHandshake", "GET", "/*"]],
  // Queries may come in the URL, and what is subscribed to comes over a WebSocket.
  graphql: [
    ["graphql-post", "POST", "/"],
    ["graphql-get", "GET", "/"],
  ],
  // Its model says what it has.
  odata: ["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) => [`odata-${method.toLowerCase()}`, method, "/*"]),
};

function impliedOperations(apiId: string, type: string): TrieNode<OperationEntry> {
  const edit = new TrieEdit<OperationEntry>(new TrieNode(), byPrecedence);
  for (const [name, method, urlTemplate] of implied[type] ?? []) {
    const id = `${apiId}${operationsPart}${name.toLowerCase()}`;
    const properties = { displayName: name, method, urlTemplate };
    const entry = operationEntry({ id, name, type: "apis/operations", properties }, null);
    edit.add(entry.template.keys, entry);
  }
  return edit.done();
}

export function productEntry(
  document: GatewayDocumentOf<"products">,
  policy: PolicyUnit | null,
  groups: readonly GroupFacts[],
): ProductEntry {
  const { id, name, properties } = document;
  const { displayName, subscriptionRequired, approvalRequired, published } = properties;
  const facts = { id, shortId: name, name: displayName, subscriptionRequired, approvalRequired, published, groups };
  return { facts, policy };
}

export function subscriptionEntry({ id, name, properties }: GatewayDocumentOf<"subscriptions">): SubscriptionEntry {
  const { displayName, scope, state, ownerId, primaryKey, secondaryKey, createdAt, startDate, expirationDate } =
    properties;
  return {
    id,
    facts: { id, shortId: name, name: displayName, primaryKey, secondaryKey, createdAt, startDate, expirationDate },
    ownerId,
    scope,
    isActive: state === "active",
  };
}
