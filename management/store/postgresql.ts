import { setTimeout as pause } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/postgresql/client";
import { log } from "@/lib/log";
import { listenForCommits } from "./commit-listener";
import { type Client, type Database, type OpenOptions, openMoment, transactionLimits } from "./database";
import { raised } from "./prisma-error";
import { withSafeScripts } from "./safe-scripts";
import { applyMigrations, migrationsFolder } from "./schema-engine";
import { WriteQueue } from "./write-queue";

/** By which a restore sees that a portal is at work. */
export const applicationName = "gatehouse";

const connections = 10;
const attempts = 6;
const events = log("store");

/** Opens a PostgreSQL database, migrated as needed. */
export async function openPostgresql(databaseUrl: string, { migrations = "all" }: OpenOptions = {}): Promise<Database> {
  const { config, schema } = parse(databaseUrl);
  await prepare(config, schema, databaseUrl, migrations);
  const adapter = new PrismaPg(
    { ...config, max: connections },
    {
      schema,
      onPoolError: (error) => events.warn({ reason: error.message }, "an idle database connection was lost"),
      onConnectionError: (error) => events.warn({ reason: error.message }, "a database connection was lost"),
    },
  );
  // Generated from the same models, so the two differ in what they send and not in what they are asked.
  const client = new PrismaClient({ adapter }) as unknown as Client;
  const queue = new WriteQueue();
  const readRevision = async () => (await client.service.findFirst())?.revision ?? 0;
  return {
    dialect: "postgresql",
    client,
    write: (work) => insistently(() => work(client)),
    // Changes wait for the service's row in any case; waiting here does not take up a connection.
    transaction: (work) => queue.run(() => client.$transaction(work, transactionLimits)),
    moment: () => openMoment(client, "RepeatableRead"),
    follow: (tell, tellOfDraft) => listenForCommits(config, readRevision, tell, tellOfDraft),
    close: async () => {
      await queue.idle();
      await client.$disconnect();
    },
  };
}

/** PostgreSQL refuses some of several writes that meet; each is one statement and may be sent again. */
async function insistently<T>(write: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      const met = raised(error, "conflict") || raised(error, "unique");
      if (!met || attempt === attempts) throw error;
      await pause(attempt * 5 * (1 + Math.random()));
    }
  }
}

/** Prisma's `?schema=` means nothing to the driver: it becomes the search path. */
function parse(databaseUrl: string): { config: pg.ClientConfig; schema: string | undefined } {
  const url = new URL(databaseUrl);
  const schema = url.searchParams.get("schema") ?? undefined;
  url.searchParams.delete("schema");
  if (schema !== undefined && !/^[A-Za-z_][A-Za-z0-9_]*$/.test(schema)) {
    throw new Error("The schema in DATABASE_URL may have letters, digits and underscores only.");
  }
  const options = schema === undefined ? undefined : `-c search_path=${schema}`;
  return { config: { connectionString: url.href, options, application_name: applicationName }, schema };
}

async function prepare(
  config: pg.ClientConfig,
  schema: string | undefined,
  databaseUrl: string,
  migrations: OpenOptions["migrations"],
): Promise<void> {
  // The engine takes an advisory lock and keeps it for as long as the connection lives: hence one of its own.
  const pool = new pg.Pool({ ...config, max: 1 });
  pool.on("error", () => {});
  try {
    if (schema !== undefined) await pool.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
    else await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    const { host, pathname } = new URL(databaseUrl);
    throw new Error(`DATABASE_URL: ${host}${pathname} cannot be used: ${(error as Error).message}`, { cause: error });
  }
  try {
    const factory = withSafeScripts(new PrismaPg(pool, { schema }), (script) => pool.query(script));
    const upTo = typeof migrations === "object" ? migrations.upTo : undefined;
    if (migrations !== "none") await applyMigrations(factory, migrationsFolder("postgresql"), upTo);
  } finally {
    await pool.end();
  }
}
