import fs from "node:fs";
import path from "node:path";

/** Read once: names are meant from where the command was typed. */
const from = process.cwd();

export const pathOf = (file: string): string => path.resolve(from, file);

/** A text file or the standard input, without its byte order mark. */
export function readFile(file: string): string {
  const text = fs.readFileSync(file === "-" ? 0 : pathOf(file), "utf8");
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** Why a file could not be read, in a sentence. */
export function unreadable(file: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return `There is no file '${file}'.`;
  if (code === "EISDIR") return `'${file}' is a folder.`;
  return `'${file}' could not be read: ${(error as Error).message}`;
}
