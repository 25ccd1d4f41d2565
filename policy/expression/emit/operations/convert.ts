import { overflowException } from "@/policy/expression/values/net-exception";
import type { Decimal } from "@/policy/kits/numbers/decimal";
import { arithmeticOverflow } from "./integer";

/** Integers to a narrower type within `checked`. */
export function checkRange(value: number, least: number, most: number): number {
  if (value < least || value > most) throw arithmeticOverflow();
  return value;
}

export function checkRangeBig(value: bigint, least: bigint, most: bigint): bigint {
  if (value < least || value > most) throw arithmeticOverflow();
  return value;
}

export const bigToInt = (value: bigint): number => Number(BigInt.asIntN(32, value));
export const bigToUint = (value: bigint): number => Number(BigInt.asUintN(32, value));
export const bigToSingle = (value: bigint): number => Math.fround(Number(value));
export const toLong = (value: bigint): bigint => BigInt.asIntN(64, value);
export const toUlong = (value: bigint): bigint => BigInt.asUintN(64, value);
export const intToUlong = (value: number): bigint => BigInt.asUintN(64, BigInt(value));

// What does not fit gives what an x64 processor gives: the least value.

export function floatToInt(value: number): number {
  const whole = Math.trunc(value);
  return whole >= -2_147_483_648 && whole <= 2_147_483_647 ? whole | 0 : -2_147_483_648;
}

export function floatToLong(value: number): bigint {
  const whole = Math.trunc(value);
  return whole >= -(2 ** 63) && whole < 2 ** 63 ? BigInt(whole) : -(2n ** 63n);
}

export const floatToUint = (value: number): number => bigToUint(floatToLong(value));

export function floatToUlong(value: number): bigint {
  if (value < 2 ** 63) return BigInt.asUintN(64, floatToLong(value));
  return BigInt.asUintN(64, floatToLong(value - 2 ** 63) + 2n ** 63n);
}

/** Number types of up to 32 bits, within `checked`. */
export function floatToChecked(value: number, least: number, most: number): number {
  const whole = Math.trunc(value);
  if (!(whole >= least && whole <= most)) throw arithmeticOverflow();
  return whole + 0;
}

/** `end` is the first number too large. */
export function floatToBigChecked(value: number, least: number, end: number): bigint {
  const whole = Math.trunc(value);
  if (!(whole >= least && whole < end)) throw arithmeticOverflow();
  return BigInt(whole);
}

/** Always checked. */
export function decimalToInteger(value: Decimal, least: bigint, most: bigint, name: string): bigint {
  const whole = value.truncated();
  if (whole < least || whole > most) throw overflowException(`Value was either too large or too small for ${name}.`);
  return whole;
}

export const decimalToNumber = (value: Decimal, least: bigint, most: bigint, name: string): number =>
  Number(decimalToInteger(value, least, most, name));
export const decimalToDouble = (value: Decimal): number => value.toNumber();
export const decimalToSingle = (value: Decimal): number => Math.fround(value.toNumber());
