import type { Prisma, PrismaClient } from "@/generated/sqlite/client";
import type { Sql } from "./sql";

// Both clients are generated from one schema; the SQLite one stands for both in types.
export type Client = PrismaClient;
/** A client inside a transaction: the same models and raw statements. */
export type TransactionClient = Prisma.TransactionClient;
export type Dialect = "sqlite" | "postgresql";

/** One open database. Everything of this folder reaches it through here. */
export interface Database {
  readonly dialect: Dialect;
  /** For reading; every statement stands alone. */
  readonly client: Client;
  /** For writing rows that are not configuration. Must be repeatable: PostgreSQL may ask for another try. */
  write<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
  /** One transaction at a time on SQLite; on PostgreSQL the service's row orders them. */
  transaction<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>;
  /** A transaction that only reads and sees one moment, until it is ended. */
  moment(): Promise<{ client: TransactionClient; end(): Promise<void> }>;
  /** Tells of commits that other processes make, and of drafts that they write. */
  follow(tell: (revision: number) => void, tellOfDraft: (draftId: string | null) => void): { stop(): Promise<void> };
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Which migrations to apply first: every one unless told otherwise. */
  migrations?: "all" | "none" | { upTo: string };
}

export const transactionLimits = { maxWait: 60_000, timeout: 300_000 };

/** Rows of a statement, with the shape its columns have. */
export function query<Row>(client: TransactionClient, statement: Sql): Promise<Row[]> {
  return client.$queryRaw<Row[]>(statement);
}

export function execute(client: TransactionClient, statement: Sql): Promise<number> {
  return client.$executeRaw(statement);
}

/** Opens a read-only moment on any client whose transactions have a connection of their own. */
export async function openMoment(
  client: Client,
  isolationLevel: "Serializable" | "RepeatableRead",
): Promise<{ client: TransactionClient; end(): Promise<void> }> {
  const options = { ...transactionLimits, isolationLevel: isolationLevel as "Serializable" };
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let running: Promise<void> = finished;
  const transaction = await new Promise<TransactionClient>((opened, failed) => {
    running = client.$transaction(async (transaction) => {
      // The first statement, not BEGIN, fixes the moment.
      await transaction.$queryRaw`SELECT count(*) FROM "Service"`;
      opened(transaction);
      await finished;
    }, options);
    running.catch(failed);
  });
  return {
    client: transaction,
    end: () => {
      finish();
      return running;
    },
  };
}
