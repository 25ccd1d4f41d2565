/** npm run db:migrate -- <name>: writes a migration for whatever prisma/schema.prisma has and a database would lack. */
import fs from "node:fs";
import path from "node:path";
import { register } from "tsx/esm/api";
import { generateClients } from "./generate.mjs";

const name = (process.argv[2] ?? "").replace(/\W+/g, "_").toLowerCase();
if (name === "") {
  console.error("Name the migration: npm run db:migrate -- <name>");
  process.exit(1);
}
register();
await generateClients();
const { migrationDrift } = await import("../management/store/testing/migration-drift.ts");
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
for (const dialect of ["sqlite", "postgresql"]) {
  const folder = path.resolve(import.meta.dirname, "../prisma", dialect, "migrations");
  const sql = await migrationDrift(dialect);
  if (sql === null) {
    console.log(`${dialect}: the migrations make the schema already`);
    continue;
  }
  const target = path.join(folder, `${stamp}_${name}`, "migration.sql");
  fs.mkdirSync(path.dirname(target));
  fs.writeFileSync(target, sql);
  console.log(`${dialect}: wrote ${path.relative(process.cwd(), target)}`);
}
process.exit(0);
