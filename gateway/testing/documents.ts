import type { GatewayDocument, GatewayDocumentOf, GatewayDocuments } from "@/contract/documents";

/** Short ways to write the documents of a test: what is not given is what a portal would fill in. */
export function api(name: string, given: Partial<GatewayDocuments["apis"]> = {}): GatewayDocumentOf<"apis"> {
  const properties = {
    displayName: name,
    path: name,
    protocols: ["http", "https"] as GatewayDocuments["apis"]["protocols"],
    type: "http" as const,
    serviceUrl: null,
    revision: "1",
    isCurrent: true,
    version: null,
    versionSetId: null,
    subscriptionRequired: false,
    subscriptionKeyHeader: "Ocp-Apim-Subscription-Key",
    subscriptionKeyQuery: "subscription-key",
    ...given,
  };
  return { id: `/apis/${name}`, name, type: "apis", properties };
}

export function operation(
  apiName: string,
  method: string,
  urlTemplate: string,
  described: Partial<GatewayDocuments["apis/operations"]> = {},
): GatewayDocumentOf<"apis/operations"> {
  const name = `${method}-${urlTemplate}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const id = `/apis/${apiName}/operations/${name}`;
  return { id, name, type: "apis/operations", properties: { displayName: name, method, urlTemplate, ...described } };
}

/** Of an API, or of the service where none is named. */
export function schema(
  apiName: string | null,
  name: string,
  contentType: string,
  text: string,
): GatewayDocumentOf<"apis/schemas"> | GatewayDocumentOf<"schemas"> {
  const properties = { contentType, text };
  return apiName === null
    ? { id: `/schemas/${name.toLowerCase()}`, name, type: "schemas", properties }
    : { id: `/apis/${apiName}/schemas/${name.toLowerCase()}`, name, type: "apis/schemas", properties };
}

export function subscription(name: string, key: string, scope = "/"): GatewayDocumentOf<"subscriptions"> {
  const properties = {
    displayName: name,
    scope,
    state: "active" as const,
    ownerId: null,
    primaryKey: key,
    secondaryKey: `${key}-secondary`,
    createdAt: null,
    startDate: null,
    expirationDate: null,
  };
  return { id: `/subscriptions/${name}`, name, type: "subscriptions", properties };
}

export function policy(ownerId: string, value: string): GatewayDocumentOf<"policies"> {
  const id = ownerId === "/" ? "/policies/policy" : `${ownerId}/policies/policy`;
  return { id, name: "policy", type: "policies", properties: { ownerId, value } };
}

/** What makes an API a GraphQL one. */
export const graphqlSchema = (api: string, text: string): GatewayDocument =>
  schema(api, "graphql", "application/vnd.ms-azure-apim.graphql.schema", text);

/** A backend of which nothing is said. */
export const plainBackend: GatewayDocuments["backends"] = {
  type: "Single",
  title: null,
  url: null,
  protocol: "http",
  credentials: null,
  proxy: null,
  tls: {
    validateCertificateChain: true,
    validateCertificateName: true,
    serverCertificateThumbprints: [],
    serverX509Names: [],
  },
  circuitBreaker: null,
  pool: null,
  serviceFabricCluster: null,
};

export function backend(name: string, given: Partial<GatewayDocuments["backends"]>): GatewayDocumentOf<"backends"> {
  return { id: `/backends/${name}`, name, type: "backends", properties: { ...plainBackend, ...given } };
}

/** What APIM's global policy is by default. */
export const defaultGlobalPolicy: GatewayDocument = policy(
  "/",
  "<policies><inbound /><backend><forward-request /></backend><outbound /><on-error /></policies>",
);
