import { charge, tickMany } from "@/policy/expression/values/budget";

export const lastCode = 0xffff;

/** A set of UTF-16 units, as ranges in order that neither overlap nor touch: [first, last, first, last, ...]. */
export class CharSet {
  readonly ranges: readonly number[];
  private readonly ascii = new Uint8Array(128);

  static readonly none = new CharSet([]);
  static readonly any = new CharSet([0, lastCode]);

  private constructor(ranges: readonly number[]) {
    this.ranges = ranges;
    for (let at = 0; at < ranges.length; at += 2) {
      const first = ranges[at] as number;
      if (first < 128) this.ascii.fill(1, first, (ranges[at + 1] as number) + 1);
    }
  }

  /** Of ranges in any order. */
  static of(ranges: readonly number[]): CharSet {
    tickMany(ranges.length);
    charge(ranges.length * 16);
    const pairs: [number, number][] = [];
    for (let at = 0; at < ranges.length; at += 2) pairs.push([ranges[at] as number, ranges[at + 1] as number]);
    pairs.sort((a, b) => a[0] - b[0]);
    const merged: number[] = [];
    for (const [first, last] of pairs) {
      const before = merged.length - 1;
      if (before > 0 && first <= (merged[before] as number) + 1) {
        merged[before] = Math.max(merged[before] as number, last);
      } else merged.push(first, last);
    }
    return new CharSet(merged);
  }

  static ofText(text: string): CharSet {
    return CharSet.of([...text].flatMap((letter) => [letter.charCodeAt(0), letter.charCodeAt(0)]));
  }

  has(code: number): boolean {
    if (code < 128) return this.ascii[code] === 1;
    const { ranges } = this;
    let low = 0;
    let high = ranges.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (code < (ranges[middle * 2] as number)) high = middle;
      else if (code > (ranges[middle * 2 + 1] as number)) low = middle + 1;
      else return true;
    }
    return false;
  }

  /** The only unit of the set, or -1. */
  get only(): number {
    return this.ranges.length === 2 && this.ranges[0] === this.ranges[1] ? (this.ranges[0] as number) : -1;
  }

  complement(): CharSet {
    const ranges: number[] = [];
    let next = 0;
    for (let at = 0; at < this.ranges.length; at += 2) {
      const first = this.ranges[at] as number;
      if (first > next) ranges.push(next, first - 1);
      next = (this.ranges[at + 1] as number) + 1;
    }
    if (next <= lastCode) ranges.push(next, lastCode);
    return new CharSet(ranges);
  }

  union(other: CharSet): CharSet {
    return CharSet.of([...this.ranges, ...other.ranges]);
  }

  minus(other: CharSet): CharSet {
    return this.complement().union(other).complement();
  }

  meets(other: CharSet): boolean {
    let a = 0;
    let b = 0;
    while (a < this.ranges.length && b < other.ranges.length) {
      if ((this.ranges[a + 1] as number) < (other.ranges[b] as number)) a += 2;
      else if ((other.ranges[b + 1] as number) < (this.ranges[a] as number)) b += 2;
      else return true;
    }
    return false;
  }
}
