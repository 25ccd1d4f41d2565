import { type FileHandle, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { GatewayDocument } from "@/contract/documents";
import type { DocumentMap, ProgramChange } from "@/gateway/program/program";
import type { Json } from "@/lib/json";
import type { Sealer } from "@/lib/seal";
import type { Position } from "./position";
import { SealedRecords, StateRefused } from "./sealed-records";

/** Beyond this a change costs less as part of a file written anew, which is done in slices. */
const maxAppendedDocuments = 500;
const documentsPerRecord = 100;
const minBytesToCompact = 4 * 1024 * 1024;

export interface GoodState {
  documents: Map<string, GatewayDocument>;
  position: Position;
}
type Begin = { begin: Position & { documents: number } };
type Part = { documents: GatewayDocument[] };
type Changes = { changes: { put: GatewayDocument[]; remove: string[]; position: Position }[] };

export interface LastGoodOptions {
  file: string;
  sealer: Sealer;
  onTrouble(message: string, error: unknown): void;
}

/**
 * The last good state on disk: a base, written anew now and then, and the changes since, appended. All work is done in
 * the background and in slices; a crash loses at most changes that the portal sends again.
 */
export class LastGood {
  readonly #options: LastGoodOptions;
  #handle: FileHandle | null = null;
  #records: SealedRecords | null = null;
  #baseBytes = 0;
  #appendedBytes = 0;
  #pending: Changes["changes"] = [];
  #latest: { documents: DocumentMap; position: Position } | null = null;
  #writeAnew = true;
  #working: Promise<void> | null = null;
  #failed = false;

  constructor(options: LastGoodOptions) {
    this.#options = options;
  }

  /** What the file holds; null when there is none. Throws StateRefused when it was altered. */
  async read(): Promise<GoodState | null> {
    const { file, sealer } = this.#options;
    let text: string;
    try {
      text = await readFile(file, "latin1");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
    const { records, values, whole } = SealedRecords.read(sealer, text);
    const state = replay(values);
    // Going on after a torn end would leave it in the middle of the file.
    if (whole === text.length) {
      this.#handle = await open(file, "a", 0o600);
      this.#records = records;
      this.#baseBytes = whole;
      this.#writeAnew = false;
    }
    return state;
  }

  /** Notes what is now in use; `change` is null when everything is new. */
  record(documents: DocumentMap, position: Position, change: ProgramChange | null): void {
    this.#latest = { documents, position };
    if (change === null || change.put.length + change.remove.length > maxAppendedDocuments) this.#writeAnew = true;
    else this.#pending.push({ put: [...change.put], remove: [...change.remove], position });
    this.#working ??= this.#work();
  }

  /** Resolves when all that was recorded is on disk, or could not be written. */
  async flush(): Promise<void> {
    while (this.#working !== null) await this.#working;
  }

  async close(): Promise<void> {
    await this.flush();
    await this.#handle?.close();
    this.#handle = null;
  }

  async #work(): Promise<void> {
    try {
      do {
        if (this.#writeAnew || this.#handle === null) await this.#write();
        else await this.#append();
        this.#failed = false;
        if (this.#appendedBytes > Math.max(minBytesToCompact, this.#baseBytes)) this.#writeAnew = true;
      } while (this.#pending.length > 0 || this.#writeAnew);
    } catch (error) {
      // What stands in the file now is unknown; the next change writes it anew.
      this.#writeAnew = true;
      if (!this.#failed) this.#options.onTrouble("The last good state could not be written; serving goes on.", error);
      this.#failed = true;
    } finally {
      this.#working = null;
    }
  }

  async #append(): Promise<void> {
    const changes = this.#pending.splice(0);
    const line = this.#records!.line({ changes } satisfies Changes as unknown as Json);
    await this.#handle!.appendFile(line, "latin1");
    await this.#handle!.datasync();
    this.#appendedBytes += line.length;
  }

  async #write(): Promise<void> {
    const { documents, position } = this.#latest!;
    this.#pending = [];
    this.#writeAnew = false;
    const { file, sealer } = this.#options;
    const folder = path.dirname(file);
    const draft = `${file}.new`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rm(draft, { force: true });
    const { records, header } = SealedRecords.begin(sealer);
    const handle = await open(draft, "ax", 0o600);
    let bytes = 0;
    try {
      const write = async (text: string) => {
        await handle.appendFile(text, "latin1");
        bytes += text.length;
      };
      await write(header);
      await write(records.line({ begin: { ...position, documents: documents.size } } satisfies Begin));
      for (const part of parts(documents)) {
        await write(records.line({ documents: part } satisfies Part as unknown as Json));
        await nextTurn();
      }
      await handle.sync();
      await rename(draft, file);
      await syncFolder(folder);
    } catch (error) {
      await handle.close();
      throw error;
    }
    await this.#handle?.close();
    this.#handle = handle;
    this.#records = records;
    this.#baseBytes = bytes;
    this.#appendedBytes = 0;
  }
}

function* parts(documents: DocumentMap): Generator<GatewayDocument[]> {
  let part: GatewayDocument[] = [];
  for (const [, document] of documents) {
    part.push(document);
    if (part.length < documentsPerRecord) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** The records are authentic here, so their shape is what line() was given. */
function replay(values: Json[]): GoodState {
  const [first, ...rest] = values as unknown as [Begin | undefined, ...(Part | Changes)[]];
  if (first?.begin === undefined) throw new StateRefused("it has no beginning");
  const { documents: expected, ...begin } = first.begin;
  const documents = new Map<string, GatewayDocument>();
  let position: Position = begin;
  let based = expected === 0;
  for (const record of rest) {
    if ("documents" in record) {
      for (const document of record.documents) documents.set(document.id, document);
      based = documents.size === expected;
      continue;
    }
    if (!based) break;
    for (const change of record.changes) {
      for (const id of change.remove) documents.delete(id);
      for (const document of change.put) documents.set(document.id, document);
      position = change.position;
    }
  }
  if (!based) throw new StateRefused(`${expected} documents are promised and ${documents.size} are there`);
  return { documents, position };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
