import { describeKind } from "@/policy/expression/emit/numeric-kind";
import type { NumericName } from "@/policy/expression/types/numeric-types";
import { overflowException } from "@/policy/expression/values/net-exception";
import { Decimal } from "@/policy/kits/numbers/decimal";
import { fitInteger } from "./evaluate-arithmetic";

const isFloat = (kind: NumericName) => kind === "double" || kind === "float";

/** One number type to another, by way of the mathematical value. */
export function convertNumber(value: unknown, from: NumericName, to: NumericName, isChecked: boolean): unknown {
  if (from === to) return value;
  if (from === "decimal") return fromDecimal(value as Decimal, to);
  if (isFloat(from)) return fromFloat(value as number, from, to, isChecked);
  const whole = BigInt(value as number | bigint);
  if (to === "decimal") return Decimal.of(whole, 0);
  if (to === "double") return Number(whole);
  if (to === "float") return Math.fround(Number(whole));
  return fitInteger(whole, to, isChecked);
}

function fromDecimal(value: Decimal, to: NumericName): unknown {
  if (to === "double") return value.toNumber();
  if (to === "float") return Math.fround(value.toNumber());
  const whole = value.truncated();
  const fitted = fitInteger(whole, to, false);
  if (BigInt(fitted) === whole) return fitted;
  throw overflowException(`Value was either too large or too small for ${describeKind(to)}.`);
}

function fromFloat(value: number, from: NumericName, to: NumericName, isChecked: boolean): unknown {
  if (to === "double") return value;
  if (to === "float") return Math.fround(value);
  if (to === "decimal") return from === "double" ? Decimal.fromDouble(value) : Decimal.fromSingle(value);
  if (isChecked) return fitInteger(wholePart(value, null), to, true);
  // What does not fit becomes the least value of the register that the processor converts to.
  if (to === "long" || to === "uint") return fitInteger(wholePart(value, 64), to, false);
  if (to !== "ulong") return fitInteger(wholePart(value, 32), to, false);
  const high = 2 ** 63;
  return fitInteger(value < high ? wholePart(value, 64) : wholePart(value - high, 64) + BigInt(high), to, false);
}

/** null bits: refuse what is no number by being out of every range. */
function wholePart(value: number, bits: 32 | 64 | null): bigint {
  const least = -(2n ** BigInt((bits ?? 256) - 1));
  if (!Number.isFinite(value)) return least;
  const whole = BigInt(Math.trunc(value));
  return bits !== null && BigInt.asIntN(bits, whole) !== whole ? least : whole;
}
