/**
 * Writes the PostgreSQL twin of prisma/schema.prisma and generates a client for each database into generated/.
 * Plain Node, so that it runs before anything is built; scripts/ready.mjs calls it when the schema has changed.
 */
import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const root = path.resolve(import.meta.dirname, "..");
const source = path.join(root, "prisma/schema.prisma");
const twin = path.join(root, "generated/postgresql.prisma");

/** The same models for the other provider. */
export function twinOf(schema) {
  const provider = 'provider = "sqlite"';
  const output = '"../generated/sqlite"';
  if (schema.split(provider).length !== 2 || schema.split(output).length !== 2) {
    throw new Error(`prisma/schema.prisma must name its provider once, as ${provider}, and its output as ${output}`);
  }
  return schema.replace(provider, 'provider = "postgresql"').replace(output, '"./postgresql"');
}

async function generate(schemaFile) {
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  const env = {
    ...process.env,
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    // The command line fetches its schema engine before any command unless this names a file; generate never runs it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  };
  try {
    await promisify(execFile)(process.execPath, [prisma, "generate", "--no-hints", "--schema", schemaFile], {
      cwd: root,
      env,
    });
  } catch (error) {
    throw new Error(`prisma generate failed for ${path.relative(root, schemaFile)}:\n${error.stdout}\n${error.stderr}`);
  }
}

export async function generateClients() {
  fs.mkdirSync(path.dirname(twin), { recursive: true });
  fs.writeFileSync(twin, twinOf(fs.readFileSync(source, "utf8")));
  await Promise.all([generate(source), generate(twin)]);
}

if (process.argv[1] === import.meta.filename) await generateClients();
