import type { GatewayDocument, GatewayDocumentOf, GatewayDocumentType, NamedValueDocument } from "@/contract/documents";
import { byId } from "@/gateway/router/find-api";
import { byPrecedence } from "@/gateway/router/find-operation";
import { TrieEdit, TrieNode } from "@/gateway/router/segment-trie";
import {
  apiEntry,
  apiIdOf,
  apiIdOfResolver,
  apiIdOfSchema,
  operationEntry,
  productEntry,
  subscriptionEntry,
} from "./entries";
import { groupFacts } from "./group-facts";
import { keyHash } from "./key-hash";
import { ListsEdit } from "./lists-edit";
import { loggersAfter } from "./loggers";
import { namedValueResolver } from "./named-values";
import type { PersistentMapEdit } from "./persistent-map";
import { builtInGlobalPolicy, PolicyUnit, scopeOf } from "./policy-unit";
import type { ApiEntry, OperationEntry, ProductEntry, Program, ProgramChange, SubscriptionEntry } from "./program";
import { fragmentUse, namedValueUse, usedBy } from "./uses";

type Of<T extends GatewayDocumentType> = GatewayDocumentOf<T>;
interface Pair<T extends GatewayDocumentType> {
  before: Of<T> | null;
  after: Of<T> | null;
}

const hashesOf = (document: Of<"subscriptions"> | null): Set<string> =>
  new Set(document === null ? [] : [document.properties.primaryKey, document.properties.secondaryKey].map(keyHash));

const alphabetically = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Everything that one change makes different. First the documents, then what hangs on them, each touched thing once. */
export class ProgramEdit {
  /** Made by this change, so not yet known to run. */
  readonly newPolicies: PolicyUnit[] = [];
  readonly #program: Program;
  readonly #documents: PersistentMapEdit<GatewayDocument>;
  readonly #apis: PersistentMapEdit<ApiEntry>;
  readonly #operations: PersistentMapEdit<TrieNode<OperationEntry>>;
  readonly #products: PersistentMapEdit<ProductEntry>;
  readonly #namedValues: PersistentMapEdit<NamedValueDocument>;
  readonly #policies: PersistentMapEdit<PolicyUnit>;
  readonly #apisOfVersionSet: ListsEdit<string>;
  readonly #schemasOfApi: ListsEdit<string>;
  readonly #resolversOfApi: ListsEdit<string>;
  readonly #productsOfApi: ListsEdit<string>;
  readonly #groupsOf: ListsEdit<string>;
  readonly #subscriptions: ListsEdit<SubscriptionEntry>;
  readonly #users: ListsEdit<string>;
  readonly #changed = new Map<string, { before: GatewayDocument | null; after: GatewayDocument | null }>();
  /** Owners whose policy is to be read anew. */
  readonly #policyOwners = new Set<string>();
  readonly #touchedApis = new Set<string>();
  readonly #touchedOperations = new Map<string, Set<string>>();
  readonly #touchedProducts = new Set<string>();
  #backends: Map<string, Program["backends"] extends ReadonlyMap<string, infer B> ? B : never> | null = null;
  #certificates: Map<string, Program["certificates"] extends ReadonlyMap<string, infer C> ? C : never> | null = null;
  readonly #touchedLoggers = new Set<string>();
  #service: Program["service"];

  constructor(program: Program) {
    const { index } = program;
    this.#program = program;
    this.#documents = index.documents.edit();
    this.#apis = index.apis.edit();
    this.#operations = index.operations.edit();
    this.#products = index.products.edit();
    this.#namedValues = index.namedValues.edit();
    this.#policies = index.policies.edit();
    this.#apisOfVersionSet = new ListsEdit(index.apisOfVersionSet, alphabetically);
    this.#schemasOfApi = new ListsEdit(index.schemasOfApi, alphabetically);
    this.#resolversOfApi = new ListsEdit(index.resolversOfApi, alphabetically);
    this.#productsOfApi = new ListsEdit(index.productsOfApi, alphabetically);
    this.#groupsOf = new ListsEdit(index.groupsOf, alphabetically);
    this.#subscriptions = new ListsEdit(index.subscriptions, byId);
    this.#users = new ListsEdit(index.users, alphabetically);
    this.#service = program.service;
  }

