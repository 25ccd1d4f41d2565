/**
 * How a process ends when it is told to: at once while nothing depends on it, and otherwise by what it then has to do.
 * Whoever can be told is heard from the first moment on; a wish that came too early would be lost, and its sender wait.
 */
export class Ending {
  #isTold = false;
  #end: () => Promise<void> = async () => {};
  readonly #exit: () => void;

  constructor(exit: () => void = () => process.exit(0)) {
    this.#exit = exit;
  }

  /** Signals, and the death of the process that started this one: another such will want its ports. */
  hear(): void {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => this.tell());
    process.on("disconnect", () => this.tell());
    // It was started by one that has died meanwhile.
    if (process.connected === false) this.tell();
  }

  /** From now on this has to be done first. Said before anything depends on it. */
  by(end: () => Promise<void>): void {
    this.#end = end;
  }

  tell(): void {
    if (this.#isTold) return;
    this.#isTold = true;
    void this.#end().finally(this.#exit);
  }
}
