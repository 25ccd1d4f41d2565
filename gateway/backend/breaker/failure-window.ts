/** The failures of the last while. Times are those of a clock that only goes forward. */
export interface FailureWindow {
  /** True: that was one too many. */
  failure(now: number): boolean;
  success(now: number): void;
  failures(now: number): number;
  clear(): void;
}

/** Opens with the nth failure within the interval: keeps when each of the last n was. */
export class CountedFailures implements FailureWindow {
  readonly #limit: number;
  readonly #intervalMs: number;
  #times: number[] = [];
  /** Where the oldest is, once there are as many as matter. */
  #oldest = 0;

  constructor(limit: number, intervalMs: number) {
    this.#limit = limit;
    this.#intervalMs = intervalMs;
  }

  failure(now: number): boolean {
    if (this.#times.length < this.#limit) this.#times.push(now);
    else {
      this.#times[this.#oldest] = now;
      this.#oldest = (this.#oldest + 1) % this.#limit;
    }
    return this.#times.length === this.#limit && now - (this.#times[this.#oldest] as number) <= this.#intervalMs;
  }

  success(): void {}

  failures(now: number): number {
    let count = 0;
    for (const time of this.#times) if (now - time <= this.#intervalMs) count++;
    return count;
  }

  clear(): void {
    this.#times = [];
    this.#oldest = 0;
  }
}

const slices = 20;
/** Azure does not say from how many calls on a share counts; fewer than these tell nothing of a backend. */
export const fewestCalls = 10;

/** Opens when so many of a hundred calls within the interval failed: counts in slices of it, so that old ones fall out. */
export class FailureShare implements FailureWindow {
  readonly #percentage: number;
  readonly #sliceMs: number;
  readonly #calls = new Float64Array(slices);
  readonly #failed = new Float64Array(slices);
  #slice = 0;
  #allCalls = 0;
  #allFailed = 0;

  constructor(percentage: number, intervalMs: number) {
    this.#percentage = percentage;
    this.#sliceMs = intervalMs / slices;
  }

  failure(now: number): boolean {
    const at = this.#turn(now);
    this.#failed[at]!++;
    this.#allFailed++;
    this.#calls[at]!++;
    this.#allCalls++;
    return this.#allCalls >= fewestCalls && this.#allFailed * 100 >= this.#percentage * this.#allCalls;
  }

  success(now: number): void {
    this.#calls[this.#turn(now)]!++;
    this.#allCalls++;
  }

  failures(now: number): number {
    this.#turn(now);
    return this.#allFailed;
  }

  clear(): void {
    this.#calls.fill(0);
    this.#failed.fill(0);
    this.#allCalls = 0;
    this.#allFailed = 0;
  }

  /** Forgets the slices that have become too old; where to count now. */
  #turn(now: number): number {
    const slice = Math.floor(now / this.#sliceMs);
    const passed = Math.min(slice - this.#slice, slices);
    for (let back = 0; back < passed; back++) {
      const at = (slice - back) % slices;
      this.#allCalls -= this.#calls[at] as number;
      this.#allFailed -= this.#failed[at] as number;
      this.#calls[at] = 0;
      this.#failed[at] = 0;
    }
    this.#slice = Math.max(slice, this.#slice);
    return this.#slice % slices;
  }
}
