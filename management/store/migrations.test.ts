import fs from "node:fs";
import { expect, test } from "vitest";
import { backupTables } from "./backup-tables";
import { migrationDrift } from "./testing/migration-drift";

test("the migrations of SQLite make the schema", async () => {
  expect(await migrationDrift("sqlite")).toBeNull();
});

test("the migrations of PostgreSQL make the schema", async () => {
  expect(await migrationDrift("postgresql")).toBeNull();
});

test("text compares byte by byte on PostgreSQL too", () => {
  for (const name of fs.readdirSync("prisma/postgresql/migrations").filter((entry) => !entry.endsWith(".toml"))) {
    const sql = fs.readFileSync(`prisma/postgresql/migrations/${name}/migration.sql`, "utf8");
    expect(sql.match(/\bTEXT\b(?! COLLATE "C")/g)).toBeNull();
  }
});

test("a backup holds every table of the schema", () => {
  const models = [...fs.readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+)/gm)].map(
    (match) => match[1],
  );
  expect(backupTables.map((table) => table.name).sort()).toEqual(models.sort());
});
