import { pathToFileURL } from "node:url";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";

type Client = ReturnType<PrismaLibSql["createClient"]>;
type Transaction = Awaited<ReturnType<Client["transaction"]>>;

// An acknowledged write is on disk (FULL), references hold, and a reader outside this process never fails a writer.
const pragmas = `
  PRAGMA busy_timeout = 10000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
`;

/**
 * libsql's client gives its connection away with each transaction and opens another without telling, which loses every
 * pragma. This one keeps its connection.
 */
class OneConnection extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql["createClient"]>[0]): Client {
    const client = super.createClient(config);
    const end = async (statement: string) => {
      await client.execute(statement);
    };
    let open = false;
    client.transaction = async (): Promise<Transaction> => {
      await client.execute("BEGIN");
      open = true;
      const finish = async (statement: string) => {
        open = false;
        await end(statement);
      };
      return {
        execute: (statement: Parameters<Transaction["execute"]>[0]) => client.execute(statement),
        batch: (statements) => client.batch(statements),
        executeMultiple: (sql) => client.executeMultiple(sql),
        commit: () => finish("COMMIT"),
        rollback: () => finish("ROLLBACK"),
        close: () => {
          if (open) void finish("ROLLBACK");
        },
        get closed() {
          return !open;
        },
      };
    };
    return client;
  }
}

/**
 * SQLite for Prisma: statements outside a transaction share one connection; each transaction has one to itself while it
 * lasts, so that a snapshot can be read while changes are written. Every connection has the pragmas above.
 */
export function sqliteAdapter(file: string): SqlMigrationAwareDriverAdapterFactory {
  const factory = new OneConnection({ url: pathToFileURL(file).href });
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect();
    await adapter.executeScript(pragmas);
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    // The engine sends whole migrations through executeRaw here, of which libsql would run the first statement only.
    connectToShadowDb: async () => {
      const shadow = await factory.connectToShadowDb();
      const { executeRaw } = shadow;
      shadow.executeRaw = async (query) => {
        if (query.args.length > 0) return executeRaw.call(shadow, query);
        await shadow.executeScript(query.sql);
        return 0;
      };
      return shadow;
    },
    connect: async () => {
      const adapter = await connect();
      const idle: SqlDriverAdapter[] = [];
      const dispose = adapter.dispose.bind(adapter);
      adapter.startTransaction = async (isolationLevel) => {
        const own = idle.pop() ?? (await connect());
        const transaction = await own.startTransaction(isolationLevel);
        const { commit, rollback } = transaction;
        transaction.commit = async () => {
          await commit.call(transaction).catch(async (error) => {
            await own.dispose();
            throw error;
          });
          idle.push(own);
        };
        transaction.rollback = async () => {
          await rollback.call(transaction);
          await own.dispose();
        };
        return transaction;
      };
      adapter.dispose = async () => {
        for (const each of idle.splice(0)) await each.dispose();
        await dispose();
      };
      return adapter;
    },
  };
}
