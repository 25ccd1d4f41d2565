import type { ClientCertificate } from "./outgoing-call";

/** What is configured beside the policies, as of the program that the request runs by. Each object keeps its identity while it is unchanged. */
export interface Resources {
  /** By id ("partner", "/certificates/partner" or a full ARM id), or by thumbprint; null: there is none. */
  certificate(idOrThumbprint: string): CertificateResource | null;
  /** Whom client certificates may come from, besides those that every platform knows. */
  authorities(): readonly AuthorityResource[];
  backend(id: string): BackendResource | null;
  logger(id: string): LoggerResource | null;
  /** Of the API that was matched, or of the whole service; null: there is none. */
  schema(id: string): SchemaResource | null;
  /** The matched API's own, of a content type such as "application/vnd.ms-azure-apim.graphql.schema"; null: it has none. */
  schemaOfType(contentType: string): SchemaResource | null;
  /** What the matched operation's description says of its messages; null: nothing was matched. */
  description(): OperationDescription | null;
}

export interface CertificateResource {
  readonly id: string;
  readonly certificatePem: string;
  readonly privateKeyPem: string | null;
  readonly thumbprint: string;
}
export const asClientCertificate = ({
  certificatePem,
  privateKeyPem,
}: CertificateResource): ClientCertificate | null =>
  privateKeyPem === null ? null : { certificatePem, privateKeyPem };

export interface AuthorityResource {
  /** "Root" is trusted by itself; "CertificateAuthority" only stands between. */
  readonly store: "Root" | "CertificateAuthority";
  readonly certificatePem: string;
}

export interface BackendResource {
  readonly id: string;
  readonly url: string | null;
}

export interface LoggerResource {
  readonly id: string;
  readonly type: "azureEventHub" | "applicationInsights" | "azureMonitor";
  /** With named values put in. */
  readonly credentials: Readonly<Record<string, string>>;
}

export interface SchemaResource {
  readonly id: string;
  /** "application/vnd.oai.openapi.components+json", "application/vnd.ms-azure-apim.xsd+xml", "application/vnd.ms-azure-apim.graphql.schema", "json", "xml" ... */
  readonly contentType: string;
  /** The document as text; for component lists the JSON of all of them. */
  readonly text: string;
}

export interface OperationDescription {
  readonly templateParameters: readonly ParameterDescription[];
  readonly request: {
    readonly queryParameters: readonly ParameterDescription[];
    readonly headers: readonly ParameterDescription[];
    readonly representations: readonly RepresentationDescription[];
  };
  readonly responses: readonly {
    readonly statusCode: number;
    readonly headers: readonly ParameterDescription[];
    readonly representations: readonly RepresentationDescription[];
  }[];
}
export interface ParameterDescription {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly defaultValue: string | null;
  readonly schemaId: string | null;
  readonly typeName: string | null;
}
export interface RepresentationDescription {
  readonly contentType: string;
  readonly schemaId: string | null;
  readonly typeName: string | null;
  readonly formParameters: readonly ParameterDescription[];
  /** The first example's text, if there is one. */
  readonly example: string | null;
}
