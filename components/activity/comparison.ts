/** Two revisions and what of them is compared, as the address holds it. */
export interface Comparison {
  from: number | null;
  /** null: now. */
  to: number | null;
  /** null: the whole service. */
  document: string | null;
  /** With all below the document. */
  below: boolean;
}

const readRevision = (text: string | null): number | null =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;

export const readComparison = (search: URLSearchParams): Comparison => ({
  from: readRevision(search.get("from")),
  to: readRevision(search.get("to")),
  document: search.get("document"),
  below: search.get("below") !== "false",
});

export function comparisonHref({ from, to, document, below }: Comparison): string {
  const search = new URLSearchParams();
  if (from !== null) search.set("from", String(from));
  if (to !== null) search.set("to", String(to));
  if (document !== null && document !== "") {
    search.set("document", document);
    if (!below) search.set("below", "false");
  }
  return search.size === 0 ? "/activity/compare" : `/activity/compare?${search}`;
}

/** Ticked revisions, as "3,12": at most two, of which a third takes the place of the one ticked first. */
export const readChosen = (text: string | null): number[] =>
  (text ?? "")
    .split(",")
    .flatMap((part) => readRevision(part) ?? [])
    .slice(-2);

export function toggleChosen(chosen: readonly number[], revision: number): number[] {
  if (chosen.includes(revision)) return chosen.filter((each) => each !== revision);
  return [...chosen, revision].slice(-2);
}
