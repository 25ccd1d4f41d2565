import { divideByZero, overflowException } from "@/policy/expression/values/net-exception";

export const arithmeticOverflow = () => overflowException("Arithmetic operation resulted in an overflow.");

const least = -2_147_483_648;
const most = 2_147_483_647;

function inInt(value: number): number {
  if (value < least || value > most) throw arithmeticOverflow();
  // -0 is 0.
  return value + 0;
}

export const addChecked = (a: number, b: number): number => inInt(a + b);
export const subtractChecked = (a: number, b: number): number => inInt(a - b);
/** A product that does not fit a double exactly is far out of range anyway. */
export const multiplyChecked = (a: number, b: number): number => inInt(a * b) | 0;

export function divide(a: number, b: number): number {
  if (b === 0) throw divideByZero();
  if (b === -1 && a === least) throw arithmeticOverflow();
  return (a / b) | 0;
}

export function remainder(a: number, b: number): number {
  if (b === 0) throw divideByZero();
  if (b === -1 && a === least) throw arithmeticOverflow();
  return (a % b) | 0;
}

export function negateChecked(a: number): number {
  if (a === least) throw arithmeticOverflow();
  return (0 - a) | 0;
}

function inUint(value: number): number {
  if (value < 0 || value > 4_294_967_295) throw arithmeticOverflow();
  return value;
}

export const addUintChecked = (a: number, b: number): number => inUint(a + b);
export const subtractUintChecked = (a: number, b: number): number => inUint(a - b);
export const multiplyUintChecked = (a: number, b: number): number => inUint(a * b);

export function divideUint(a: number, b: number): number {
  if (b === 0) throw divideByZero();
  return (a / b) >>> 0;
}

export function remainderUint(a: number, b: number): number {
  if (b === 0) throw divideByZero();
  return (a % b) >>> 0;
}
