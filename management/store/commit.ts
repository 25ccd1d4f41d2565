import type { Sealer } from "@/lib/seal";
import { commitChannel } from "./commit-listener";
import { type Database, execute, query, type TransactionClient } from "./database";
import { DocumentTransaction } from "./document-transaction";
import { sql } from "./sql";
import type { ChangeHead, RehearsedEntry, SealedSecret, StoreTransaction } from "./store";
import { writeEntries } from "./write-documents";

/** Carries a result out of a transaction that is to be rolled back. */
class RolledBack<T> extends Error {
  constructor(readonly outcome: T) {
    super("rolled back");
  }
}

/** One change: the service's row is taken first, so revisions are gapless and in the order of commits. */
export async function commit<T>(
  database: Database,
  sealer: Sealer,
  change: ChangeHead,
  work: (tx: StoreTransaction) => Promise<T>,
): Promise<{ revision: number | null; result: T }> {
  return rolledBack(
    database.transaction(async (client) => {
      const transaction = await begin(database, client, sealer);
      const result = await work(transaction);
      const { entries } = await transaction.finish();
      if (entries.length === 0) throw new RolledBack({ revision: null, result });
      const { revision } = transaction;
      const { actor, title, origin } = change;
      const originRevision = origin?.kind === "undo" ? origin.revision : null;
      const originId = origin?.kind === "draft" ? origin.id : null;
      await execute(
        client,
        sql`INSERT INTO "Change" ("revision", "at", "actorKind", "actorId", "actorName", "title", "originKind", "originRevision", "originId")
          VALUES (${revision}, ${new Date()}, ${actor.kind}, ${actor.id}, ${actor.name}, ${title}, ${origin?.kind ?? null}, ${originRevision}, ${originId})`,
      );
      await writeEntries(client, revision, entries);
      // Delivered by PostgreSQL when, and only when, this commits.
      if (database.dialect === "postgresql") {
        await query(client, sql`SELECT 1 AS "sent" FROM pg_notify(${commitChannel}, ${String(revision)})`);
      }
      return { revision, result };
    }),
  );
}

/** As a commit, with every check of one, but leaves no trace. */
export function rehearse<T>(
  database: Database,
  sealer: Sealer,
  work: (tx: StoreTransaction) => Promise<T>,
): Promise<{ entries: RehearsedEntry[]; secrets: SealedSecret[]; result: T }> {
  return rolledBack(
    database.transaction(async (client) => {
      const transaction = await begin(database, client, sealer);
      const result = await work(transaction);
      throw new RolledBack({ ...(await transaction.finish()), result });
    }),
  );
}

async function begin(database: Database, client: TransactionClient, sealer: Sealer): Promise<DocumentTransaction> {
  const [service] = await query<{ revision: number }>(
    client,
    sql`UPDATE "Service" SET "revision" = "revision" + 1 WHERE "id" = 'service' RETURNING "revision"`,
  );
  if (service === undefined) throw new Error("The database has lost its service row; restore it from a backup.");
  return new DocumentTransaction(client, database.dialect, sealer, Number(service.revision));
}

async function rolledBack<T>(transaction: Promise<T>): Promise<T> {
  try {
    return await transaction;
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as T;
    throw error;
  }
}
