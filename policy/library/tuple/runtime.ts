import type { Type } from "@/policy/expression/types/type";
import { charge } from "@/policy/expression/values/budget";
import { NetTuple } from "@/policy/kits/collections/net-tuple";
import { implementType, type MemberRuntime } from "@/policy/library/implement";

/** The types first, then as many items. */
function create(...given: unknown[]): NetTuple {
  charge(16 * given.length);
  const size = given.length / 2;
  return new NetTuple(given.slice(0, size) as Type[], given.slice(size));
}

const members: Record<string, MemberRuntime> = {
  "CompareTo(object)": (tuple: NetTuple, other: unknown) => tuple.compareWith(other),
};
for (let size = 1; size <= 7; size++) {
  const types = Array.from({ length: size }, (_, at) => `T${at + 1}`).join(", ");
  members[`new(${types})`] = create;
  members[`Create<${types}>(${types})`] = create;
  members[`Item${size}`] = (tuple: NetTuple) => tuple.items[size - 1];
}

export const runtime = implementType("System.Tuple", members);
