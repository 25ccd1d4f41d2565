import type { Type } from "@/policy/expression/types/type";
import { Boxed } from "@/policy/expression/values/boxed";
import { tick } from "@/policy/expression/values/budget";
import { overflowException } from "@/policy/expression/values/net-exception";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { compareValues } from "@/policy/kits/object/compare";
import type { NetComparer } from "@/policy/kits/object/comparer";
import { defaultOf } from "@/policy/kits/object/default-of";
import { enumerate } from "@/policy/kits/sequence/enumerate";
import { compareWith } from "@/policy/kits/sequence/sort-items";
import type { MemberRuntime } from "@/policy/library/implement";
import { noElements } from "./choosing";
import { numberTypes } from "./declare-numbers";

type Selector = ((item: unknown) => unknown) | null;

const raw = (value: unknown): unknown => (value instanceof Boxed ? value.value : value);
const overflow = () => overflowException("Arithmetic operation resulted in an overflow.");

/** What sums up numbers of one type and halves them; `add` checks its range. */
interface Arithmetic {
  readonly zero: unknown;
  add(sum: never, value: never): unknown;
  finish(sum: never): unknown;
  average(sum: never, count: number): unknown;
}

const floating = { zero: 0, add: (sum: number, value: number) => sum + value };
const longLeast = -(2n ** 63n);

function addLong(sum: bigint, value: bigint | number): bigint {
  const next = sum + BigInt(value);
  if (next < longLeast || next >= -longLeast) throw overflow();
  return next;
}

function intOf(sum: number): number {
  if (sum > 2_147_483_647 || sum < -2_147_483_648) throw overflow();
  return sum;
}

const same = (sum: unknown) => sum;
const arithmetics: Readonly<Record<string, Arithmetic>> = {
  int: { ...floating, finish: same, average: (sum: number, count: number) => sum / count },
  long: { zero: 0n, add: addLong, finish: same, average: (sum: bigint, count: number) => Number(sum) / count },
  float: { ...floating, finish: Math.fround, average: (sum: number, count: number) => Math.fround(sum / count) },
  double: { ...floating, finish: same, average: (sum: number, count: number) => sum / count },
  decimal: {
    zero: Decimal.zero,
    add: (sum: Decimal, value: Decimal) => sum.add(value),
    finish: same,
    average: (sum: Decimal, count: number) => sum.divide(Decimal.fromInteger(count)),
  },
};

/** The raw numbers, nulls left out. */
function* numbersOf(source: unknown, selector: Selector): Iterable<unknown> {
  for (const item of enumerate(source)) {
    tick();
    const value = raw(selector === null ? item : selector(item));
    if (value !== null) yield value;
  }
}

function sum(type: string, source: unknown, selector: Selector): unknown {
  const { zero, add, finish } = arithmetics[type] as Arithmetic;
  let total = zero;
  for (const value of numbersOf(source, selector)) {
    total = add(total as never, value as never);
    if (type === "int") intOf(total as number);
  }
  return finish(total as never);
}

function average(type: string, isNullable: boolean, source: unknown, selector: Selector): unknown {
  const { zero, add, average: divide } = arithmetics[type] as Arithmetic;
  let total = zero;
  let count = 0;
  for (const value of numbersOf(source, selector)) {
    total = add(total as never, value as never);
    count++;
  }
  if (count > 0) return divide(total as never, count);
  if (isNullable) return null;
  throw noElements();
}

/** The greatest (sign 1) or least (-1) of boxed values; nulls are left out where the type has them. */
function extreme(sign: 1 | -1, isNullable: boolean, source: unknown, selector: Selector, compare = compareValues) {
  let found: unknown;
  for (const item of enumerate(source)) {
    tick();
    const value = selector === null ? item : selector(item);
    if (value === null && isNullable) continue;
    if (found === undefined || sign * compare(value, found) > 0) found = value;
  }
  if (found !== undefined) return found;
  if (isNullable) return null;
  throw noElements();
}

export const numbers: Record<string, MemberRuntime> = {};

for (const declared of numberTypes) {
  const isNullable = declared.endsWith("?");
  const type = isNullable ? declared.slice(0, -1) : declared;
  const define = (name: string, run: (source: unknown, selector: Selector) => unknown) => {
    numbers[`${name}(IEnumerable<${declared}>)`] = (source) => run(source, null);
    numbers[`${name}<TSource>(IEnumerable<TSource>, Func<TSource, ${declared}>)`] = (_type: Type, source, selector) =>
      run(source, selector);
  };
  define("Sum", (source, selector) => sum(type, source, selector));
  define("Average", (source, selector) => average(type, isNullable, source, selector));
  define("Max", (source, selector) => raw(extreme(1, isNullable, source, selector)));
  define("Min", (source, selector) => raw(extreme(-1, isNullable, source, selector)));
}

for (const [name, sign] of [
  ["Max", 1],
  ["Min", -1],
] as const) {
  const ofItems = (type: Type, source: unknown, comparer: NetComparer | null = null) =>
    extreme(sign, defaultOf(type) === null, source, null, compareWith(comparer));
  numbers[`${name}<TSource>(IEnumerable<TSource>)`] = ofItems;
  numbers[`${name}<TSource>(IEnumerable<TSource>, IComparer<TSource>)`] = ofItems;
  numbers[`${name}<TSource, TResult>(IEnumerable<TSource>, Func<TSource, TResult>)`] = (
    _type: Type,
    type: Type,
    source,
    selector,
  ) => extreme(sign, defaultOf(type) === null, source, selector);
}
