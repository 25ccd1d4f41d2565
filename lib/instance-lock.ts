import fs from "node:fs";
import path from "node:path";
import Database from "libsql";

/** Someone else works on this data directory. */
export class AlreadyRunning extends Error {}

export interface InstanceLock {
  /** Tells the next one to try who holds the lock. */
  describe(facts: Record<string, string | number>): void;
  release(): void;
}

/**
 * Takes the data directory for this process. The lock is the operating system's, held through SQLite's exclusive mode, so
 * it ends with the process however it dies and nothing stale is left behind.
 */
export function lockInstance(dataDir: string): InstanceLock {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const facts = path.join(dataDir, "instance.json");
  const database = new Database(path.join(dataDir, "instance.lock"));
  try {
    database.exec("PRAGMA busy_timeout = 500; PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE;");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!String((error as Error).message).includes("locked")) throw error;
    throw new AlreadyRunning(
      `Gatehouse already runs on ${dataDir}${holder(facts)}.\n` +
        "Stop it first, or choose another directory with GATEHOUSE_DATA_DIR (and other ports).",
    );
  }
  return {
    describe: (values) => fs.writeFileSync(facts, JSON.stringify({ pid: process.pid, ...values })),
    release: () => {
      fs.rmSync(facts, { force: true });
      database.exec("ROLLBACK");
      database.close();
    },
  };
}

function holder(file: string): string {
  try {
    const { pid, portal } = JSON.parse(fs.readFileSync(file, "utf8")) as { pid: number; portal?: string };
    return portal === undefined ? ` (process ${pid})` : ` (process ${pid}, portal ${portal})`;
  } catch {
    return "";
  }
}
