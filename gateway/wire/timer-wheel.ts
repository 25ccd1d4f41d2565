/** Something that may run out of time. It carries its own links, so that arming and cancelling allocate nothing. */
export abstract class Timed {
  /** In ticks of its wheel. */
  wheelDeadline = 0;
  wheelNext: Timed | null = null;
  wheelPrevious: Timed | null = null;
  /** -1: not armed. */
  wheelSlot = -1;

  abstract timeUp(): void;
}

const slots = 256;

/**
 * One coarse clock for all waits: an ordinary timer per request costs more than matching its route. Fires at most a
 * tick late, never early, and stands still while nothing waits.
 */
export class TimerWheel {
  readonly #heads: (Timed | null)[] = new Array(slots).fill(null);
  readonly #tickMs: number;
  #now = 0;
  /** When #now was true; lags behind while the process is busy. */
  #nowAt = 0;
  #waiting = 0;
  #idleTicks = 0;
  #interval: NodeJS.Timeout | null = null;

  constructor(tickMs = 50) {
    this.#tickMs = tickMs;
  }

  arm(timed: Timed, afterMs: number): void {
    if (timed.wheelSlot >= 0) this.cancel(timed);
    if (this.#interval === null) this.#start();
    const lagMs = performance.now() - this.#nowAt;
    timed.wheelDeadline = this.#now + Math.max(1, Math.ceil((lagMs + afterMs) / this.#tickMs));
    const slot = timed.wheelDeadline & (slots - 1);
    const head = this.#heads[slot] as Timed | null;
    timed.wheelSlot = slot;
    timed.wheelNext = head;
    timed.wheelPrevious = null;
    if (head !== null) head.wheelPrevious = timed;
    this.#heads[slot] = timed;
    this.#waiting++;
  }

  cancel(timed: Timed): void {
    if (timed.wheelSlot < 0) return;
    const { wheelNext, wheelPrevious } = timed;
    if (wheelPrevious === null) this.#heads[timed.wheelSlot] = wheelNext;
    else wheelPrevious.wheelNext = wheelNext;
    if (wheelNext !== null) wheelNext.wheelPrevious = wheelPrevious;
    timed.wheelSlot = -1;
    timed.wheelNext = null;
    timed.wheelPrevious = null;
    this.#waiting--;
  }

  stop(): void {
    if (this.#interval !== null) clearInterval(this.#interval);
    this.#interval = null;
  }

  #start(): void {
    this.#nowAt = performance.now();
    this.#idleTicks = 0;
    this.#interval = setInterval(() => this.#catchUp(), this.#tickMs);
    this.#interval.unref();
  }

  #catchUp(): void {
    const ticks = Math.floor((performance.now() - this.#nowAt) / this.#tickMs);
    for (let tick = 0; tick < ticks; tick++) {
      this.#nowAt += this.#tickMs;
      this.#advance();
    }
    // Not at once: a quiet gateway would start and stop a timer with every request.
    this.#idleTicks = this.#waiting === 0 ? this.#idleTicks + 1 : 0;
    if (this.#idleTicks > slots) this.stop();
  }

  #advance(): void {
    const now = ++this.#now;
    const due: Timed[] = [];
    for (let timed = this.#heads[now & (slots - 1)] as Timed | null; timed !== null; timed = timed.wheelNext) {
      if (timed.wheelDeadline <= now) due.push(timed);
    }
    for (const timed of due) {
      // One that ran out before it may have cancelled it, or armed it anew.
      if (timed.wheelSlot < 0 || timed.wheelDeadline > now) continue;
      this.cancel(timed);
      timed.timeUp();
    }
  }
}
