import type { Exchange } from "@/policy/exchange";
import type { ClientCertificate } from "./outgoing-call";

/** Databases that resolvers of GraphQL fields ask. What fails rejects with a Fault, whose message names no secret. */
export interface DataSources {
  /** The rows of the last result that the statement has. */
  sql(question: SqlQuestion, asker: Asker): Promise<SqlRow[]>;
  cosmos(question: CosmosQuestion, asker: Asker): Promise<unknown>;
}

/** On whose behalf, and which policy the source of a fault is. */
export interface Asker {
  readonly exchange: Exchange;
  readonly source: string;
}

/** A managed identity asks for a token of `resource`; `clientId` null: the system's own. */
export interface DataSourceIdentity {
  readonly clientId: string | null;
  readonly resource: string | null;
}

export interface SqlQuestion {
  /** As ADO.NET writes it. */
  readonly connectionString: string;
  /** null: as the user that the connection string names. */
  readonly identity: DataSourceIdentity | null;
  readonly clientCertificate: ClientCertificate | null;
  readonly statement: string;
  readonly parameters: readonly SqlParameter[];
}
export interface SqlParameter {
  /** With its @ or without. */
  readonly name: string;
  /** As T-SQL declares it: "nvarchar(50)". */
  readonly type: string;
  /** In the invariant culture's words; dates as ISO 8601. */
  readonly value: string | Uint8Array | null;
}
export type SqlRow = Readonly<Record<string, unknown>>;

export interface CosmosQuestion {
  /** "AccountEndpoint=...;AccountKey=...;" */
  readonly connectionString: string;
  readonly identity: DataSourceIdentity | null;
  readonly database: string;
  readonly container: string;
  readonly request: CosmosRequest;
}
export type CosmosRequest = CosmosQuery | CosmosRead | CosmosDelete | CosmosWrite;

export type PartitionKeyValue = string | number | boolean | null;
/** "none": items that have no key. undefined: nothing is said. */
export type PartitionKey = { readonly value: PartitionKeyValue } | "none" | undefined;

export interface CosmosQuery {
  readonly kind: "query";
  readonly statement: string;
  readonly parameters: readonly { readonly name: string; readonly value: unknown }[];
  readonly partitionKey: PartitionKey;
  /** null: all items. */
  readonly paging: { readonly maxItems: number; readonly continuation: string | null } | null;
  readonly lowPrecisionOrderBy: boolean | null;
}
export interface CosmosRead {
  readonly kind: "read";
  readonly id: string;
  readonly partitionKey: PartitionKey;
}
export interface CosmosDelete extends CosmosChange {
  readonly kind: "delete";
  readonly id: string;
}
export interface CosmosWrite extends CosmosChange {
  readonly kind: "insert" | "replace" | "upsert";
  /** null: that of the item. */
  readonly id: string | null;
  readonly item: Readonly<Record<string, unknown>>;
  readonly indexing: "Default" | "Include" | "Exclude" | null;
  readonly answersItem: boolean;
}
interface CosmosChange {
  readonly partitionKey: PartitionKey;
  readonly etag: { readonly value: string; readonly mustMatch: boolean } | null;
  /** "Strong", "BoundedStaleness", "Session", "Eventual" or "ConsistentPrefix". */
  readonly consistency: string | null;
  readonly preTrigger: string | null;
  readonly postTrigger: string | null;
}
