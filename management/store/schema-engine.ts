import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type * as Glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

// Prisma's own schema engine as WebAssembly over a driver adapter: nothing is downloaded, and the folders and the
// _prisma_migrations table are those of Prisma's command line.
const filters = { externalTables: [], externalEnums: [] };

let loading: Promise<typeof SchemaEngine> | undefined;

async function load(): Promise<typeof SchemaEngine> {
  const glue: typeof Glue & { __wbg_set_wasm(exports: WebAssembly.Exports): void } = await import(
    "@prisma/schema-engine-wasm/schema_engine_bg"
  );
  const require = createRequire(import.meta.url);
  const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
  const module = await WebAssembly.compile(await readFile(path.join(folder, "schema_engine_bg.wasm")));
  const imports = { "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports };
  const { exports } = await WebAssembly.instantiate(module, imports);
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return glue.SchemaEngine;
}

async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load();
  const Engine = await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await Engine.new({ datamodels: undefined }, () => {}, adapter);
  try {
    return await use(engine);
  } catch (error) {
    // The engine replaces a driver's error by a number under which the adapter kept it.
    const id = (error as { cause?: { id?: number } }).cause?.id;
    const kept = id === undefined ? undefined : adapter.errorRegistry.consumeError(id);
    throw kept?.error ?? error;
  } finally {
    engine.free();
  }
}

/** Applies what the database lacks, no later than `upTo` when given, and answers with the names. */
export async function applyMigrations(
  factory: SqlMigrationAwareDriverAdapterFactory,
  folder: string,
  upTo?: string,
): Promise<string[]> {
  const migrationsList = await listMigrations(folder, upTo);
  const applied = await withSchemaEngine(factory, (engine) => engine.applyMigrations({ migrationsList, filters }));
  return applied.appliedMigrationNames;
}

/** The SQL that leads from the migrations to a schema; null when they agree. */
export async function diffToSchema(
  factory: SqlMigrationAwareDriverAdapterFactory,
  folder: string,
  schema: { path: string; content: string },
): Promise<string | null> {
  const from = { tag: "migrations" as const, ...(await listMigrations(folder)) };
  const to = { tag: "schemaDatamodel" as const, files: [schema] };
  const diff = await withSchemaEngine(factory, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters }),
  );
  return diff.exitCode === 0 ? null : diff.stdout;
}

async function listMigrations(folder: string, upTo?: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const all = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const names = all.filter((name) => upTo === undefined || name <= upTo);
  const migrationDirectories = await Promise.all(
    names.sort().map(async (name) => {
      const value = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value } } };
    }),
  );
  const lockfile = {
    path: "migration_lock.toml",
    content: await readFile(path.join(folder, "migration_lock.toml"), "utf8"),
  };
  return { baseDir: folder, lockfile, migrationDirectories, shadowDbInitScript: "" };
}

/** prisma/<dialect>/migrations, wherever this code was bundled to. */
export function migrationsFolder(dialect: "sqlite" | "postgresql"): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "prisma", dialect, "migrations");
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) throw new Error(`prisma/${dialect}/migrations is missing beside the program.`);
  }
}
