import type { DocumentCoverage, TestResult, TestResults } from "@/contract/console-run";
import type { Sealer } from "@/lib/seal";
import type { Management } from "../../current";
import type { Reader } from "../../resources/behaviour";
import type { StoredDocument, TestRunRow } from "../../store/store";
import { type Coverage, hashOf, markReached, type ReachedBranches } from "./coverage";

/** What one test has seen, and which branches it reached. */
interface Kept {
  result: TestResult;
  reached: ReachedBranches;
}

type Keeping = Pick<Management, "store" | "sealer">;

/**
 * Keeps how tests went, by test: one that is run alone leaves the others as they were. Sealed, as secrets are, since
 * bodies and headers stand in what a test has seen.
 */
export async function keepResults(
  { store, sealer }: Keeping,
  apiId: string,
  draftId: string,
  run: { results: ReadonlyMap<string, TestResult>; coverage: Coverage; read: Pick<Reader, "read" | "list"> },
): Promise<void> {
  const { results, coverage, read } = run;
  const before = await store.testRuns.read(apiId, draftId);
  const documents = before === null ? [] : await standing(openDocuments(sealer, before), coverage.documents, read);
  const { documents: tests } = await read.list({ type: "apis/savedRequests", parentId: apiId });
  const row = { apiId, draftId, ranAt: new Date(), sealed: "", results: [] };
  await store.testRuns.save(
    {
      ...row,
      sealed: sealer.seal(JSON.stringify([...coverage.documents, ...documents]), placeOf(row)),
      results: Array.from(results, ([testId, result]) => {
        const kept: Kept = { result, reached: coverage.by.get(testId) ?? {} };
        return { testId, sealed: sealer.seal(JSON.stringify(kept), placeOf(row, testId)) };
      }),
    },
    tests.map(({ id }) => id),
  );
}

/** Policies of earlier tests that these did not run by, while their text is the same. */
async function standing(
  earlier: readonly DocumentCoverage[],
  now: readonly DocumentCoverage[],
  read: Pick<Reader, "read">,
): Promise<DocumentCoverage[]> {
  const told = new Set(now.map(({ documentId }) => documentId));
  const left: DocumentCoverage[] = [];
  for (const each of earlier) {
    if (told.has(each.documentId)) continue;
    const text = (await read.read(each.documentId))?.properties.value;
    if (typeof text === "string" && hashOf(text) === each.hash) left.push(each);
  }
  return left;
}

/** The latest result of each test, by the configuration that tests of this API were run by last. */
export async function readResults({ store, sealer }: Keeping, api: StoredDocument): Promise<TestResults> {
  const row = await store.testRuns.latest(api.id);
  if (row === null) return { value: null };
  const kept = row.results.map(({ testId, sealed }) => JSON.parse(sealer.open(sealed, placeOf(row, testId))) as Kept);
  const reached = kept.map((each) => each.reached);
  return {
    value: {
      ranAt: row.ranAt.toISOString(),
      draft: row.draftId === "" ? null : row.draftId,
      results: kept.map(({ result }) => result),
      coverage: markReached(openDocuments(sealer, row), reached),
    },
  };
}

const openDocuments = (sealer: Sealer, row: TestRunRow): DocumentCoverage[] =>
  JSON.parse(sealer.open(row.sealed, placeOf(row)));

const placeOf = ({ apiId, draftId }: Pick<TestRunRow, "apiId" | "draftId">, testId = ""): string =>
  ["test run", apiId, draftId, testId].join("\0");
