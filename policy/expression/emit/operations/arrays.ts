import type { Type } from "@/policy/expression/types/type";
import { BudgetExceeded, charge } from "@/policy/expression/values/budget";
import { NetArray } from "@/policy/expression/values/net-array";
import { indexOutOfRange, nullReference, overflowException } from "@/policy/expression/values/net-exception";

export function elementOf(array: NetArray | null, index: number): unknown {
  if (array === null) throw nullReference();
  const { items } = array;
  if (index < 0 || index >= items.length) throw indexOutOfRange();
  return items[index];
}

export function setElement(array: NetArray | null, index: number, value: unknown): void {
  if (array === null) throw nullReference();
  const { items } = array;
  if (index < 0 || index >= items.length) throw indexOutOfRange();
  items[index] = value;
}

export function byteAt(bytes: Uint8Array | null, index: number): number {
  if (bytes === null) throw nullReference();
  if (index < 0 || index >= bytes.length) throw indexOutOfRange();
  return bytes[index] as number;
}

export function setByte(bytes: Uint8Array | null, index: number, value: number): void {
  if (bytes === null) throw nullReference();
  if (index < 0 || index >= bytes.length) throw indexOutOfRange();
  bytes[index] = value;
}

/** .NET allows fewer than 2^31 elements. */
function checkLength(given: number | bigint): number {
  if (given < 0) throw overflowException("Arithmetic operation resulted in an overflow.");
  if (given > 2_147_483_591) throw new BudgetExceeded("The expression needs more memory than it may use.");
  return Number(given);
}

export function newArray(element: Type, given: number | bigint, initial: unknown): NetArray {
  const length = checkLength(given);
  charge(16 * length);
  return new NetArray(element, new Array(length).fill(initial));
}

export function newBytes(given: number | bigint): Uint8Array {
  const length = checkLength(given);
  charge(length);
  return new Uint8Array(length);
}

export function arrayWith(element: Type, items: unknown[]): NetArray {
  charge(16 * items.length);
  return new NetArray(element, items);
}

export function bytesWith(items: number[]): Uint8Array {
  charge(items.length);
  return Uint8Array.from(items);
}
