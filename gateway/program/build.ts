import type { GatewayDocument } from "@/contract/documents";
import { TrieNode } from "@/gateway/router/segment-trie";
import { namedValueResolver } from "./named-values";
import { PersistentMap } from "./persistent-map";
import { builtInGlobalPolicy } from "./policy-unit";
import type { Program } from "./program";
import { ProgramEdit } from "./program-edit";

const noDocuments = new PersistentMap<GatewayDocument>();
const noNamedValues: Program["index"]["namedValues"] = new PersistentMap();

const nothing: Program = {
  revision: 0,
  documents: noDocuments,
  service: null,
  backends: new Map(),
  certificates: new Map(),
  loggers: new Map(),
  resolveNamedValues: namedValueResolver(noNamedValues),
  index: {
    documents: noDocuments,
    router: new TrieNode(),
    apis: new PersistentMap(),
    operations: new PersistentMap(),
    apisOfVersionSet: new PersistentMap(),
    schemasOfApi: new PersistentMap(),
    resolversOfApi: new PersistentMap(),
    products: new PersistentMap(),
    productsOfApi: new PersistentMap(),
    groupsOf: new PersistentMap(),
    subscriptions: new PersistentMap(),
    namedValues: noNamedValues,
    policies: new PersistentMap(),
    users: new PersistentMap(),
    globalPolicy: builtInGlobalPolicy,
  },
};

/**
 * A program from all documents. Policies are compiled when they are first needed: each was checked when it was saved,
 * and one that nevertheless does not run must not keep the others from serving.
 */
export function build(documents: Iterable<GatewayDocument>, revision: number): Program {
  const edit = new ProgramEdit(nothing);
  edit.take({ revision, put: [...documents], remove: [] });
  return edit.done(revision);
}
