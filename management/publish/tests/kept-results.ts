import type { TestResults } from "@/contract/console-run";
import type { Management } from "../../current";
import type { StoredDocument } from "../../store/store";

/** Traces are trimmed by their age; what is kept beside them is younger than all. */
const never = new Date("9999-01-01T00:00:00Z");

/** Where the results of an API's tests are kept. */
export const resultsPlace = (apiId: string): string => `tests ${apiId}`;

type Results = NonNullable<TestResults["value"]>;

/** Of which API they are: one that was removed and made again under its name has none yet. */
interface Kept {
  createdAt: string;
  results: Results;
}

/** Sealed, as traces are: bodies and headers stand in what a test has seen. One per API. */
export async function keepResults(
  { store, sealer }: Pick<Management, "store" | "sealer">,
  apiId: string,
  results: Results,
): Promise<void> {
  const api = await store.read(apiId);
  // Only drafted so far, or removed meanwhile.
  if (api === null) return;
  const kept: Kept = { createdAt: api.createdAt.toISOString(), results };
  const id = resultsPlace(apiId);
  await store.traces.save({ id, at: never, sealed: sealer.seal(JSON.stringify(kept), id) });
}

export async function readResults(
  { store, sealer }: Pick<Management, "store" | "sealer">,
  api: StoredDocument,
): Promise<TestResults> {
  const id = resultsPlace(api.id);
  const row = await store.traces.read(id);
  const kept = row === null ? null : (JSON.parse(sealer.open(row.sealed, id)) as Partial<Kept>);
  return { value: kept?.createdAt === api.createdAt.toISOString() ? (kept.results ?? null) : null };
}
