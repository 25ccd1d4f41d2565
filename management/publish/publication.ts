import type { GatewayDocument } from "@/contract/documents";
import type { PublishedChange } from "@/contract/stream";

/** What happened between two revisions, as gateways are told it; not yet part of any connection's hash chain. */
export type Publication = Omit<PublishedChange, "hash">;

/** Several that follow one another, as one: only the last word on each document counts. */
export function merge(publications: readonly [Publication, ...Publication[]]): Publication {
  const first = publications[0];
  const last = publications[publications.length - 1] ?? first;
  const words = new Map<string, GatewayDocument | null>();
  for (const { put, remove } of publications) {
    for (const id of remove) words.set(id, null);
    for (const document of put) words.set(document.id, document);
  }
  const { revision, committedAt, anchor } = last;
  return { revision, previousRevision: first.previousRevision, committedAt, anchor, ...sorted(words) };
}

/** null stands for "removed". */
export function sorted(words: ReadonlyMap<string, GatewayDocument | null>): Pick<Publication, "put" | "remove"> {
  const put: GatewayDocument[] = [];
  const remove: string[] = [];
  for (const [id, document] of words) {
    if (document === null) remove.push(id);
    else put.push(document);
  }
  return { put, remove };
}
