import type { GatewayDocument } from "@/contract/documents";
import type { Json, JsonObject } from "@/lib/json";
import type { Context } from "../context";
import type { ListQuery, Role, Store, StoredDocument, StoreTransaction } from "../store/store";

/**
 * What a kind does beyond its definition. Each part is optional and has a file of its own beside definition.ts:
 * rules.ts, present.ts, project.ts, locate.ts, actions/. behaviours.ts is their table.
 */
export interface Behaviour {
  rules?: Rules;
  present?: Present;
  project?: Project;
  locate?: Locate;
  collect?: Collect;
  actions?: readonly Action[];
}

/** What reads documents: the store, a transaction, or either seen through a draft. */
export type Reader = Pick<Store, "read" | "list">;

/** What a schema cannot say. Runs in the transaction of the write, so that what it saw still holds when that commits. */
export interface Rules {
  /** Normalises, fills in defaults, and refuses what other documents forbid. */
  write?(writing: Writing): void | Promise<void>;
  /** The document is stored; others may have to follow it in the same change. */
  written?(written: Written): void | Promise<void>;
  remove?(removing: Removing): void | Promise<void>;
}

export interface Writing {
  readonly id: string;
  readonly type: string;
  /** With its author's casing. */
  name: string;
  parentId: string | null;
  /** What will be stored. A secret is a string when it is new and a pointer when it is unchanged. */
  properties: JsonObject;
  /** null when it is being created. */
  readonly before: StoredDocument | null;
  readonly query: URLSearchParams;
  readonly context: Context;
  readonly tx: StoreTransaction;
  /** Notes a problem with a field; the write goes no further than these rules. */
  refuse(target: string, message: string): void;
  /** A reference that only a look-up can find; `message` replaces "… does not exist". */
  refer(to: string, target: string, message?: string): void;
  /** Runs once the document is stored, in the same change, with what `write` found out. */
  follow(work: (written: Written) => Promise<void>): void;
  /** The clear text of a string or of a pointer to one; null for anything else. */
  open(value: Json | undefined): Promise<string | null>;
}

export interface Written {
  readonly document: StoredDocument;
  readonly before: StoredDocument | null;
  readonly query: URLSearchParams;
  readonly context: Context;
  readonly tx: StoreTransaction;
  /** Writes another document in the same change, by its own kind's rules. Secrets in it may be pointers or clear. */
  write(document: OtherDocument): Promise<StoredDocument>;
}
export interface OtherDocument {
  id: string;
  name: string;
  type: string;
  parentId: string | null;
  properties: JsonObject;
}

export interface Removing {
  readonly document: StoredDocument;
  readonly query: URLSearchParams;
  readonly context: Context;
  readonly tx: StoreTransaction;
}

/** How a document is shown, where that is not {id, type, name, properties}. */
export type Present = (presenting: Presenting) => Resource | Promise<Resource>;
export interface Presenting {
  readonly document: StoredDocument;
  /** What would be shown: secrets left out or masked. Free to be changed. */
  readonly resource: Resource;
  readonly query: URLSearchParams;
  readonly read: Reader;
  /** "list" is asked to be brief where a kind has much to say. */
  readonly verb: "get" | "list" | "put" | "patch";
  /** The door's own origin: "https://portal.example:3000". */
  readonly origin: string;
}
export interface Resource extends JsonObject {
  id: string;
  type: string;
  name: string;
}

/** What the gateway must know of a document; null when nothing. */
export type Project = (projecting: Projecting) => GatewayDocument | null | Promise<GatewayDocument | null>;
export interface Projecting {
  readonly document: StoredDocument;
  /** document.properties with every secret in clear. */
  readonly properties: JsonObject;
  readonly installation: Installation;
  readonly read: Reader;
}

/** What gateways are told of the installation itself. */
export interface Installation {
  /** PEM; null: nobody can have requests traced. */
  readonly debugPublicKey: string | null;
  /** The cookies of pools are made with it. */
  readonly affinityKey?: string | null;
}

/** Maps an id as a client writes it to the canonical one: "/apis/orders;rev=1" -> "/apis/orders". */
export type Locate = (id: string, read: Reader) => string | Promise<string>;

/**
 * What a GET of the collection lists, where that is not every document of the type below the parent: apis leaves out
 * the revisions that are not current, apis/products lists documents of another type. Each goes through
 * the `present` of the kind that was asked for, with a resource of that kind's type.
 */
export type Collect = (collecting: Collecting) => Promise<{ documents: StoredDocument[]; count: number }>;
export interface Collecting {
  /** Canonical id of the document it hangs below, null for the service's own collections. */
  readonly parentId: string | null;
  /** What would be listed: every document of the type below the parent, with $filter, $orderby, $skip and $top. */
  readonly list: ListQuery;
  readonly read: Reader;
}

/** A verb beyond CRUD: POST namedValues/{id}/listValue. */
export interface Action {
  name: string;
  /** POST when left out. */
  method?: "GET" | "POST";
  /** Which of the kind's types has it; all when left out. */
  types?: readonly string[];
  /** The least role that may ask. */
  role: Role;
  summary: string;
  handle(acting: Acting): Promise<ActionAnswer>;
}
export interface Acting {
  readonly document: StoredDocument;
  readonly context: Context;
  readonly query: URLSearchParams;
  /** Parsed JSON, undefined without a body. */
  readonly body: Json | undefined;
  readonly read: Reader;
  readonly origin: string;
  /** The document as a GET of it would answer. */
  show(document: StoredDocument): Promise<Resource>;
  /** document.properties with every secret in clear; writes the audit row that says so. */
  reveal(): Promise<JsonObject>;
  /**
   * Changes the document, with its references, secrets and rules as in a PUT; `title` names the change.
   * `change` is given the stored properties (pointers for secrets) and may write clear values at secret fields.
   */
  update(title: string, change: (properties: JsonObject) => JsonObject | Promise<JsonObject>): Promise<StoredDocument>;
}
export interface ActionAnswer {
  status: number;
  body?: Json;
  headers?: Record<string, string>;
}
