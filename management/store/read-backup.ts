import { createHash } from "node:crypto";
import fs from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { type BackupFoot, type BackupHead, backupFormat } from "./backup";
import type { BackupRow } from "./backup-tables";

export type BackupLine = { table: string; row: BackupRow };

/** Opens a backup: its head, and its rows once. Reading to the end throws unless the file is whole and unaltered. */
export async function readBackup(file: string): Promise<{ head: BackupHead; rows: AsyncGenerator<BackupLine> }> {
  if (!fs.existsSync(file)) throw new Error(`${file} does not exist.`);
  const source = fs.createReadStream(file);
  const text = createGunzip();
  source.on("error", (error) => text.destroy(error));
  source.pipe(text);
  const lines = rethrown(file, createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }), text);
  const hash = createHash("sha256");
  const first = await lines.next();
  const head = first.done ? undefined : (parse(file, first.value) as unknown as BackupHead);
  if (head?.format !== backupFormat) throw new Error(`${file} is not a backup of Gatehouse.`);
  hash.update(`${first.value}\n`);
  return { head, rows: rowsOf(file, lines, hash) };
}

async function* rowsOf(
  file: string,
  lines: AsyncGenerator<string>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<BackupLine> {
  let rows = 0;
  for await (const line of lines) {
    const value = parse(file, line);
    if ("sha256" in value) {
      const foot = value as unknown as BackupFoot;
      if (foot.rows === rows && foot.sha256 === hash.digest("hex")) return;
      throw new Error(`${file} was altered: its contents are not those it was written with.`);
    }
    hash.update(`${line}\n`);
    rows++;
    yield value as unknown as BackupLine;
  }
  throw new Error(`${file} is incomplete: its end is missing.`);
}

function parse(file: string, line: string): object {
  try {
    return JSON.parse(line) as object;
  } catch (cause) {
    throw new Error(`${file} is not a backup of Gatehouse, or was altered.`, { cause });
  }
}

/** readline may end quietly when its source fails; a truncated file must not look like a short one. */
async function* rethrown(file: string, lines: AsyncIterable<string>, source: NodeJS.ReadableStream) {
  let failure: Error | undefined;
  source.on("error", (error: Error) => {
    failure = error;
  });
  try {
    for await (const line of lines) yield line;
  } catch (error) {
    failure ??= error as Error;
  }
  if (failure !== undefined) throw new Error(`${file} cannot be read: ${failure.message}.`, { cause: failure });
}
