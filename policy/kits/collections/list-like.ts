import type { NetObject } from "@/policy/expression/values/net-object";

/** What IList<T> and ICollection<T> stand for; items are boxed. */
export interface ListLike {
  readonly count: number;
  readonly isReadOnly: boolean;
  item(index: number): unknown;
  setItem(index: number, item: unknown): void;
  indexOf(item: unknown): number;
  add(item: unknown): void;
  insert(index: number, item: unknown): void;
  removeAt(index: number): void;
  remove(item: unknown): boolean;
  clear(): void;
}

export const isListLike = (value: unknown): value is NetObject & ListLike =>
  typeof value === "object" && value !== null && "setItem" in value && "item" in value;
