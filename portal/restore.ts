import path from "node:path";
import { env } from "@/lib/env";
import { lockInstance } from "@/lib/instance-lock";
import { loadSealer } from "@/lib/seal";
import { restoreStore } from "@/management/store/restore-store";

// npm run restore -- FILE: puts a backup back, into either kind of database. The portal must not be running.
const words = process.argv.slice(2);
const force = words.includes("--force");
const [name, ...rest] = words.filter((word) => word !== "--force");
if (name === undefined || rest.length > 0 || name.startsWith("-")) {
  console.error("Name the backup to restore: npm run restore -- FILE (--force replaces what is there)");
  process.exit(2);
}
const settings = env();
try {
  const lock = lockInstance(settings.dataDir);
  try {
    const head = await restoreStore({
      databaseUrl: settings.DATABASE_URL,
      dataDir: settings.dataDir,
      sealer: loadSealer(settings),
      file: path.resolve(name),
      force,
    });
    const where = settings.DATABASE_URL === undefined ? settings.dataDir : "the database named by DATABASE_URL";
    console.log(`Restored revision ${head.revision}, backed up at ${head.madeAt}, into ${where}.`);
  } finally {
    lock.release();
  }
} catch (error) {
  console.error(`Nothing was restored. ${(error as Error).message}`);
  process.exitCode = 1;
}
// The schema engine leaves a timer of ten seconds behind, for which there is nothing to wait.
process.exit();
