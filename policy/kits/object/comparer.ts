import { NetObject } from "@/policy/expression/values/net-object";

/** What implements IComparer<T>; the values are boxed. */
export interface NetComparer {
  compareItems(a: unknown, b: unknown): number;
}

/** What implements IEqualityComparer<T>; the values are boxed. */
export interface NetEqualityComparer {
  equalItems(a: unknown, b: unknown): boolean;
  hashItem(value: unknown): number;
}

export const isComparer = (value: unknown): value is NetObject & NetComparer =>
  value instanceof NetObject && "compareItems" in value;
export const isEqualityComparer = (value: unknown): value is NetObject & NetEqualityComparer =>
  value instanceof NetObject && "equalItems" in value;
