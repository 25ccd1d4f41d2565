import { remember } from "./remember";
import type { TypeTable } from "./type-table";

/** Something kept for as long as a table is: its caches. */
export function perTable<T>(make: (table: TypeTable) => T): (table: TypeTable) => T {
  const kept = new WeakMap<TypeTable, T>();
  return (table) => remember(kept, table, () => make(table));
}