  take({ put, remove }: ProgramChange): void {
    for (const id of remove) this.#note(id, null);
    for (const document of put) this.#note(document.id, document);
    // A display name that one named value gives up may be another's in the same change.
    for (const { before, after } of this.#changed.values()) this.#giveUpName(before, after);
    for (const { before, after } of this.#changed.values()) {
      // A document never changes its type; if one did, it is one that goes and one that comes.
      if (before !== null && after !== null && before.type !== after.type) {
        this.#follow(before, null);
        this.#follow(null, after);
      } else this.#follow(before, after);
    }
  }

  #note(id: string, after: GatewayDocument | null): void {
    const before = this.#changed.get(id)?.before ?? this.#program.index.documents.get(id) ?? null;
    this.#changed.set(id, { before, after });
    if (after === null) this.#documents.delete(id);
    else this.#documents.set(id, after);
  }

  #follow(before: GatewayDocument | null, after: GatewayDocument | null): void {
    const document = after ?? before;
    // What goes may never have been here.
    if (document === null) return;
    const { type, id } = document;
    const pair = { before, after } as never;
    if (type === "apis") this.#api(id, pair);
    else if (type === "apis/operations") this.#operation(id);
    else if (type === "apiVersionSets") for (const api of this.#apisOfVersionSet.get(id)) this.#touchedApis.add(api);
    if (type === "products") this.#touchedProducts.add(id);
    else if (type === "products/apis") this.#productApi(pair);
    else if (type === "products/groups") this.#productGroup(pair);
    else if (type === "groups/users") this.#groupUser(pair);
    else if (type === "groups") this.#group();
    else if (type === "subscriptions") this.#subscription(id, pair);
    else if (type === "policies") this.#policy(id, pair);
    else if (type === "apis/schemas") this.#apiSchema(id, pair);
    else if (type === "apis/resolvers") this.#resolver(id, pair);
    else if (type === "policyFragments") this.#fragment(id, pair);
    else if (type === "namedValues") this.#namedValue(pair);
    else this.#plain(document, after);
  }

