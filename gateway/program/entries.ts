import type { GatewayDocumentOf, VersionSetDocument } from "@/contract/documents";
import { prefixKeys } from "@/gateway/router/find-api";
import { byPrecedence } from "@/gateway/router/find-operation";
import { TrieEdit, TrieNode } from "@/gateway/router/segment-trie";
import { parseUrlTemplate } from "@/gateway/router/url-template";
import type { PolicyUnit } from "./policy-unit";
import type { ApiEntry, OperationEntry, ProductEntry, SubscriptionEntry } from "./program";

/** "/apis/orders;rev=2" is a revision of "/apis/orders". */
export const baseIdOf = (apiId: string): string => apiId.replace(/;rev=[^;/]*$/, "");

const operationsPart = "/operations/";
export const apiIdOf = (operationId: string): string => operationId.slice(0, operationId.indexOf(operationsPart));

export function operationEntry(
  document: GatewayDocumentOf<"apis/operations">,
  policy: PolicyUnit | null,
): OperationEntry {
  const { id, name, properties } = document;
  const { method, urlTemplate } = properties;
  return {
    id,
    method: method.toUpperCase(),
    template: parseUrlTemplate(urlTemplate),
    facts: { id, name, method, urlTemplate },
    policy,
  };
}

const everyScheme: ReadonlySet<string> = new Set(["http", "https", "ws", "wss"]);

export function apiEntry(
  document: GatewayDocumentOf<"apis">,
  versionSet: VersionSetDocument | null,
  operations: TrieNode<OperationEntry>,
  policy: PolicyUnit | null,
): ApiEntry {
  const { id, name, properties } = document;
  const { path, revision, isCurrent, version, serviceUrl, protocols } = properties;
  const bySegment = versionSet?.scheme === "Segment" && version !== null && version !== "";
  return {
    id,
    baseId: baseIdOf(id),
    revision,
    isCurrent,
    schemes: protocols.length === 0 ? everyScheme : new Set(protocols),
    version: namedVersion(version, versionSet),
    document: properties,
    facts: { id, name, path, revision, version, serviceUrl, isCurrent },
    operations: operations.isEmpty && properties.type === "websocket" ? handshakeOf(id) : operations,
    policy,
    keys: prefixKeys(path, bySegment ? version : null),
  };
}

function namedVersion(version: string | null, versionSet: VersionSetDocument | null): ApiEntry["version"] {
  if (version === null || version === "" || versionSet === null || versionSet.scheme === "Segment") return null;
  const { scheme, headerName, queryName } = versionSet;
  const name = scheme === "Header" ? headerName : queryName;
  return name === null ? null : { scheme, name, value: version };
}

/** A WebSocket API has one operation, its handshake, whether or not somebody has written it down. */
function handshakeOf(apiId: string): TrieNode<OperationEntry> {
  const name = "onHandshake";
  const id = `${apiId}${operationsPart}onhandshake`;
  const properties = { displayName: name, method: "GET", urlTemplate: "/*" };
  const edit = new TrieEdit<OperationEntry>(new TrieNode(), byPrecedence);
  const entry = operationEntry({ id, name, type: "apis/operations", properties }, null);
  edit.add(entry.template.keys, entry);
  return edit.done();
}

export function productEntry(document: GatewayDocumentOf<"products">, policy: PolicyUnit | null): ProductEntry {
  const { id, name, properties } = document;
  const { subscriptionRequired, approvalRequired, published } = properties;
  return { facts: { id, name, subscriptionRequired, approvalRequired, published }, policy };
}

export function subscriptionEntry({ id, name, properties }: GatewayDocumentOf<"subscriptions">): SubscriptionEntry {
  const { scope, state, primaryKey, secondaryKey, createdAt, startDate, expirationDate } = properties;
  return {
    id,
    facts: { id, name, primaryKey, secondaryKey, createdAt, startDate, expirationDate },
    scope,
    isActive: state === "active",
  };
}
