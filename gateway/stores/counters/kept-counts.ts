import fs from "node:fs";
import path from "node:path";
import { SealBroken, type Sealer } from "@/lib/seal";
import type { KeptCount, MemoryCounters } from "./memory-counters";

const writeEveryMs = 10_000;
const place = "gatehouse kept counts";

export interface KeptCountsOptions {
  file: string;
  sealer: Sealer;
  log: { warn(fields: object, message: string): void };
}

/**
 * Counts of long periods, such as a month's quota, over restarts of the process: a sealed file, since keys may tell of
 * people, replaced as a whole. What is counted between the last writing and a crash is forgotten.
 */
export class KeptCounts {
  readonly #counters: MemoryCounters;
  readonly #options: KeptCountsOptions;
  readonly #timer: NodeJS.Timeout;
  #written = "";

  constructor(counters: MemoryCounters, options: KeptCountsOptions) {
    this.#counters = counters;
    this.#options = options;
    this.#restore();
    this.#timer = setInterval(() => this.write(), writeEveryMs);
    this.#timer.unref();
  }

  /** Writes what has changed, and nothing when nothing has. */
  write(): void {
    const text = JSON.stringify(this.#counters.longLived());
    if (text === this.#written || (text === "[]" && this.#written === "")) return;
    const { file, sealer, log } = this.#options;
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      fs.writeFileSync(`${file}.new`, sealer.seal(text, place), { mode: 0o600 });
      fs.renameSync(`${file}.new`, file);
      this.#written = text;
    } catch (error) {
      log.warn({ err: error, file }, "Counts of long periods could not be written; a restart would forget them.");
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.write();
  }

  #restore(): void {
    const { file, sealer, log } = this.#options;
    try {
      const text = sealer.open(fs.readFileSync(file, "utf8"), place);
      this.#counters.restore(JSON.parse(text) as KeptCount[]);
      this.#written = text;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      if (!(error instanceof SealBroken || error instanceof SyntaxError)) throw error;
      log.warn({ err: error, file }, "Counts of long periods cannot be read; they begin anew.");
    }
  }
}
