import type { Json, JsonObject } from "@/lib/json";

/**
 * Documents, references and the log. Every write is one transaction that takes the service's row first, so revisions
 * are gapless and in commit order. Nothing outside this folder knows which database holds it.
 */
export interface Store {
  readonly dialect: "sqlite" | "postgresql";
  revision(): Promise<number>;
  read(id: string): Promise<StoredDocument | null>;
  list(query: ListQuery): Promise<{ documents: StoredDocument[]; count: number }>;
  /** Every document, in parent-before-child order, a page at a time and at one revision: what a new gateway is sent. */
  snapshot(): Promise<{ revision: number; committedAt: number; pages: AsyncIterable<StoredDocument[]> }>;
  /** Documents that refer to this one or to anything below it from outside. */
  usedBy(id: string): Promise<{ from: string; to: string }[]>;
  uses(id: string): Promise<string[]>;
  /** Runs `work` and commits what it wrote as one change. Nothing written: nothing committed, `revision` null. */
  commit<T>(
    change: ChangeHead,
    work: (tx: StoreTransaction) => Promise<T>,
  ): Promise<{ revision: number | null; result: T }>;
  /** Runs `work` to learn what it would write, with every check of a commit, then rolls back. */
  rehearse<T>(
    work: (tx: StoreTransaction) => Promise<T>,
  ): Promise<{ entries: RehearsedEntry[]; secrets: SealedSecret[]; result: T }>;
  changes(query: ChangesQuery): Promise<{ changes: Change[]; count: number }>;
  change(revision: number): Promise<Change | null>;
  /** As `changes`, without what was changed: cheap however large they are. */
  changeSummaries(query: ChangesQuery): Promise<{ changes: ChangeSummary[]; count: number }>;
  /** What all changes after `from` up to `to` come to, document by document, in the order of ids. */
  netChanges(query: { from: number; to: number; documentId?: string; below?: boolean }): Promise<ChangeEntry[]>;
  /** Opens a sealed secret by the id a SecretPointer names. */
  openSecrets(ids: readonly string[]): Promise<Map<string, string>>;
  /** Called after each commit, by this process or (PostgreSQL) by another; returns how to stop. */
  onCommit(listener: (revision: number) => void): () => void;
  /** As `onCommit`, of drafts that were saved, changed or removed; null: any of them may have been. */
  onDraft(listener: (draftId: string | null) => void): () => void;
  /** Rows that are not configuration, each in its own file of this folder. */
  readonly drafts: DraftRows;
  readonly nodes: NodeRows;
  readonly traces: TraceRows;
  readonly testRuns: TestRunRows;
  readonly identity: IdentityRows;
  /** A consistent copy of everything into one file, safe while serving. */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface StoredDocument {
  /** Canonical: relative to the service, lower case, leading slash; "/" is the service itself. */
  id: string;
  /** The last segment with its author's casing. */
  name: string;
  /** ARM type path below the service: "apis/operations"; "service" for the service itself. */
  type: string;
  parentId: string | null;
  properties: JsonObject;
  /** The change that last touched it. */
  revision: number;
  createdAt: Date;
  changedAt: Date;
}

export interface ListQuery {
  type: string;
  parentId?: string;
  /** Only documents below this one, at any depth. */
  below?: string;
  filter?: Filter;
  orderBy?: { member: string; descending: boolean }[];
  skip?: number;
  top?: number;
}

/** A secret that a rehearsal sealed, to be kept with the draft that points at it. */
export interface SealedSecret {
  id: string;
  documentId: string;
  field: string;
  sealed: string;
  createdAt: Date;
}

/** $filter, parsed. A member is `name` or a path into properties: ["keyVault", "secretIdentifier"]. */
export type Filter =
  | { op: "and" | "or"; left: Filter; right: Filter }
  | { op: "not"; of: Filter }
  | { op: "eq" | "ne" | "gt" | "ge" | "lt" | "le"; member: string[]; value: string | number | boolean | null }
  | { op: "contains" | "startswith" | "endswith"; member: string[]; value: string }
  | { op: "any"; member: string[]; value: string };

export interface StoreTransaction {
  read(id: string): Promise<StoredDocument | null>;
  list(query: ListQuery): Promise<{ documents: StoredDocument[]; count: number }>;
  usedBy(id: string): Promise<{ from: string; to: string }[]>;
  /** Creates or replaces, with its references; a reference to something absent throws MissingReference. */
  put(document: {
    id: string;
    name: string;
    type: string;
    parentId: string | null;
    properties: JsonObject;
    references: string[];
  }): Promise<StoredDocument>;
  /** Removes it and all below it. In use from outside: throws InUse naming the users. */
  remove(id: string): Promise<void>;
  /** Removes several at once and answers with all that went; in use from outside all of them: throws InUse. */
  removeAll(ids: readonly string[]): Promise<string[]>;
  /** Seals a value for one field of one document and returns what to write in its place. */
  seal(documentId: string, field: string, value: string): Promise<{ $secret: string }>;
  openSecrets(ids: readonly string[]): Promise<Map<string, string>>;
  /** The revision this transaction will have when it commits. */
  readonly revision: number;
}

// The store lives in the process's entry and its callers in Next's bundle, each with its own copy of these classes:
// so they are told apart by `code`, never by instanceof.
export class MissingReference extends Error {
  readonly code = "missing-reference";
  readonly to: string;
  constructor(to: string) {
    super(`${to} does not exist`);
    this.to = to;
  }
  static is(error: unknown): error is MissingReference {
    return (error as { code?: unknown } | null)?.code === "missing-reference";
  }
}

export class InUse extends Error {
  readonly code = "in-use";
  readonly users: { from: string; to: string }[];
  constructor(users: { from: string; to: string }[]) {
    super(`in use by ${users.map((user) => user.from).join(", ")}`);
    this.users = users;
  }
  static is(error: unknown): error is InUse {
    return (error as { code?: unknown } | null)?.code === "in-use";
  }
}

/** Text with a NUL or half a surrogate pair, which no database keeps. */
export class UnstorableText extends Error {
  readonly code = "unstorable-text";
  /** Where in the properties it stands: "credentials.header.x-key[0]". */
  readonly target: string;
  constructor(target: string) {
    super(`${target} holds a NUL character or half of a surrogate pair, which cannot be stored`);
    this.target = target;
  }
  static is(error: unknown): error is UnstorableText {
    return (error as { code?: unknown } | null)?.code === "unstorable-text";
  }
}

/** Two people cannot share one address. */
export class AddressTaken extends Error {
  readonly code = "address-taken";
  constructor(address: string) {
    super(`${address} belongs to somebody already`);
  }
  static is(error: unknown): error is AddressTaken {
    return (error as { code?: unknown } | null)?.code === "address-taken";
  }
}

export interface ChangeHead {
  actor: Actor;
  /** A short sentence: "Create backend orders-api". */
  title: string;
  /** What it undoes, or which draft it publishes. */
  origin?: { kind: "undo"; revision: number } | { kind: "draft"; id: string };
}
export interface Actor {
  kind: "user" | "token" | "system";
  id: string;
  name: string;
}
export interface ChangeEntry {
  id: string;
  type: string;
  name: string;
  /** Properties; null stands for "absent". */
  before: Json;
  after: Json;
  /** What it referred to before and after, so that either state can be brought back as it was. */
  references: { before: string[]; after: string[] };
}
/** With the revision its document had before (0: absent). */
export type RehearsedEntry = ChangeEntry & { baseRevision: number };

/** A change without its contents. */
export interface ChangeSummary extends ChangeHead {
  revision: number;
  at: Date;
  /** The first of them; documentCount tells how many there are. */
  documents: { id: string; type: string; name: string; action: "create" | "update" | "delete" }[];
  documentCount: number;
}
export interface Change extends ChangeHead {
  revision: number;
  at: Date;
  entries: ChangeEntry[];
}
export interface ChangesQuery {
  /** Only those that touched this document, or anything below it. */
  documentId?: string;
  below?: boolean;
  /** Only by this actor. */
  actorId?: string;
  after?: number;
  before?: number;
  top?: number;
  /** Oldest first; newest first otherwise. */
  ascending?: boolean;
  /** With a documentId: only the entries that the query is about, not all that changed with them. */
  entriesOfDocument?: boolean;
}

export interface DraftRow {
  id: string;
  title: string;
  actor: Actor;
  createdAt: Date;
  changedAt: Date;
  entries: DraftEntry[];
}
/** `baseRevision` and `before` are of when the document was first drafted. */
export interface DraftEntry extends RehearsedEntry {
  /** Stands for the document's revision as long as it is drafted: greater than any, and new with each write. */
  stamp: number;
}
export interface DraftRows {
  list(): Promise<DraftRow[]>;
  read(id: string): Promise<DraftRow | null>;
  /** With the secrets that its entries point at and that no change holds yet. */
  save(draft: DraftRow, secrets?: readonly SealedSecret[]): Promise<void>;
  /** The same, but only while the stored one was last changed at `since`; false otherwise. */
  replace(draft: DraftRow, since: Date, secrets?: readonly SealedSecret[]): Promise<boolean>;
  remove(id: string): Promise<boolean>;
  /** When those of them were written last that there are. */
  changedAt(ids: readonly string[]): Promise<Map<string, Date>>;
}

export interface NodeRow {
  name: string;
  version: string;
  startedAt: Date;
  seenAt: Date;
  connected: boolean;
  revision: number;
  addresses: string[];
}
export interface ReceiptRow {
  node: string;
  revision: number;
  at: Date;
  /** From commit to applied. */
  latencyMs: number;
  durationMs: number;
  refused: string | null;
}
export interface NodeRows {
  list(): Promise<NodeRow[]>;
  save(node: NodeRow): Promise<void>;
  remove(name: string): Promise<boolean>;
  addReceipt(receipt: ReceiptRow): Promise<void>;
  receipts(query: { revision?: number; node?: string; top?: number }): Promise<ReceiptRow[]>;
}

export interface TraceRow {
  id: string;
  at: Date;
  sealed: string;
}
export interface TraceRows {
  save(trace: TraceRow): Promise<void>;
  read(id: string): Promise<TraceRow | null>;
  removeBefore(at: Date): Promise<void>;
}

/** Of one API by one configuration. */
export interface TestRunRow {
  apiId: string;
  /** "": the live configuration. */
  draftId: string;
  ranAt: Date;
  sealed: string;
  /** In the order of their ids. */
  results: { testId: string; sealed: string }[];
}
export interface TestRunRows {
  /**
   * Results take the place of earlier ones of the same tests; those of tests that are not among `tests` go, and so do
   * the runs by drafts that are no more. Nothing is kept where there is no such API or draft.
   */
  save(run: TestRunRow, tests: readonly string[]): Promise<void>;
  read(apiId: string, draftId: string): Promise<TestRunRow | null>;
  /** By whichever configuration its tests were run last. */
  latest(apiId: string): Promise<TestRunRow | null>;
  removeDraft(draftId: string): Promise<void>;
}

export type Role = "owner" | "editor" | "reader";
export interface OperatorRow {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** scrypt, with its parameters; null when sign-in is by OpenID Connect only. */
  passwordHash: string | null;
  /** issuer and subject of OpenID Connect. */
  externalId: string | null;
  /** Who decides the role: people here, or the provider's claim at each sign-in. */
  roleFrom: "here" | "claim";
  disabled: boolean;
  /** Raised to end every session of this person. */
  sessionEpoch: number;
  createdAt: Date;
  signedInAt: Date | null;
}
export interface TokenRow {
  id: string;
  operatorId: string;
  name: string;
  /** sha256 of the token, hexadecimal. */
  hash: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}
export interface AuditRow {
  at: Date;
  actor: Actor;
  /** "sign-in", "sign-in-refused", "secret-revealed", "token-created", ... */
  action: string;
  subject: string;
  address: string | null;
}
export interface IdentityRows {
  operators(): Promise<OperatorRow[]>;
  operator(by: { id: string } | { email: string } | { externalId: string }): Promise<OperatorRow | null>;
  /** Creates or replaces; two people with one address throw. */
  saveOperator(operator: OperatorRow): Promise<void>;
  /** Only when no operator exists yet; false otherwise. Decides a race of two set-ups. */
  saveFirstOperator(operator: OperatorRow): Promise<boolean>;
  /** Writes these columns and no others, in one statement, so that parallel writers lose nothing; null when absent. */
  updateOperator(
    id: string,
    fields: Partial<
      Pick<OperatorRow, "name" | "role" | "roleFrom" | "externalId" | "disabled" | "signedInAt" | "passwordHash">
    > & {
      /** Raises sessionEpoch by one. */
      endSessions?: boolean;
    },
  ): Promise<OperatorRow | null>;
  /** With that person's tokens. */
  removeOperator(id: string): Promise<boolean>;
  tokens(operatorId?: string): Promise<TokenRow[]>;
  tokenByHash(hash: string): Promise<TokenRow | null>;
  saveToken(token: TokenRow): Promise<void>;
  /** Writes usedAt alone, so that it can never undo a revocation. */
  touchToken(id: string, usedAt: Date): Promise<void>;
  audit(row: AuditRow): Promise<void>;
  auditTrail(query: { top?: number; before?: Date }): Promise<AuditRow[]>;
}
