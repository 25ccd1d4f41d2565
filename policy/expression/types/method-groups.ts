import type { Type } from "./type";
import type { Method } from "./type-definition";
import type { TypeTable } from "./type-table";

/** How the methods of a group are chosen from: by overload resolution, which needs conversions, which need this. */
interface MethodGroups {
  /** The method of a group that a delegate type takes, or null: for `Select(int.Parse)` and `Func<..> f = M`. */
  resolveMethodGroup(table: TypeTable, methods: readonly Method[], delegate: Type): Method | null;
  /** The method of a group that takes arguments of these types, in number and as they are. */
  resolveMethodGroupFor(table: TypeTable, methods: readonly Method[], types: readonly Type[]): Method | null;
}

let groups: MethodGroups;

/** Called once, by overload resolution. */
export const defineMethodGroups = (given: MethodGroups): void => {
  groups = given;
};

export const resolveMethodGroup: MethodGroups["resolveMethodGroup"] = (...given) => groups.resolveMethodGroup(...given);
export const resolveMethodGroupFor: MethodGroups["resolveMethodGroupFor"] = (...given) =>
  groups.resolveMethodGroupFor(...given);
