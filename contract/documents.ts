/**
 * What a gateway is told of each document. `id` is canonical: relative to the service, lower case, with a
 * leading slash ("/apis/orders/operations/get-item", "/apis/orders;rev=2"). `name` keeps the author's casing.
 */
export interface GatewayDocuments {
  service: ServiceDocument;
  apis: ApiDocument;
  "apis/operations": OperationDocument;
  apiVersionSets: VersionSetDocument;
  products: ProductDocument;
  "products/apis": ProductApiDocument;
  subscriptions: SubscriptionDocument;
  policies: PolicyDocument;
  policyFragments: FragmentDocument;
  namedValues: NamedValueDocument;
  backends: BackendDocument;
  certificates: CertificateDocument;
}
export type GatewayDocumentType = keyof GatewayDocuments;
export type GatewayDocument = {
  [T in GatewayDocumentType]: { id: string; name: string; type: T; properties: GatewayDocuments[T] };
}[GatewayDocumentType];
export type GatewayDocumentOf<T extends GatewayDocumentType> = Extract<GatewayDocument, { type: T }>;

export interface ServiceDocument {
  /** Certificates for the TLS listener; the entry without a host name is the default one. */
  hostnames: {
    hostName: string | null;
    certificatePem: string;
    privateKeyPem: string;
    negotiateClientCertificate: boolean;
  }[];
}
export interface ApiDocument {
  displayName: string;
  /** Without a leading or trailing slash; "" is the root. */
  path: string;
  protocols: ("http" | "https" | "ws" | "wss")[];
  type: "http" | "soap" | "websocket" | "graphql" | "odata" | "grpc";
  serviceUrl: string | null;
  revision: string;
  isCurrent: boolean;
  version: string | null;
  versionSetId: string | null;
  subscriptionRequired: boolean;
  subscriptionKeyHeader: string;
  subscriptionKeyQuery: string;
}
export interface OperationDocument {
  displayName: string;
  method: string;
  urlTemplate: string;
}
export interface VersionSetDocument {
  displayName: string;
  scheme: "Segment" | "Header" | "Query";
  headerName: string | null;
  queryName: string | null;
}
export interface ProductDocument {
  displayName: string;
  subscriptionRequired: boolean;
  approvalRequired: boolean;
  published: boolean;
}
/** A product holds an API; apiId names the API without its revision. */
export interface ProductApiDocument {
  productId: string;
  apiId: string;
}
export interface SubscriptionDocument {
  displayName: string;
  /** "/" all access, "/apis" every API, "/apis/x" one API, "/products/x" one product. */
  scope: string;
  state: "suspended" | "active" | "expired" | "submitted" | "rejected" | "cancelled";
  ownerId: string | null;
  primaryKey: string;
  secondaryKey: string;
  createdAt: string | null;
  startDate: string | null;
  expirationDate: string | null;
}
/** Stands for policies of every scope: ownerId is "/", "/products/x", "/apis/x" or "/apis/x/operations/y". */
export interface PolicyDocument {
  ownerId: string;
  /** Policy XML in its raw form, named values not yet put in. */
  value: string;
}
export interface FragmentDocument {
  value: string;
}
export interface NamedValueDocument {
  displayName: string;
  secret: boolean;
  /** null: its source (a key vault) could not be read; users of it fail closed. */
  value: string | null;
}
export interface BackendDocument {
  type: "Single" | "Pool";
  title: string | null;
  url: string | null;
  protocol: "http" | "soap" | null;
  credentials: {
    certificateIds: string[];
    certificateThumbprints: string[];
    header: Record<string, string[]>;
    query: Record<string, string[]>;
    authorization: { scheme: string; parameter: string } | null;
    managedIdentity: { resource: string; clientId: string | null } | null;
  } | null;
  proxy: { url: string; username: string | null; password: string | null } | null;
  tls: {
    validateCertificateChain: boolean;
    validateCertificateName: boolean;
    serverCertificateThumbprints: string[];
    serverX509Names: { name: string; issuerCertificateThumbprint: string | null }[];
  };
  circuitBreaker: {
    rules: {
      name: string | null;
      failureCondition: {
        count: number | null;
        percentage: number | null;
        interval: string | null;
        statusCodeRanges: { min: number; max: number }[];
        errorReasons: string[];
      } | null;
      tripDuration: string | null;
      acceptRetryAfter: boolean;
      failureResponseStatusCode: number | null;
    }[];
  } | null;
  pool: {
    services: { backendId: string; weight: number | null; priority: number | null }[];
    sessionAffinityCookie: string | null;
  } | null;
  /** From this time on (ms since the epoch), connections older than it are replaced. */
  reconnectAt?: number | null;
  serviceFabricCluster: {
    managementEndpoints: string[];
    clientCertificateId: string | null;
    clientCertificateThumbprint: string | null;
    maxPartitionResolutionRetries: number | null;
    serverCertificateThumbprints: string[];
    serverX509Names: { name: string; issuerCertificateThumbprint: string | null }[];
  } | null;
}
export interface CertificateDocument {
  subject: string;
  thumbprint: string;
  expirationDate: string;
  /** Leaf first, then its chain. */
  certificatePem: string;
  privateKeyPem: string | null;
}
