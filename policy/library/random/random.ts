import { tick } from "@/policy/expression/values/budget";
import { NetObject } from "@/policy/expression/values/net-object";

const max = 0x7fffffff;

/** System.Random with a seed: Knuth's subtractive generator, as .NET has always had it. */
export class Random extends NetObject {
  private readonly state = new Int32Array(56);
  private at = 0;
  private behind = 21;

  constructor(seed: number) {
    super();
    const { state } = this;
    let previous = 161_803_398 - (seed === -2147483648 ? max : Math.abs(seed));
    state[55] = previous;
    let current = 1;
    for (let step = 1, index = 0; step < 55; step++) {
      index = (index + 21) % 55;
      state[index] = current;
      current = (previous - current) | 0;
      if (current < 0) current += max;
      previous = state[index]!;
    }
    for (let round = 1; round < 5; round++)
      for (let index = 1; index < 56; index++) {
        const other = 1 + ((index + 30) % 55);
        const difference = (state[index]! - state[other]!) | 0;
        state[index] = difference < 0 ? difference + max : difference;
      }
  }

  static unseeded(): Random {
    return new Random((Math.random() * max) | 0);
  }

  override get typeName(): string {
    return "System.Random";
  }

  /** From 0 to int.MaxValue, which it never is. */
  next(): number {
    tick();
    this.at = this.at >= 55 ? 1 : this.at + 1;
    this.behind = this.behind >= 55 ? 1 : this.behind + 1;
    let value = (this.state[this.at]! - this.state[this.behind]!) | 0;
    if (value === max) value--;
    if (value < 0) value += max;
    this.state[this.at] = value;
    return value;
  }

  /** From 0 to 1, which it never is. */
  sample(): number {
    return this.next() * (1 / max);
  }

  between(least: number, limit: number): number {
    const range = limit - least;
    if (range <= max) return Math.trunc(this.sample() * range) + least;
    const value = this.next();
    const sign = this.next() % 2 === 0 ? -1 : 1;
    const wide = (sign * value + (max - 1)) / (2 * max - 1);
    return Math.trunc(wide * range) + least;
  }

  nextUlong(): bigint {
    const low = BigInt(this.between(0, 1 << 22));
    const middle = BigInt(this.between(0, 1 << 22));
    return low | (middle << 22n) | (BigInt(this.between(0, 1 << 20)) << 44n);
  }
}
