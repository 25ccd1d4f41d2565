import type { Json, JsonObject } from "@/lib/json";
import type { Sealer } from "@/lib/seal";
import type { Dialect, TransactionClient } from "./database";
import { equalJson } from "./equal-json";
import { listDocuments } from "./list";
import { parentIdOf } from "./parent-id";
import { readChildren, readDocument } from "./read-documents";
import { usedBy, uses } from "./references";
import { removeTrees } from "./remove-trees";
import { openSecret, openSecrets, sealSecret, writeSecrets } from "./secrets";
import { requireStorable } from "./storable-text";
import {
  type ListQuery,
  MissingReference,
  type RehearsedEntry,
  type SealedSecret,
  type StoredDocument,
  type StoreTransaction,
} from "./store";
import { type DocumentWrite, writeDocuments } from "./write-documents";

const askedBeforeAll = 20;

/**
 * What a change's author writes through. The service's row is held, so nobody else writes: what was read once stays
 * true, and writes are kept here until a statement needs to see them, then sent many at a time.
 */
export class DocumentTransaction implements StoreTransaction {
  readonly #client: TransactionClient;
  readonly #dialect: Dialect;
  readonly #sealer: Sealer;
  readonly #now = new Date();
  /** Documents as they stand in this transaction; null is known to be absent. */
  readonly #known = new Map<string, StoredDocument | null>();
  /** What each document touched was before, and referred to, in the order they were touched. */
  readonly #before = new Map<string, { document: StoredDocument | null; references: readonly string[] }>();
  readonly #unsent = new Map<string, DocumentWrite>();
  readonly #references = new Map<string, readonly string[]>();
  readonly #askedBelow = new Map<string, number>();
  readonly #allBelow = new Map<string, Promise<void>>();
  readonly #sealed = new Map<string, SealedSecret>();
  #sentSecrets = 0;

  constructor(
    client: TransactionClient,
    dialect: Dialect,
    sealer: Sealer,
    readonly revision: number,
  ) {
    this.#client = client;
    this.#dialect = dialect;
    this.#sealer = sealer;
  }

  async read(id: string): Promise<StoredDocument | null> {
    const document = await this.#find(id);
    return document === null ? null : structuredClone(document);
  }

