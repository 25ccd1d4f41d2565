/**
 * What a gateway is told of each document. `id` is canonical: relative to the service, lower case, with a
 * leading slash ("/apis/orders/operations/get-item", "/apis/orders;rev=2"). `name` keeps the author's casing.
 */
export interface GatewayDocuments {
  service: ServiceDocument;
  apis: ApiDocument;
  "apis/operations": OperationDocument;
  "apis/resolvers": ResolverDocument;
  "apis/schemas": SchemaDocument;
  schemas: SchemaDocument;
  apiVersionSets: VersionSetDocument;
  products: ProductDocument;
  "products/apis": ProductApiDocument;
  "products/groups": ProductGroupDocument;
  subscriptions: SubscriptionDocument;
  users: UserDocument;
  groups: GroupDocument;
  "groups/users": GroupUserDocument;
  policies: PolicyDocument;
  policyFragments: FragmentDocument;
  namedValues: NamedValueDocument;
  backends: BackendDocument;
  certificates: CertificateDocument;
  loggers: LoggerDocument;
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
  /** Of the service's own stores: whom client certificates may come from. Absent: nobody beyond those that platforms know. */
  authorities?: { store: "Root" | "CertificateAuthority"; certificatePem: string }[];
  /** PEM; debug tokens are checked by it. Absent: none are accepted. */
  debugPublicKey?: string;
  /** The cookies that bind clients to members of pools are made with it. */
  affinityKey?: string;
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
/** What describes nothing is left out, so that plain operations stay small. */
export interface OperationDocument {
  displayName: string;
  method: string;
  urlTemplate: string;
  templateParameters?: ParameterDocument[];
  request?: {
    queryParameters?: ParameterDocument[];
    headers?: ParameterDocument[];
    representations?: RepresentationDocument[];
  };
  responses?: { statusCode: number; headers?: ParameterDocument[]; representations?: RepresentationDocument[] }[];
}
export interface ParameterDocument {
  name: string;
  type: string;
  required?: boolean;
  values?: string[];
  defaultValue?: string;
  schemaId?: string;
  typeName?: string;
}
export interface RepresentationDocument {
  contentType: string;
  schemaId?: string;
  typeName?: string;
  formParameters?: ParameterDocument[];
  /** The first example: a text as it is, anything else as JSON. */
  example?: string;
}
/** Its policy's ownerId is its id. */
export interface ResolverDocument {
  /** "Query/user": a type of the API's schema and one of its fields. */
  path: string;
}
/** Of one API, or of the whole service. */
export interface SchemaDocument {
  contentType: string;
  /** The document; of component lists, JSON with "components" or "definitions" at its root. */
  text: string;
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
/** Whom subscriptions belong to; the password stays where it is. */
export interface UserDocument {
  email: string;
  firstName: string;
  lastName: string;
  note: string | null;
  /** The subscriptions of a user who is blocked open nothing. */
  state: "active" | "blocked" | "pending" | "deleted";
  registeredAt: string;
  identities: { id: string; provider: string }[];
}
export interface GroupDocument {
  displayName: string;
}
/** A user is in a group. */
export interface GroupUserDocument {
  groupId: string;
  userId: string;
}
/** A group may see a product. */
export interface ProductGroupDocument {
  productId: string;
  groupId: string;
}
/** Stands for policies of every scope: ownerId is "/", "/products/x", "/apis/x", "/apis/x/operations/y" or "/apis/x/resolvers/y". */
export interface PolicyDocument {
  ownerId: string;
  /** Policy XML in its raw form, named values not yet put in. */
  value: string;
}
export interface FragmentDocument {
  value: string;
}
export interface LoggerDocument {
  type: "azureEventHub" | "applicationInsights" | "azureMonitor";
  /** Named values not yet put in. */
  credentials: Record<string, string>;
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
