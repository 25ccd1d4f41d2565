import type { TypeTable } from "@/policy/expression/types/type-table";
import type { MemberRuntime, TypeRuntime } from "@/policy/library/implement";

/** The types that expressions know, with what runs them. */
export interface RuntimeLibrary {
  readonly table: TypeTable;
  /** By the full name of the declaring type and the member's key; a missing one is an error when compiling. */
  member(declaring: string, key: string): MemberRuntime;
}

export function createRuntimeLibrary(table: TypeTable, runtimes: readonly TypeRuntime[]): RuntimeLibrary {
  const members = new Map<string, Map<string, MemberRuntime>>();
  for (const runtime of runtimes) {
    const known = members.get(runtime.typeName) ?? new Map<string, MemberRuntime>();
    members.set(runtime.typeName, known);
    // Types that differ only in their number of type parameters share a name.
    for (const [key, member] of Object.entries(runtime.members)) known.set(key, member);
  }
  return {
    table,
    member(declaring, key) {
      const member = members.get(declaring)?.get(key);
      if (member === undefined) throw new Error(`No runtime for '${key}' of ${declaring}.`);
      return member;
    },
  };
}