  async list(wanted: ListQuery): Promise<{ documents: StoredDocument[]; count: number }> {
    await this.#send();
    return listDocuments(this.#client, this.#dialect, wanted);
  }

  async usedBy(id: string): Promise<{ from: string; to: string }[]> {
    await this.#send();
    return usedBy(this.#client, id);
  }

  async put(wanted: Parameters<StoreTransaction["put"]>[0]): Promise<StoredDocument> {
    requireStorable(wanted.properties, "");
    const current = await this.#find(wanted.id);
    const references = [...new Set(wanted.references)].filter((to) => to !== wanted.id).sort();
    for (const to of wanted.parentId === null ? references : [wanted.parentId, ...references]) {
      if ((await this.#find(to)) === null) throw new MissingReference(to);
    }
    const properties = JSON.parse(JSON.stringify(wanted.properties)) as JsonObject;
    const { id, type, name, parentId } = wanted;
    const referredTo = current === null ? [] : await this.#referencesOf(id);
    if (current !== null && current.name === name && current.type === type) {
      const same = equalJson(current.properties, properties) && equalJson(references, [...referredTo]);
      if (same) return structuredClone(current);
    }
    const createdAt = current?.createdAt ?? this.#now;
    const document = { id, name, type, parentId, properties, revision: this.revision, createdAt, changedAt: this.#now };
    this.#touch(id, current, referredTo);
    this.#known.set(id, document);
    this.#references.set(id, references);
    this.#unsent.set(id, { document, references, isNew: current === null });
    return structuredClone(document);
  }

  async remove(id: string): Promise<void> {
    await this.removeAll([id]);
  }

  async removeAll(ids: readonly string[]): Promise<string[]> {
    await this.#send();
    const removed = await removeTrees(this.#client, ids);
    for (const { document, references } of removed) {
      this.#touch(document.id, document, references);
      this.#known.set(document.id, null);
      this.#references.set(document.id, []);
    }
    return removed.map(({ document }) => document.id);
  }

  async seal(documentId: string, field: string, value: string): Promise<{ $secret: string }> {
    const row = sealSecret(this.#sealer, documentId, field, value);
    this.#sealed.set(row.id, row);
    return { $secret: row.id };
  }

  async openSecrets(ids: readonly string[]): Promise<Map<string, string>> {
    const stored = ids.filter((id) => !this.#sealed.has(id));
    const values = await openSecrets(this.#client, this.#sealer, stored);
    for (const id of ids) {
      const row = this.#sealed.get(id);
      if (row !== undefined) values.set(id, openSecret(this.#sealer, row));
    }
    return values;
  }

  /** Sends what is left and tells what this transaction did, document by document. */
  async finish(): Promise<{ entries: RehearsedEntry[]; secrets: SealedSecret[] }> {
    const entries: RehearsedEntry[] = [];
    for (const [id, { document: before, references: referredTo }] of this.#before) {
      const after = this.#known.get(id) ?? null;
      const subject = after ?? before;
      if (subject === null) continue;
      const references = { before: [...referredTo], after: [...(this.#references.get(id) ?? [])] };
      if (
        before !== null &&
        after !== null &&
        sameDocument(before, after) &&
        equalJson(references.before, references.after)
      ) {
        // Back to what it was: the row must not claim a revision that says nothing about it.
        this.#unsent.set(id, { document: before, references: references.before, isNew: false });
        continue;
      }
      const { type, name } = subject;
      const baseRevision = before?.revision ?? 0;
      entries.push({ id, type, name, before: content(before), after: content(after), references, baseRevision });
    }
    await this.#send();
    return { entries, secrets: [...this.#sealed.values()] };
  }

  async #find(id: string): Promise<StoredDocument | null> {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const parentId = parentIdOf(id);
    if (parentId !== null && (await this.#knowsAllOf(parentId))) return this.#known.get(id) ?? null;
    const document = await readDocument(this.#client, id);
    this.#known.set(id, document);
    return document;
  }

  /** Who asks for many children of one parent, as an import does, is given all of them at once. */
  async #knowsAllOf(parentId: string): Promise<boolean> {
    const asked = (this.#askedBelow.get(parentId) ?? 0) + 1;
    this.#askedBelow.set(parentId, asked);
    if (asked < askedBeforeAll) return false;
    if (asked === askedBeforeAll) this.#allBelow.set(parentId, this.#readAllOf(parentId));
    await this.#allBelow.get(parentId);
    return true;
  }

  async #readAllOf(parentId: string): Promise<void> {
    for (const { document, references } of await readChildren(this.#client, parentId)) {
      if (this.#known.has(document.id)) continue;
      this.#known.set(document.id, document);
      this.#references.set(document.id, references);
    }
  }

  async #referencesOf(id: string): Promise<readonly string[]> {
    const references = this.#references.get(id) ?? (await uses(this.#client, id));
    this.#references.set(id, references);
    return references;
  }

  #touch(id: string, document: StoredDocument | null, references: readonly string[]): void {
    if (!this.#before.has(id)) this.#before.set(id, { document, references });
  }

  async #send(): Promise<void> {
    const secrets = [...this.#sealed.values()].slice(this.#sentSecrets);
    this.#sentSecrets += secrets.length;
    await writeSecrets(this.#client, secrets);
    const writes = [...this.#unsent.values()];
    this.#unsent.clear();
    await writeDocuments(this.#client, writes);
  }
}

const content = (document: StoredDocument | null): Json => document?.properties ?? null;

const sameDocument = (a: StoredDocument, b: StoredDocument) =>
  a.name === b.name && a.type === b.type && equalJson(a.properties, b.properties);
