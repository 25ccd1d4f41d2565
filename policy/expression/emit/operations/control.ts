import { Boxed } from "@/policy/expression/values/boxed";
import { charge, tick } from "@/policy/expression/values/budget";
import {
  argumentException,
  invalidOperation,
  NetException,
  nullReference,
} from "@/policy/expression/values/net-exception";

/** For `receiver ?? missing()`. */
export function missing(): never {
  throw nullReference();
}

export function noValue(): never {
  throw invalidOperation("Nullable object must have a value.");
}

export function noReceiver(): never {
  throw argumentException("Delegate to an instance method cannot have null 'this'.");
}

/** `throw` as an expression; throwing null throws a NullReferenceException. */
export function raise(exception: NetException | null): never {
  throw exception ?? nullReference();
}

/** A `when` that throws is false. */
export function filter(condition: () => boolean): boolean {
  try {
    return condition();
  } catch (error) {
    if (error instanceof NetException) return false;
    throw error;
  }
}

export const box = (typeName: string, value: number | bigint): Boxed => new Boxed(typeName, value);
export const boxNullable = (typeName: string, value: number | bigint | null): Boxed | null =>
  value === null ? null : new Boxed(typeName, value);
export const unboxNullable = (boxed: Boxed | null): number | bigint | null => (boxed === null ? null : boxed.value);

/** Lifted & and | of bool?: what is known wins over null. */
export const andLifted = (a: boolean | null, b: boolean | null): boolean | null =>
  a === false || b === false ? false : a === null || b === null ? null : true;
export const orLifted = (a: boolean | null, b: boolean | null): boolean | null =>
  a === true || b === true ? true : a === null || b === null ? null : false;

type Delegate = (...args: unknown[]) => unknown;

export function combine(a: Delegate | null, b: Delegate | null): Delegate | null {
  if (a === null || b === null) return a ?? b;
  charge(32);
  return (...args) => {
    tick();
    a(...args);
    return b(...args);
  };
}
