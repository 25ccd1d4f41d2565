import { divideByZero } from "@/policy/expression/values/net-exception";
import { arithmeticOverflow } from "./integer";

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;
const unsignedMost = 2n ** 64n - 1n;

export const add = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a + b);
export const subtract = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a - b);
export const multiply = (a: bigint, b: bigint): bigint => BigInt.asIntN(64, a * b);
export const negate = (a: bigint): bigint => BigInt.asIntN(64, -a);
export const shiftLeft = (a: bigint, count: number): bigint => BigInt.asIntN(64, a << BigInt(count & 63));
export const shiftRight = (a: bigint, count: number): bigint => a >> BigInt(count & 63);

export const addUlong = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a + b);
export const subtractUlong = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a - b);
export const multiplyUlong = (a: bigint, b: bigint): bigint => BigInt.asUintN(64, a * b);
export const shiftLeftUlong = (a: bigint, count: number): bigint => BigInt.asUintN(64, a << BigInt(count & 63));
export const complementUlong = (a: bigint): bigint => BigInt.asUintN(64, ~a);

function inLong(value: bigint): bigint {
  if (value < least || value > most) throw arithmeticOverflow();
  return value;
}
export const addChecked = (a: bigint, b: bigint): bigint => inLong(a + b);
export const subtractChecked = (a: bigint, b: bigint): bigint => inLong(a - b);
export const multiplyChecked = (a: bigint, b: bigint): bigint => inLong(a * b);
export const negateChecked = (a: bigint): bigint => inLong(-a);

function inUlong(value: bigint): bigint {
  if (value < 0n || value > unsignedMost) throw arithmeticOverflow();
  return value;
}
export const addUlongChecked = (a: bigint, b: bigint): bigint => inUlong(a + b);
export const subtractUlongChecked = (a: bigint, b: bigint): bigint => inUlong(a - b);
export const multiplyUlongChecked = (a: bigint, b: bigint): bigint => inUlong(a * b);

export function divide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw divideByZero();
  if (b === -1n && a === least) throw arithmeticOverflow();
  return a / b;
}

export function remainder(a: bigint, b: bigint): bigint {
  if (b === 0n) throw divideByZero();
  if (b === -1n && a === least) throw arithmeticOverflow();
  return a % b;
}
