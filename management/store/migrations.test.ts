import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { backupTables } from "./backup-tables";
import type { Database, OpenOptions } from "./database";
import { openPostgresql } from "./postgresql";
import { openSqlite } from "./sqlite";
import { migrationDrift } from "./testing/migration-drift";
import { startPostgres } from "./testing/postgres";

const postgres = await startPostgres();
afterAll(() => postgres?.stop());

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

// startPostgres has said why when there is none.
test.each(postgres === null ? (["sqlite"] as const) : (["sqlite", "postgresql"] as const))(
  "results of tests that stood among the traces of %s go, the traces stay",
  async (dialect) => {
    const open = await opener(dialect);
    const before = await open({ migrations: { upTo: "20261121124741_traces" } });
    const at = new Date("9999-01-01T00:00:00Z");
    const traceId = "a".repeat(32);
    for (const id of ["tests /apis/shop", traceId, "testimony"]) {
      await before.client.trace.create({ data: { id, at, sealed: "sealed" } });
    }
    await before.close();
    const after = await open();
    const left = await after.client.trace.findMany({ orderBy: { id: "asc" } });
    expect(left.map(({ id }) => id)).toEqual([traceId, "testimony"]);
    expect(await after.client.testRun.count()).toBe(0);
    await after.close();
  },
);

async function opener(dialect: "sqlite" | "postgresql"): Promise<(options?: OpenOptions) => Promise<Database>> {
  if (dialect === "postgresql") {
    const url = (await postgres?.database()) ?? "";
    return (options) => openPostgresql(url, options);
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "gatehouse-migrations-"));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  return (options) => openSqlite(path.join(folder, "gatehouse.db"), options);
}
