import path from "node:path";
import { env } from "@/lib/env";
import { sealKeyFile } from "@/lib/seal";
import { backupStore } from "@/management/store/backup-store";

// npm run backup -- FILE: copies everything into one file while the portal goes on serving.
const [name, ...rest] = process.argv.slice(2);
if (name === undefined || rest.length > 0 || name.startsWith("-")) {
  console.error("Name the file to write: npm run backup -- FILE");
  process.exit(2);
}
const settings = env();
const file = path.resolve(name);
try {
  const startedAt = Date.now();
  const made = await backupStore({ databaseUrl: settings.DATABASE_URL, dataDir: settings.dataDir, file });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`Wrote ${file}: revision ${made.revision}, ${made.rows} rows, in ${seconds} s.`);
  console.log(
    settings.GATEHOUSE_SEAL_KEY === undefined
      ? `The key that opens its secrets is not in it. Keep a copy of ${sealKeyFile(settings.dataDir)} apart from it: without the key the secrets are lost.`
      : "The key that opens its secrets is not in it. Keep the value of GATEHOUSE_SEAL_KEY apart from it: without the key the secrets are lost.",
  );
} catch (error) {
  console.error(`The backup was not made. ${(error as Error).message}`);
  process.exit(1);
}
