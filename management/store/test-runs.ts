import type { Database, TransactionClient } from "./database";
import { raised } from "./prisma-error";
import type { TestRunRow, TestRunRows } from "./store";

export function testRunRows(database: Database): TestRunRows {
  const { client } = database;
  const include = { results: { orderBy: { testId: "asc" as const } } };
  return {
    save: async (run, tests) => {
      try {
        await database.transaction((write) => save(write, run, tests));
      } catch (error) {
        // The API was removed, or never published.
        if (!raised(error, "foreign")) throw error;
      }
    },
    read: async (apiId, draftId) => {
      const row = await client.testRun.findUnique({ where: { apiId_draftId: { apiId, draftId } }, include });
      return row === null ? null : toRun(row);
    },
    latest: async (apiId) => {
      const row = await client.testRun.findFirst({ where: { apiId }, orderBy: { ranAt: "desc" }, include });
      return row === null ? null : toRun(row);
    },
    removeDraft: async (draftId) => {
      if (draftId !== "") await database.write((write) => write.testRun.deleteMany({ where: { draftId } }));
    },
  };
}

async function save(client: TransactionClient, run: TestRunRow, tests: readonly string[]): Promise<void> {
  const { apiId, draftId, ranAt, sealed, results } = run;
  // Discarded, or published, while they ran.
  if (draftId !== "" && (await client.draft.count({ where: { id: draftId } })) === 0) return;
  // First, since it is what two runs at once wait for.
  await client.testRun.upsert({
    where: { apiId_draftId: { apiId, draftId } },
    create: { apiId, draftId, ranAt, sealed },
    update: { ranAt, sealed },
  });
  const earlier = await client.testResult.findMany({ where: { apiId, draftId }, select: { testId: true } });
  const known = new Set(tests);
  const written = new Set(results.map(({ testId }) => testId));
  const gone = earlier.map(({ testId }) => testId).filter((testId) => written.has(testId) || !known.has(testId));
  for (const some of chunks(gone)) {
    await client.testResult.deleteMany({ where: { apiId, draftId, testId: { in: some } } });
  }
  for (const some of chunks(results)) {
    await client.testResult.createMany({ data: some.map((result) => ({ apiId, draftId, ...result })) });
  }
  const drafts = await client.draft.findMany({ select: { id: true } });
  const standing = ["", ...drafts.map(({ id }) => id)];
  const others = await client.testRun.findMany({ where: { apiId }, select: { draftId: true } });
  for (const { draftId: other } of others) {
    if (!standing.includes(other)) await client.testRun.deleteMany({ where: { apiId, draftId: other } });
  }
}

const toRun = ({
  apiId,
  draftId,
  ranAt,
  sealed,
  results,
}: TestRunRow & { results: { testId: string; sealed: string }[] }): TestRunRow => ({
  ...{ apiId, draftId, ranAt, sealed },
  results: results.map((result) => ({ testId: result.testId, sealed: result.sealed })),
});

const perStatement = 500;

function* chunks<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += perStatement) yield all.slice(at, at + perStatement);
}