  #plain(document: GatewayDocument, after: GatewayDocument | null): void {
    if (document.type === "service") this.#service = after?.type === "service" ? after.properties : null;
    if (document.type === "loggers") this.#touchedLoggers.add(document.id);
    if (document.type === "backends") {
      this.#backends ??= new Map(this.#program.backends);
      if (after?.type === "backends") this.#backends.set(document.id, after.properties);
      else this.#backends.delete(document.id);
    }
    if (document.type === "certificates") {
      this.#certificates ??= new Map(this.#program.certificates);
      if (after?.type === "certificates") this.#certificates.set(document.id, after.properties);
      else this.#certificates.delete(document.id);
    }
  }

  #api(id: string, { before, after }: Pair<"apis">): void {
    this.#touchedApis.add(id);
    this.#apisOfVersionSet.move(before?.properties.versionSetId ?? null, after?.properties.versionSetId ?? null, id);
  }

  #operation(id: string): void {
    const apiId = apiIdOf(id);
    const operations = this.#touchedOperations.get(apiId) ?? new Set();
    this.#touchedOperations.set(apiId, operations.add(id));
  }

  #apiSchema(id: string, { before, after }: Pair<"apis/schemas">): void {
    const apiId = apiIdOfSchema(id);
    this.#schemasOfApi.move(before === null ? null : apiId, after === null ? null : apiId, id);
  }

  #resolver(id: string, { before, after }: Pair<"apis/resolvers">): void {
    const apiId = apiIdOfResolver(id) ?? "";
    this.#resolversOfApi.move(before === null ? null : apiId, after === null ? null : apiId, id);
    this.#touchedApis.add(apiId);
  }

  #productApi({ before, after }: Pair<"products/apis">): void {
    if (before !== null) this.#productsOfApi.remove(before.properties.apiId, before.properties.productId);
    if (after !== null) this.#productsOfApi.add(after.properties.apiId, after.properties.productId);
  }

  #productGroup({ before, after }: Pair<"products/groups">): void {
    for (const document of [before, after])
      if (document !== null) this.#touchedProducts.add(document.properties.productId);
    if (before !== null) this.#groupsOf.remove(before.properties.productId, before.properties.groupId);
    if (after !== null) this.#groupsOf.add(after.properties.productId, after.properties.groupId);
  }

  #groupUser({ before, after }: Pair<"groups/users">): void {
    if (before !== null) this.#groupsOf.remove(before.properties.userId, before.properties.groupId);
    if (after !== null) this.#groupsOf.add(after.properties.userId, after.properties.groupId);
  }

  /** Its name stands in products; groups seldom change. */
  #group(): void {
    for (const [id] of this.#program.index.products) this.#touchedProducts.add(id);
  }

  #subscription(id: string, { before, after }: Pair<"subscriptions">): void {
    for (const hash of hashesOf(before)) this.#subscriptions.removeWhere(hash, (entry) => entry.id === id);
    if (after === null) return;
    const entry = subscriptionEntry(after);
    for (const hash of hashesOf(after)) this.#subscriptions.add(hash, entry);
  }

  #policy(id: string, { before, after }: Pair<"policies">): void {
    this.#rewireUses(id, before?.properties.value, after?.properties.value);
    if (before !== null) this.#policyOwners.add(before.properties.ownerId);
    if (after !== null) this.#policyOwners.add(after.properties.ownerId);
  }

  #fragment(id: string, { before, after }: Pair<"policyFragments">): void {
    this.#rewireUses(id, before?.properties.value, after?.properties.value);
    this.#usersOf(fragmentUse(id));
  }

  #giveUpName(before: GatewayDocument | null, after: GatewayDocument | null): void {
    if (before?.type !== "namedValues") return;
    const { displayName } = before.properties;
    if (after?.type !== "namedValues" || after.properties.displayName !== displayName) {
      this.#namedValues.delete(displayName);
    }
  }

  #namedValue({ before, after }: Pair<"namedValues">): void {
    const [old, now] = [before?.properties, after?.properties];
    const isSame = old !== undefined && old.displayName === now?.displayName && old.value === now.value;
    if (isSame) {
      this.#namedValues.set(now.displayName, now);
      return;
    }
    if (before !== null) this.#usersOf(namedValueUse(before.properties.displayName));
    if (after === null) return;
    this.#namedValues.set(after.properties.displayName, after.properties);
    this.#usersOf(namedValueUse(after.properties.displayName));
  }

  #rewireUses(id: string, before: string | undefined, after: string | undefined): void {
    for (const use of before === undefined ? [] : usedBy(before)) this.#users.remove(use, id);
    for (const use of after === undefined ? [] : usedBy(after)) this.#users.add(use, id);
  }

  /** Policies that use it are read anew, those that use it through a fragment, too. */
  #usersOf(use: string): void {
    for (const id of this.#users.get(use)) {
      const user = this.#documents.get(id);
      if (user?.type === "policies") this.#policyOwners.add(user.properties.ownerId);
      else if (user?.type === "policyFragments" && !use.startsWith("fragment:")) this.#usersOf(fragmentUse(id));
    }
  }

  done(revision: number): Program {
    const { index } = this.#program;
    let { globalPolicy } = index;
    for (const ownerId of this.#policyOwners) {
      const unit = this.#policyOf(ownerId);
      const scope = scopeOf(ownerId);
      if (scope === "global") globalPolicy = unit ?? builtInGlobalPolicy;
      else if (scope === "product") this.#touchedProducts.add(ownerId);
      else if (scope === "operation") this.#operation(ownerId);
      else this.#touchedApis.add(apiIdOfResolver(ownerId) ?? ownerId);
    }
    for (const id of this.#touchedProducts) this.#makeProduct(id);
    for (const [apiId, operations] of this.#touchedOperations) this.#makeOperations(apiId, operations);
    const router = this.#makeApis();
    const documents = this.#documents.done();
    const namedValues = this.#namedValues.done();
    const unchanged = namedValues === index.namedValues;
    const resolve = unchanged ? this.#program.resolveNamedValues : namedValueResolver(namedValues);
    return {
      revision,
      documents,
      service: this.#service,
      backends: this.#backends ?? this.#program.backends,
      certificates: this.#certificates ?? this.#program.certificates,
      loggers: loggersAfter(this.#program.loggers, this.#touchedLoggers, documents, { resolve, isNew: !unchanged }),
      resolveNamedValues: resolve,
      index: {
        documents,
        router,
        apis: this.#apis.done(),
        operations: this.#operations.done(),
        apisOfVersionSet: this.#apisOfVersionSet.done(),
        products: this.#products.done(),
        schemasOfApi: this.#schemasOfApi.done(),
        resolversOfApi: this.#resolversOfApi.done(),
        productsOfApi: this.#productsOfApi.done(),
        groupsOf: this.#groupsOf.done(),
        subscriptions: this.#subscriptions.done(),
        namedValues,
        policies: this.#policies.done(),
        users: this.#users.done(),
        globalPolicy,
      },
    };
  }

  /** A new unit for an owner whose policy, or something in it, has changed; null when it has none any more. */
  #policyOf(ownerId: string): PolicyUnit | null {
    const id = ownerId === "/" ? "/policies/policy" : `${ownerId}/policies/policy`;
    const document = this.#documents.get(id);
    if (document?.type !== "policies") {
      this.#policies.delete(ownerId);
      return null;
    }
    const unit = new PolicyUnit(scopeOf(ownerId), id, document.properties.value);
    this.#policies.set(ownerId, unit);
    this.newPolicies.push(unit);
    return unit;
  }

  #makeProduct(id: string): void {
    const document = this.#documents.get(id);
    if (document?.type !== "products") this.#products.delete(id);
    else {
      const groups = groupFacts(this.#documents, this.#groupsOf.get(id));
      this.#products.set(id, productEntry(document, this.#policies.get(id) ?? null, groups));
    }
  }

  #makeOperations(apiId: string, ids: ReadonlySet<string>): void {
    const edit = new TrieEdit(this.#operations.get(apiId) ?? new TrieNode<OperationEntry>(), byPrecedence);
    for (const id of ids) {
      const before = this.#program.index.documents.get(id);
      if (before?.type === "apis/operations") {
        edit.remove(operationEntry(before, null).template.keys, (entry) => entry.id === id);
      }
      const document = this.#documents.get(id);
      if (document?.type !== "apis/operations") continue;
      const entry = operationEntry(document, this.#policies.get(id) ?? null);
      edit.add(entry.template.keys, entry);
    }
    const operations = edit.done();
    if (operations.isEmpty) this.#operations.delete(apiId);
    else this.#operations.set(apiId, operations);
    this.#touchedApis.add(apiId);
  }

  /** Those that have a policy; a field whose resolver has none is read from the object around it. */
  #resolversOf(apiId: string): ReadonlyMap<string, PolicyUnit> | null {
    const ids = this.#resolversOfApi.get(apiId);
    if (ids.length === 0) return null;
    const resolvers = new Map<string, PolicyUnit>();
    for (const id of ids) {
      const document = this.#documents.get(id);
      const unit = this.#policies.get(id);
      if (document?.type === "apis/resolvers" && unit !== undefined) resolvers.set(document.properties.path, unit);
    }
    return resolvers;
  }

  #makeApis(): TrieNode<ApiEntry> {
    const { index } = this.#program;
    if (this.#touchedApis.size === 0) return index.router;
    const router = new TrieEdit<ApiEntry>(index.router, byId);
    for (const id of this.#touchedApis) {
      const before = index.apis.get(id);
      if (before !== undefined) router.remove(before.keys, (entry) => entry.id === id);
      const document = this.#documents.get(id);
      if (document?.type !== "apis") {
        this.#apis.delete(id);
        continue;
      }
      const { versionSetId } = document.properties;
      const versionSet = versionSetId === null ? undefined : this.#documents.get(versionSetId);
      const operations = this.#operations.get(id) ?? new TrieNode<OperationEntry>();
      const entry = apiEntry(
        document,
        versionSet?.type === "apiVersionSets" ? versionSet.properties : null,
        operations,
        this.#policies.get(id) ?? null,
        this.#resolversOf(id),
      );
      this.#apis.set(id, entry);
      router.add(entry.keys, entry);
    }
    return router.done();
  }
}
