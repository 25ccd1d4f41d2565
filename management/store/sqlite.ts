import fs from "node:fs";
import path from "node:path";
import { PrismaClient } from "@/generated/sqlite/client";
import { type Database, type OpenOptions, openMoment, transactionLimits } from "./database";
import { applyMigrations, migrationsFolder } from "./schema-engine";
import { sqliteAdapter } from "./sqlite-adapter";
import { WriteQueue } from "./write-queue";

export const sqliteFile = (dataDir: string) => path.join(dataDir, "gatehouse.db");

/** Opens a database file, made and migrated as needed. */
export async function openSqlite(file: string, { migrations = "all" }: OpenOptions = {}): Promise<Database> {
  if (migrations !== "none") {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    // SQLite gives its write-ahead log the permissions of the database.
    fs.closeSync(fs.openSync(file, "a", 0o600));
    const upTo = migrations === "all" ? undefined : migrations.upTo;
    await applyMigrations(sqliteAdapter(file), migrationsFolder("sqlite"), upTo);
  }
  const client = new PrismaClient({ adapter: sqliteAdapter(file) });
  const queue = new WriteQueue();
  return {
    dialect: "sqlite",
    client,
    write: (work) => queue.run(() => work(client)),
    transaction: (work) => queue.run(() => client.$transaction(work, transactionLimits)),
    moment: () => openMoment(client, "Serializable"),
    // One instance works on a data directory, so there is nobody else to hear of.
    follow: () => ({ stop: async () => {} }),
    close: async () => {
      await queue.idle();
      await client.$disconnect();
    },
  };
}
