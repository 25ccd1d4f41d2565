import type { Type } from "@/policy/expression/types/type";

let find: ((fullName: string) => Type | null) | null = null;

/** Tells which type table speaks for the library, so that arrays made here are of the types that expressions know. */
export function registerTypes(source: (fullName: string) => Type | null): void {
  find = source;
}

/** A type without type parameters, such as "System.String", as the element of a new array. */
export function libraryType(fullName: string): Type {
  return find?.(fullName) ?? { kind: "special", name: "error", display: fullName, fullName };
}
