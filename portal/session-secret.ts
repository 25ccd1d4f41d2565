import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

/** The secret that seals session cookies: made once and kept, so that people stay signed in over a restart. */
export function sessionSecret(dataDir: string): string {
  const file = path.join(dataDir, "keys", "session.key");
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    fs.writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return fs.readFileSync(file, "utf8");
}
