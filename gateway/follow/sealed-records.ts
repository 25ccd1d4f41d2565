import { randomUUID } from "node:crypto";
import type { Json } from "@/lib/json";
import { SealBroken, type Sealer } from "@/lib/seal";

const title = "gatehouse-last-good-state-1";

/** The state file was altered, or sealed with another key. */
export class StateRefused extends Error {}

/**
 * Records as sealed lines. Each is bound to its file and its place in it, so none can be swapped, repeated or moved to
 * another file; only the end can be cut off, which leaves an older state that was once true.
 */
export class SealedRecords {
  #next = 0;

  private constructor(
    readonly sealer: Sealer,
    readonly file: string,
  ) {}

  static begin(sealer: Sealer): { records: SealedRecords; header: string } {
    const file = randomUUID();
    return { records: new SealedRecords(sealer, file), header: `${title} ${file}\n` };
  }

  /** Reads what a file holds; `whole` tells how many of its characters stand for complete records. */
  static read(sealer: Sealer, text: string): { records: SealedRecords; values: Json[]; whole: number } {
    const headerEnd = text.indexOf("\n");
    const [name, file] = text.slice(0, Math.max(headerEnd, 0)).split(" ");
    if (name !== title || file === undefined) throw new StateRefused("it is not a state file of this version");
    const records = new SealedRecords(sealer, file);
    const values: Json[] = [];
    let whole = headerEnd + 1;
    for (let end = text.indexOf("\n", whole); end >= 0; end = text.indexOf("\n", whole)) {
      const value = records.#open(text.slice(whole, end));
      if (value === undefined) {
        // A power cut may spoil the last record that was being written, and nothing before it.
        if (end === text.length - 1 && values.length > 0) break;
        throw new StateRefused(`record ${records.#next} was altered, or sealed with another key`);
      }
      values.push(value);
      records.#next++;
      whole = end + 1;
    }
    return { records, values, whole };
  }

  line(value: Json): string {
    return `${this.sealer.seal(JSON.stringify(value), this.#place(this.#next++))}\n`;
  }

  #open(line: string): Json | undefined {
    try {
      return JSON.parse(this.sealer.open(line, this.#place(this.#next))) as Json;
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  #place(index: number): string {
    return `gateway/last-good-state/${this.file}/${index}`;
  }
}
