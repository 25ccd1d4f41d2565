import type {
  ApiDocument,
  BackendDocument,
  CertificateDocument,
  GatewayDocument,
  NamedValueDocument,
  ServiceDocument,
} from "@/contract/documents";
import type { RoutedApi } from "@/gateway/router/find-api";
import type { Route } from "@/gateway/router/find-operation";
import type { TrieNode } from "@/gateway/router/segment-trie";
import type { ApiFacts, OperationFacts, ProductFacts, SubscriptionFacts } from "@/policy/exchange";
import type { LoggerResource } from "@/policy/host/resources";
import type { PersistentMap } from "./persistent-map";
import type { PolicyUnit } from "./policy-unit";

/**
 * Everything the gateway runs by at one revision. Immutable: a change makes a new program that shares all that the
 * change did not touch, and one assignment swaps it in. Requests in flight keep the one they started with.
 */
export interface Program {
  readonly revision: number;
  /** Every document, by canonical id. */
  readonly documents: DocumentMap;
  readonly service: ServiceDocument | null;
  /** These keep their identity while nothing in them changes. */
  readonly backends: ReadonlyMap<string, BackendDocument>;
  readonly certificates: ReadonlyMap<string, CertificateDocument>;
  /** null: one whose named value cannot be read. */
  readonly loggers: ReadonlyMap<string, LoggerResource | null>;
  /** Puts named values in the place of {{name}}; keeps its identity while they are unchanged. Throws when one is absent. */
  readonly resolveNamedValues: (text: string) => string;
  readonly index: ProgramIndex;
}

export interface DocumentMap extends Iterable<[string, GatewayDocument]> {
  readonly size: number;
  get(id: string): GatewayDocument | undefined;
}

/** What requests are matched and authorised by. Only files of this folder write it. */
export interface ProgramIndex {
  readonly documents: PersistentMap<GatewayDocument>;
  readonly router: TrieNode<ApiEntry>;
  readonly apis: PersistentMap<ApiEntry>;
  /** By API id, also while the API itself is absent. */
  readonly operations: PersistentMap<TrieNode<OperationEntry>>;
  readonly apisOfVersionSet: PersistentMap<readonly string[]>;
  /** Ids of schemas by the id of their API, also while that is absent. */
  readonly schemasOfApi: PersistentMap<readonly string[]>;
  /** Ids of resolvers by the id of their API, also while that is absent. */
  readonly resolversOfApi: PersistentMap<readonly string[]>;
  readonly products: PersistentMap<ProductEntry>;
  /** Product ids by the id of an API without its revision. */
  readonly productsOfApi: PersistentMap<readonly string[]>;
  /** Ids of groups, by the id of a user who is in them or of a product that they may see. */
  readonly groupsOf: PersistentMap<readonly string[]>;
  /** By the keyed hash of a key. */
  readonly subscriptions: PersistentMap<readonly SubscriptionEntry[]>;
  readonly namedValues: PersistentMap<NamedValueDocument>;
  /** By the id of what the policy belongs to. */
  readonly policies: PersistentMap<PolicyUnit>;
  /** Policies and fragments that use a fragment or a named value, by what they use. */
  readonly users: PersistentMap<readonly string[]>;
  /** The policy of "/", or the one that stands in for it. */
  readonly globalPolicy: PolicyUnit;
}

export interface ApiEntry extends RoutedApi {
  /** Without the revision. */
  readonly baseId: string;
  readonly document: ApiDocument;
  readonly facts: ApiFacts;
  readonly operations: TrieNode<OperationEntry>;
  readonly policy: PolicyUnit | null;
  /** Of a GraphQL API, by "Type/field"; null: it has none, and its backend answers. */
  readonly resolvers: ReadonlyMap<string, PolicyUnit> | null;
  /** Where the router holds it. */
  readonly keys: readonly string[];
}

export interface OperationEntry extends Route {
  readonly facts: OperationFacts;
  readonly policy: PolicyUnit | null;
}

export interface ProductEntry {
  readonly facts: ProductFacts;
  readonly policy: PolicyUnit | null;
}

export interface SubscriptionEntry {
  readonly id: string;
  readonly facts: SubscriptionFacts;
  readonly ownerId: string | null;
  /** As in the document: "/", "/apis", "/apis/x" or "/products/x". */
  readonly scope: string;
  /** Dates neither begin nor end a subscription: they are for the record, and `state` alone decides. */
  readonly isActive: boolean;
}

export interface ProgramChange {
  revision: number;
  put: readonly GatewayDocument[];
  remove: readonly string[];
}

/** A change that cannot be run; the program before it stays. */
export class ChangeRefused extends Error {}
