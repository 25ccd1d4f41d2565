import type { DraftEntry, StoredDocument, StoreTransaction } from "../store/store";

/**
 * What a draft's writers write through. A rehearsal gives all it writes the next revision, which another change may
 * take meanwhile; here a drafted document bears its stamp instead, so that ETags of drafts hold.
 */
export function draftTransaction(
  tx: StoreTransaction,
  entries: readonly DraftEntry[],
  stamp: number,
): StoreTransaction {
  const stamps = new Map(entries.map((entry) => [entry.id, entry.stamp]));
  const stamped = (document: StoredDocument): StoredDocument =>
    document.revision === tx.revision ? { ...document, revision: stamps.get(document.id) ?? stamp } : document;
  return {
    revision: tx.revision,
    read: async (id) => {
      const document = await tx.read(id);
      return document === null ? null : stamped(document);
    },
    list: async (query) => {
      const { documents, count } = await tx.list(query);
      return { documents: documents.map(stamped), count };
    },
    put: async (wanted) => {
      const before = JSON.stringify(await tx.read(wanted.id));
      const document = await tx.put(wanted);
      // The store hands back an equal document unchanged; whatever it wrote is new.
      if (JSON.stringify(document) !== before) stamps.set(wanted.id, stamp);
      return stamped(document);
    },
    usedBy: (id) => tx.usedBy(id),
    remove: (id) => tx.remove(id),
    removeAll: (ids) => tx.removeAll(ids),
    seal: (documentId, field, value) => tx.seal(documentId, field, value),
    openSecrets: (ids) => tx.openSecrets(ids),
  };
}
