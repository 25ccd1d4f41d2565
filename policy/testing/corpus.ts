import fs from "node:fs";
import path from "node:path";

export interface CorpusDocument {
  file: string;
  text: string;
}

const folder = path.resolve(import.meta.dirname, "../../../shared/corpus/policies");

/** Policy documents that real authors published; empty where the collection is not at hand. */
export function corpus(): CorpusDocument[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".xml"))
    .sort()
    .map((file) => ({ file, text: fs.readFileSync(path.join(folder, file), "utf8") }));
}

/** Why tests of the collection are skipped, for their names. */
export const noCorpus = (documents: readonly CorpusDocument[]): string =>
  documents.length === 0 ? ` (skipped: ${folder} is not there)` : "";
