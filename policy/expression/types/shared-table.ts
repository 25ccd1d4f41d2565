import { declarations } from "@/policy/library/definitions";
import { createTypeTable, type TypeTable } from "./type-table";

let table: TypeTable | null = null;

/** The table of the whole library, made when it is first asked for. */
export function typeTable(): TypeTable {
  table ??= createTypeTable(declarations);
  return table;
}
