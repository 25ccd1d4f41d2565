import type { Type } from "@/policy/expression/types/type";

/** default(T) of the structs that are objects here, by full name, or what makes it of T's type arguments; what `implementType` is told. */
export const structDefaults = new Map<string, unknown | ((types: readonly Type[]) => unknown)>();
