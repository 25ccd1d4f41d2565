import type { GatewayDocument } from "@/contract/documents";
import { ChangeRefused, type Program, type ProgramChange } from "@/gateway/program/program";
import { nowhere, type Position } from "./position";
import type { Update } from "./receiver";

/** How documents become a program; both throw ChangeRefused and leave what was there untouched. */
export interface Programs {
  build(documents: Iterable<GatewayDocument>, revision: number): Program;
  apply(program: Program, change: ProgramChange): Program;
}

export type Outcome =
  | { kind: "applied"; program: Program; position: Position; durationMs: number; written: ProgramChange | null }
  | { kind: "refused"; revision: number; reason: string; cause: unknown };

/**
 * The program in use and the position it stands for. What was refused since is kept aside and tried again together with
 * the next change, so that a change which mends an earlier one brings both.
 */
export class Configuration {
  #program: Program | null = null;
  #position: Position = nowhere;
  /** Refused so far: all documents of a snapshot, or what has changed since the program in use. */
  #snapshot: Map<string, GatewayDocument> | null = null;
  #put = new Map<string, GatewayDocument>();
  #remove = new Set<string>();

  constructor(readonly programs: Programs) {}

  get program(): Program | null {
    return this.#program;
  }
  get position(): Position {
    return this.#position;
  }

  restore(documents: Iterable<GatewayDocument>, position: Position): Program {
    this.#program = this.programs.build(documents, position.revision);
    this.#position = position;
    return this.#program;
  }

  /** Forgets what was refused: a new connection starts from the position of the program in use and is told it again. */
  rewind(): void {
    this.#snapshot = null;
    this.#put.clear();
    this.#remove.clear();
  }

  take(update: Update): Outcome {
    const startedAt = performance.now();
    const { revision } = update.position;
    this.#gather(update);
    let program: Program;
    let written: ProgramChange | null = null;
    try {
      if (this.#snapshot !== null) {
        program = this.programs.build(this.#snapshot.values(), revision);
      } else if (this.#program === null) {
        throw new ChangeRefused("A change came before any snapshot.");
      } else {
        written = { revision, put: [...this.#put.values()], remove: [...this.#remove] };
        program = this.programs.apply(this.#program, written);
      }
    } catch (error) {
      // A mistake of ours must not cost more than this change either; its words stay here.
      const reason = error instanceof ChangeRefused ? error.message : "The gateway failed on this change; see its log.";
      return { kind: "refused", revision, reason, cause: error };
    }
    this.#program = program;
    this.#position = update.position;
    this.rewind();
    return { kind: "applied", program, position: update.position, durationMs: performance.now() - startedAt, written };
  }

  #gather(update: Update): void {
    if (update.kind === "snapshot") {
      this.rewind();
      this.#snapshot = new Map(update.documents.map((document) => [document.id, document]));
      return;
    }
    for (const id of update.remove) {
      if (this.#snapshot !== null) this.#snapshot.delete(id);
      else {
        this.#put.delete(id);
        this.#remove.add(id);
      }
    }
    for (const document of update.put) {
      if (this.#snapshot !== null) this.#snapshot.set(document.id, document);
      else {
        this.#remove.delete(document.id);
        this.#put.set(document.id, document);
      }
    }
  }
}
