import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { withSafeScripts } from "@/management/store/safe-scripts";
import { diffToSchema, migrationsFolder } from "@/management/store/schema-engine";
import { sqliteAdapter } from "@/management/store/sqlite-adapter";

const schemaFiles = { sqlite: "prisma/schema.prisma", postgresql: "generated/postgresql.prisma" };

/** What the migrations of one database lack to make the schema, as SQL; null when they agree. */
export async function migrationDrift(dialect: "sqlite" | "postgresql"): Promise<string | null> {
  const folder = migrationsFolder(dialect);
  const file = path.resolve(folder, "../../..", schemaFiles[dialect]);
  const schema = { path: file, content: fs.readFileSync(file, "utf8") };
  if (dialect === "sqlite") {
    const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-drift-"));
    try {
      return await diffToSchema(sqliteAdapter(path.join(scratch, "scratch.db")), folder, schema);
    } finally {
      fs.rmSync(scratch, { recursive: true, force: true });
    }
  }
  const databases: PGlite[] = [];
  const scratch = async () => {
    const database = await PGlite.create("memory://");
    databases.push(database);
    const adapter = new PrismaPGlite(database) as unknown as SqlMigrationAwareDriverAdapterFactory;
    return withSafeScripts(adapter, (sql) => database.exec(sql));
  };
  const factory = await scratch();
  factory.connectToShadowDb = async () => (await scratch()).connect();
  const drift = await diffToSchema(factory, folder, schema);
  for (const database of databases) await database.close();
  // Text compares byte by byte, as in SQLite, whatever locale the database was made with.
  return drift?.replace(/\bTEXT\b/g, 'TEXT COLLATE "C"') ?? null;
}
